import { afterEach, expect, test } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { storageForm } from '../../selectors/storage/storage-form.ts';
import { storageView } from '../../selectors/storage/storage-view.ts';

let opened: TestApp | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

function open(
  patch: Partial<Playground> = {},
  options: Parameters<typeof openTestApp>[1] = {},
): TestApp {
  opened = openTestApp({ ...items, ...patch }, options);
  return opened;
}

function stateOf({ app }: TestApp) {
  return app.storageLab.store.getState();
}

function viewOf({ app }: TestApp) {
  const { playground } = app.document.store.getState();
  return storageView(playground, app.storageLab.store.getState(), app.runs.getState().inspection);
}

test('reading makes the database first, and says what each setup takes', async () => {
  const test = open();
  const { app } = test;
  expect(await app.storageLab.read()).toBe(true);
  expect(app.runs.getState().activity).toEqual({ kind: 'ready' });
  const { report } = stateOf(test).read ?? {};
  expect(report?.sizeBytes).toBe(app.runs.getState().database?.summary.sizeBytes);
  expect(report?.trees.map(({ name, entries }) => [name, entries])).toEqual([
    ['sqlite_schema', 2],
    ['items', 3000],
    ['items_price', 3000],
  ]);
  const view = viewOf(test);
  const index = report?.trees[2]?.sizeBytes ?? 0;
  const [a, b] = view?.setups ?? [];
  expect(b?.sizeBytes).toBe(report?.sizeBytes);
  expect((b?.sizeBytes ?? 0) - (a?.sizeBytes ?? 0)).toBe(index);
  expect(view?.isStale).toBe(false);
});

test('trials stand side by side until the database is read anew', async () => {
  const test = open();
  const { app } = test;
  expect(await app.storageLab.tryVacuum(8192)).toBe(true);
  expect(await app.storageLab.tryVacuum(1024)).toBe(true);
  const { read, trials } = stateOf(test);
  expect(read?.report.pageSizeBytes).toBe(4096);
  expect(Object.values(trials).map(({ pageSizeBytes }) => pageSizeBytes)).toEqual([1024, 8192]);
  app.storageLab.dropTrial(1024);
  expect(Object.keys(stateOf(test).trials)).toEqual(['8192']);
  await app.storageLab.read();
  expect(stateOf(test).trials).toEqual({});
});

test('an edit of data, indexes or statistics makes it stale; a trial then reads anew', async () => {
  const test = open();
  const { app } = test;
  await app.storageLab.tryVacuum(4096);
  app.playground.setTitle('Another name');
  app.setups.setIndexOn('s1', 'items_price', true);
  expect(viewOf(test)?.isStale).toBe(false);
  app.indexes.change('items_price', 'CREATE INDEX items_price ON items (price, name)');
  expect(viewOf(test)?.isStale).toBe(true);
  const before = stateOf(test).read?.report.sizeBytes ?? 0;
  await app.storageLab.tryVacuum(8192);
  expect(viewOf(test)?.isStale).toBe(false);
  expect(stateOf(test).read?.report.sizeBytes).toBeGreaterThan(before);
  expect(Object.keys(stateOf(test).trials)).toEqual(['8192']);
});

test('a failure is told at its place and leaves what was read', async () => {
  const test = open();
  const { app } = test;
  await app.storageLab.read();
  expect(await app.storageLab.tryVacuum(1000)).toBe(false);
  expect(stateOf(test).error?.message).toContain('no pages of 1000 bytes');
  expect(app.runs.getState().activity.kind).toBe('failed');
  expect(stateOf(test).read).not.toBeNull();
  await app.storageLab.read();
  expect(stateOf(test).error).toBeNull();
});

test('a schema that fails is told', async () => {
  const test = open({ schemaSql: 'CREATE TABLE items (id' });
  expect(await test.app.storageLab.read()).toBe(false);
  expect(stateOf(test).error?.code).toBe('schema-invalid');
});

test('a stop ends the reading without an error, and the next one works', async () => {
  const test = open();
  const { app } = test;
  await app.database.generate();
  const reading = app.storageLab.read();
  app.stop();
  expect(await reading).toBe(false);
  expect(app.runs.getState().activity).toEqual({ kind: 'stopped' });
  expect(stateOf(test)).toMatchObject({ read: null, error: null });
  expect(await app.storageLab.read()).toBe(true);
});

test('a large database waits for the word of the user', async () => {
  const test = open({}, { largeStorageBytes: 50_000 });
  const { app } = test;
  expect(await app.storageLab.read()).toBe(false);
  expect(app.runs.getState().activity).toEqual({ kind: 'ready' });
  const sizeBytes = app.runs.getState().database?.summary.sizeBytes ?? 0;
  expect(sizeBytes).toBeGreaterThan(50_000);
  expect(stateOf(test)).toMatchObject({ read: null, asking: { sizeBytes, trialPageSize: null } });
  const form = storageForm(stateOf(test), app.runs.getState(), false);
  expect(form.isLargeKnown).toBe(true);
  const sizes = [1, 2, 3].map((times) => formatBytes(times * sizeBytes));
  expect(form.asking?.text).toMatch(new RegExp(sizes.join('.*')));
  expect(await app.storageLab.read(true)).toBe(true);
  expect(stateOf(test)).toMatchObject({ asking: null, error: null });
});

test('another playground takes the place of what was read', async () => {
  const test = open();
  await test.app.storageLab.tryVacuum(8192);
  test.app.files.startNew();
  expect(stateOf(test)).toMatchObject({ read: null, trials: {} });
  const { inspection } = test.app.runs.getState();
  expect(inspection).toBeDefined();
});
