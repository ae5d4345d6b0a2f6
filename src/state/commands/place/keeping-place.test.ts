import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { createPlaceStore, placeKey } from '../../../storage/place-store.ts';
import { firstPlace, type KeptPlace, parsePlace } from '../../place/kept-place.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { scaleForm } from '../../selectors/scale/scale-form.ts';
import { storageForm } from '../../selectors/storage/storage-form.ts';
import { writesForm } from '../../selectors/writes/form/writes-form.ts';
import { writesExperiment } from '../../selectors/writes/form/writes-request.ts';
import { restorePlace, startKeepingPlace } from './keeping-place.ts';

const opened: TestApp[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const { close } of opened.splice(0)) close();
});

function open(playground: Playground = items) {
  const test = openTestApp(playground);
  opened.push(test);
  return test.app;
}

/** A browser's storage that outlives the page. */
function memory(text: string | null = null) {
  const kept = new Map(text === null ? [] : [[placeKey, text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

/** Leaves the page as it is after `change`, and opens another one in the same browser. */
function reload(change: (app: ReturnType<typeof open>) => void, next = items) {
  const store = createPlaceStore(() => browser);
  const browser = memory();
  const before = open();
  const place = startKeepingPlace(before, store);
  change(before);
  place.save();
  place.stop();
  const after = open(next);
  restorePlace(after, store);
  return after;
}

const settings = (app: ReturnType<typeof open>) => app.writes.store.getState().settings;

test('mode, tabs and the fields of the labs survive a reload', () => {
  const app = reload(({ ui, writes, scale, storageLab }) => {
    ui.setState({ mode: 'labs', labTab: 'scale' });
    writes.set({ view: 'constraints', rows: 1_000_000, latencyMs: 5, table: 'items' });
    writes.set({ operation: 'update', updateColumn: 'price', updateExpression: 'price + 2' });
    writes.set({ ticked: { s2: false } });
    scale.set({ largestRows: 500, axis: { kind: 'share', parameter: ':price' } });
    storageLab.choosePageSize(512);
  });
  expect(app.ui.getState()).toMatchObject({ mode: 'labs', labTab: 'scale' });
  expect(settings(app)).toMatchObject({
    view: 'constraints',
    rows: 1_000_000,
    latencyMs: 5,
    table: 'items',
    operation: 'update',
    updateColumn: 'price',
    updateExpression: 'price + 2',
    ticked: { s2: false },
  });
  expect(app.scale.store.getState().settings).toMatchObject({
    largestRows: 500,
    axis: { kind: 'share', parameter: ':price' },
  });
  expect(app.storageLab.store.getState().trialPageSize).toBe(512);
});

test('over another playground, what depends on the playground is as at first', () => {
  const other = { ...items, schemaSql: 'CREATE TABLE others (id INTEGER PRIMARY KEY, x TEXT);' };
  const app = reload(({ ui, writes, scale, storageLab }) => {
    ui.setState({ mode: 'labs' });
    writes.set({ rows: 1_000_000, table: 'items' });
    writes.set({ ticked: { s2: false } });
    scale.set({ budgetMs: 1000, leftOutIds: ['s1'] });
    storageLab.choosePageSize(512);
  }, other);
  expect(app.ui.getState().mode).toBe('labs');
  expect(settings(app)).toMatchObject({ rows: 1_000_000, table: null, ticked: {} });
  expect(app.scale.store.getState().settings).toMatchObject({ budgetMs: 1000, leftOutIds: [] });
  expect(app.storageLab.store.getState().trialPageSize).toBeNull();
});

test('each playground has its own; edits of one do not push out the others', () => {
  const browser = memory();
  const store = createPlaceStore(() => browser);
  const app = open();
  const place = startKeepingPlace(app, store);
  app.writes.set({ table: 'items' });
  place.save();
  app.playground.replace({
    ...items,
    queries: [],
    setups: [...items.setups],
    recipe: { ...items.recipe },
  });
  for (let edit = 0; edit < 20; edit++) {
    app.playground.setSchemaSql(`CREATE TABLE t${String(edit)} (id INTEGER PRIMARY KEY);`);
    place.save();
  }
  place.stop();
  expect(parsePlace(store.load())?.fields).toHaveLength(2);
  const after = open();
  restorePlace(after, store);
  expect(settings(after).table).toBe('items');
});

test('comes back with its playground, as undo does, also when it had no time to rest', () => {
  const app = open();
  const browser = memory();
  const place = startKeepingPlace(
    app,
    createPlaceStore(() => browser),
  );
  app.writes.set({ operation: 'delete', start: 'empty', table: 'items' });
  app.scale.set({ largestRows: 30_000 });
  app.playground.replace({
    ...items,
    schemaSql: 'CREATE TABLE other (id INTEGER PRIMARY KEY);',
    queries: [],
    setups: [...items.setups],
    recipe: { ...items.recipe },
  });
  expect(settings(app)).toMatchObject({ operation: 'delete', start: null, table: null });
  app.document.undo();
  expect(settings(app)).toMatchObject({ operation: 'delete', start: 'empty', table: 'items' });
  expect(app.scale.store.getState().settings.largestRows).toBe(30_000);
  place.stop();
});

test('is kept once a change has rested, and only what changed asks for it', () => {
  vi.useFakeTimers();
  const saved: unknown[] = [];
  const app = open();
  const place = startKeepingPlace(app, { load: () => null, save: (value) => saved.push(value) });
  app.ui.setState({ dialog: 'help' });
  app.writes.store.setState({ fraction: 0.5 });
  vi.advanceTimersByTime(1000);
  expect(saved).toEqual([]);
  app.writes.set({ rows: 1000 });
  app.writes.set({ rows: 100_000 });
  vi.advanceTimersByTime(1000);
  expect(saved).toHaveLength(1);
  place.stop();
});

test('storage that is full or forbidden is as good as none', () => {
  const forbidden = createPlaceStore(() => {
    throw new Error('The operation is insecure.');
  });
  const app = open();
  restorePlace(app, forbidden);
  const place = startKeepingPlace(app, forbidden);
  app.ui.setState({ mode: 'labs' });
  place.save();
  place.stop();
  expect(app.ui.getState().mode).toBe('labs');
});

/** Places of which any part may be anything. */
function strangePlaces(whole: KeptPlace): fc.Arbitrary<unknown> {
  const odd = (value: unknown): fc.Arbitrary<unknown> => {
    if (typeof value !== 'object' || value === null) {
      return fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, fc.anything());
    }
    const inner = Array.isArray(value)
      ? fc.tuple(...value.map(odd))
      : fc.record(
          Object.fromEntries(Object.entries(value).map(([key, each]) => [key, odd(each)])),
          { requiredKeys: [] },
        );
    return fc.oneof({ weight: 6, arbitrary: inner }, fc.anything());
  };
  return odd(whole);
}

test('whatever is in storage, the page starts', async () => {
  const app = open();
  await vi.waitFor(() => expect(app.runs.getState().inspection).not.toBeNull());
  const whole = reload(({ writes, scale }) => {
    writes.set({
      table: 'items',
      updateColumn: 'price',
      techniques: { insert: ['insert-json'], update: null, delete: null },
    });
    writes.set({ ticked: { s2: false } });
    scale.set({ queryId: 'q1', leftOutIds: ['s1'], flipIds: ['s1', 's2'] });
  });
  const kept: KeptPlace = { ...firstPlace, fields: [keptFields(whole)] };
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    strangePlaces(kept).map((place) => JSON.stringify(place) ?? ''),
  );
  const { playground } = app.document.store.getState();
  fc.assert(
    fc.property(texts, (text) => {
      restorePlace(
        app,
        createPlaceStore(() => memory(text)),
      );
      const { mode, labTab } = app.ui.getState();
      // What is read back is a place again: nothing of the text got past the parser.
      const place: KeptPlace = { mode, labTab, fields: [keptFields(app)] };
      expect(parsePlace(JSON.parse(JSON.stringify(place)))).toEqual(place);
      const facts = app.runs.getState();
      writesForm(playground, settings(app), facts);
      for (const kind of ['techniques', 'batch-sizes', 'index-price', 'constraints'] as const) {
        writesExperiment(kind, playground, settings(app), facts);
      }
      scaleForm(playground, app.scale.store.getState().settings, facts, 'q1');
      storageForm(app.storageLab.store.getState(), facts, false);
    }),
    { numRuns: 150 },
  );
});

function keptFields(app: ReturnType<typeof open>) {
  const browser = memory();
  const store = createPlaceStore(() => browser);
  const place = startKeepingPlace(app, store);
  // Any change asks for a save of all.
  app.scale.set({});
  place.save();
  place.stop();
  const [fields] = parsePlace(store.load())?.fields ?? [];
  if (!fields) throw new Error('Nothing was kept.');
  return fields;
}
