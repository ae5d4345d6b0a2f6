import { expect, test } from 'vitest';
import { items, openTestApp } from '../../playground-app.testing.ts';

const place = { queryId: 'q1', setupId: 's2', path: '1.2' };

function withApp(work: (app: ReturnType<typeof openTestApp>['app']) => Promise<void>) {
  const { app, close } = openTestApp(items);
  return work(app).finally(close);
}

async function stepLink(): Promise<string> {
  let hash = '';
  await withApp(async (app) => {
    const made = await app.share.makeStepLink(place);
    if (made.kind !== 'made') throw new Error(made.message);
    hash = made.url.slice(made.url.indexOf('#'));
  });
  return hash;
}

test('a link to a step opens its query’s plan at that step', async () => {
  const hash = await stepLink();
  await withApp(async (app) => {
    expect(await app.share.open(hash)).toBe('playground');
    const { queryId, setupId, detailTab, planPlace } = app.ui.getState();
    const [query] = app.document.store.getState().playground.queries;
    const setup = app.document.store.getState().playground.setups[1];
    expect({ queryId, setupId, detailTab }).toEqual({
      queryId: query?.id,
      setupId: setup?.id,
      detailTab: 'plan',
    });
    expect(planPlace).toEqual({ queryId: query?.id, setupId: setup?.id, path: '1.2' });
  });
});

test('opened over the same playground it shows the step and changes nothing else', async () => {
  const hash = await stepLink();
  await withApp(async (app) => {
    const before = app.document.store.getState().playground;
    expect(await app.share.open(hash, before)).toBe('nothing');
    expect(app.document.store.getState().playground).toBe(before);
    expect(app.ui.getState().planPlace).toEqual(place);
  });
});

test('a step of a query or setup that is not there is passed over', async () => {
  const hash = await stepLink();
  await withApp(async (app) => {
    await app.share.open(hash.replace('&step=1-B-', '&step=9-F-'));
    expect(app.ui.getState().planPlace).toBeNull();
  });
});

test('an example’s step can be pointed at, and another playground forgets it', async () => {
  await withApp(async (app) => {
    expect(await app.share.open('#example/products-and-orders&step=1-B-1')).toBe('example');
    expect(app.ui.getState().planPlace?.path).toBe('1');
    app.playground.replace(items);
    expect(app.ui.getState().planPlace).toBeNull();
  });
});
