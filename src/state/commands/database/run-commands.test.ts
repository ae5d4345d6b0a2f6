import { afterEach, expect, test, vi } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { parameterFaults } from '../../selectors/queries/parameter-faults.ts';
import { runView } from '../../selectors/queries/run-words.ts';

const items: Playground = {
  ...emptyPlayground,
  schemaSql: 'CREATE TABLE items (id INTEGER PRIMARY KEY);',
  recipe: { seed: 7, generatorsVersion: 1, rows: { items: 10 } },
  indexes: [{ name: 'items_id', sql: 'CREATE INDEX items_id ON items (id)' }],
  queries: [
    { id: 'q1', name: 'all', sql: 'SELECT id FROM items', parameters: [], weight: 1 },
    { id: 'q2', name: 'one', sql: 'SELECT 1', parameters: [], weight: 1 },
  ],
};

let open: TestApp | null = null;

function start() {
  open = openTestApp(items);
  const { app } = open;
  const playground = () => app.document.store.getState().playground;
  return {
    app,
    playground,
    setupId: items.setups[0]?.id ?? '',
    view: () => {
      const { lastRun } = app.runs.getState();
      return lastRun && runView(playground(), lastRun);
    },
  };
}

afterEach(() => {
  open?.close();
  open = null;
});

test('a result is stale after a change of its query, data or setup, and not of anything else', async () => {
  const { app, view, setupId } = start();
  await app.run.runQuery();
  expect(view()).toMatchObject({ isStale: false, isStopped: false });
  app.playground.setTitle('Another title');
  app.queries.setSql('q2', 'SELECT 2');
  expect(view()?.isStale).toBe(false);
  const changes = [
    () => app.queries.setSql('q1', 'SELECT id FROM items LIMIT 1'),
    () => app.playground.setRows('items', 11),
    () => app.playground.setSchemaSql('CREATE TABLE items (id INTEGER PRIMARY KEY, n);'),
    () => app.setups.setIndexOn(setupId, 'items_id', true),
  ];
  for (const change of changes) {
    change();
    expect(view()?.isStale).toBe(true);
    app.playground.undo();
    expect(view()?.isStale).toBe(false);
  }
});

test('a run that fails stands in place of the result before it', async () => {
  const { app, view } = start();
  await app.run.runQuery();
  app.playground.setSchemaSql('CREATE TABEL items (id);');
  expect(await app.run.runQuery()).toBe(false);
  expect(view()?.outcome).toMatchObject({ statements: [], error: { code: 'schema-invalid' } });
  expect(view()?.sql).toBe('SELECT id FROM items');
});

test('a run that is stopped stands in place of the result before it', async () => {
  const { app, view } = start();
  await app.run.runQuery();
  const running = app.run.runQuery();
  app.stop();
  expect(await running).toBe(false);
  expect(view()).toMatchObject({ isStopped: true, outcome: { statements: [] } });
});

test('a run that ends after another playground was opened is nobody’s', async () => {
  const { app } = start();
  const running = app.run.runQuery();
  app.files.openExample('practice-exercise');
  await running;
  expect(app.runs.getState().lastRun).toBeNull();
});

test('the state of a failed or stopped run ends with the next edit', async () => {
  const { app } = start();
  const activity = () => app.runs.getState().activity.kind;
  app.playground.setSchemaSql('CREATE TABEL items (id);');
  await app.run.runQuery();
  expect(activity()).toBe('failed');
  app.playground.undo();
  expect(activity()).toBe('ready');
  const running = app.run.runQuery();
  app.playground.setTitle('While it runs');
  expect(activity()).not.toBe('ready');
  app.stop();
  await running;
  expect(activity()).toBe('stopped');
  app.playground.setTitle('After it');
  expect(activity()).toBe('ready');
});

test('a parameter without values has its sentence, until it is changed', async () => {
  const { app, playground } = start();
  const faults = () => parameterFaults(playground(), app.runs.getState(), 'q1');
  app.queries.setSql('q1', 'SELECT id FROM items WHERE id = :id');
  app.queries.setGenerator('q1', ':id', { kind: 'list', values: [] });
  await app.run.runQuery();
  await vi.waitFor(() => expect([...faults().keys()]).toEqual([':id']));
  app.queries.setGenerator('q1', ':id', { kind: 'list', values: [3] });
  expect(faults().size).toBe(0);
  await app.run.runQuery();
  expect(app.runs.getState().lastRun?.outcome.statements[0]?.firstRows).toEqual([[3]]);
});
