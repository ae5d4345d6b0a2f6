import { expect, test, vi } from 'vitest';
import { firstVisitExample } from '../../../examples/list.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';

async function withApp(work: (app: TestApp['app']) => Promise<void>) {
  const { app, close } = openTestApp(items);
  return work(app).finally(close);
}

const titleOf = (app: TestApp['app']) => app.document.store.getState().playground.title;

test('an example of the address says what was opened, has its data made, and can be undone', () =>
  withApp(async (app) => {
    app.ui.setState({ mode: 'labs', queryId: 'q1', setupId: 's2' });
    expect(await app.share.follow(`#example/${firstVisitExample.id}`)).toBe('example');
    expect(titleOf(app)).toBe(firstVisitExample.playground.title);
    await vi.waitFor(() => expect(app.runs.getState().activity.kind).not.toBe('ready'));
    app.stop();
    const notice = app.ui.getState().notices.at(-1);
    expect(notice?.text).toBe(`Opened the example “${firstVisitExample.playground.title}”`);
    expect(notice?.action?.label).toBe('Undo');
    notice?.action?.run();
    expect(titleOf(app)).toBe('Items');
    expect(app.ui.getState()).toMatchObject({ mode: 'labs', queryId: 'q1', setupId: 's2' });
  }));

test('a link of the address: its banner goes with Undo, and nothing of it runs', () =>
  withApp(async (app) => {
    app.playground.setTitle('Theirs');
    const made = await app.share.makeLink();
    if (made.kind !== 'made') throw new Error(made.message);
    app.playground.setTitle('Mine');
    expect(await app.share.follow(made.url.slice(made.url.indexOf('#')))).toBe('playground');
    expect(app.ui.getState().openedLink?.title).toBe('Theirs');
    expect(app.runs.getState().database).toBeNull();
    const notice = app.ui.getState().notices.at(-1);
    expect(notice?.text).toBe('Opened the link of “Theirs”');
    notice?.action?.run();
    expect(titleOf(app)).toBe('Mine');
    expect(app.ui.getState().openedLink).toBeNull();
  }));

test('Undo of a second visit leads back to the first, which stays a visit', () =>
  withApp(async (app) => {
    await app.share.follow(`#example/${firstVisitExample.id}`);
    const first = app.document.store.getState().playground;
    await app.share.follow('#example/covering-index');
    app.ui.getState().notices.at(-1)?.action?.run();
    expect(app.document.store.getState().playground).toBe(first);
    expect(app.ui.getState().visited).toBe(first);
    app.stop();
  }));

test('an address that holds nothing, or nothing that can be opened, says nothing of an opening', () =>
  withApp(async (app) => {
    expect(await app.share.follow('')).toBe('nothing');
    expect(await app.share.follow('#example/none-such')).toBe('problem');
    expect(app.ui.getState().notices).toEqual([]);
  }));
