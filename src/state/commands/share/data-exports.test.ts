import { afterEach, expect, test } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { loadTestDriver } from '../../../engine/sqlite/sqljs.testing.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import type { Activity } from '../../runs-store.ts';
import { exportFacts, exportTables } from '../../selectors/share/export-view.ts';
import { statusText } from '../../selectors/status-text.ts';

let open: TestApp | null = null;

afterEach(() => {
  open?.close();
  open = null;
});

function start(playground: Playground = items) {
  open = openTestApp(playground);
  const { app } = open;
  const activities: Activity[] = [];
  app.runs.subscribe(({ activity }) => activities.push(activity));
  const words = () => [...new Set(activities.map(statusText))];
  return { app, client: open.client, words };
}

const [none, indexed] = items.setups;

test('a database is that of the setup, and its data is made first', async () => {
  const { app, words } = start();
  const driver = await loadTestDriver();
  const indexesOf = async (blob: Blob) => {
    const database = driver.open(new Uint8Array(await blob.arrayBuffer()));
    expect(database.all('SELECT count(*) FROM items')).toEqual([[3000]]);
    const rows = database.all("SELECT name FROM sqlite_schema WHERE type = 'index'").flat();
    database.close();
    return rows;
  };
  const bare = await app.exports.exportDatabase(none?.id ?? '', 'sqlite');
  expect(bare?.name).toBe('items-a.sqlite');
  expect(bare?.blob.type).toBe('application/vnd.sqlite3');
  expect(await indexesOf(bare?.blob ?? new Blob())).toEqual([]);
  expect(words()).toContain('Exporting 90 %');
  expect(app.runs.getState().activity).toEqual({ kind: 'ready' });
  const whole = await app.exports.exportDatabase(indexed?.id ?? '', 'sqlite');
  expect(await indexesOf(whole?.blob ?? new Blob())).toEqual(['items_price']);

  // What the page says of them beforehand: the file has no unused page, so it is not larger.
  const { playground } = app.document.store.getState();
  const factsOf = (setup: Playground['setups'][number] | undefined) =>
    setup &&
    exportFacts(playground, app.runs.getState(), { kind: 'database', format: 'sqlite', setup });
  expect(factsOf(indexed)?.holds).toBe(
    '1 table with 3,000 rows, the index items_price and no statistics.',
  );
  expect(factsOf(none)).toMatchObject({ first: null, size: expect.stringMatching(/^about \d/) });
  expect(bare?.blob.size).toBeLessThan(whole?.blob.size ?? 0);
});

test('a dump makes the same database, a table is CSV or JSON', async () => {
  const { app } = start();
  const dump = await app.exports.exportDatabase(indexed?.id ?? '', 'sql');
  expect(dump?.name).toBe('items-b.sql');
  const made = (await loadTestDriver()).open();
  made.run((await dump?.blob.text()) ?? '');
  const csv = await app.exports.exportTable('items', { kind: 'csv', isRaw: false });
  expect(csv?.name).toBe('items-items.csv');
  const lines = (await csv?.blob.text())?.split('\r\n') ?? [];
  expect(lines).toHaveLength(3002);
  expect(lines[0]).toBe('id,name,price');
  const json = await app.exports.exportTable('items', { kind: 'json' });
  const rows = JSON.parse((await json?.blob.text()) ?? '');
  expect(rows.map(Object.values)).toEqual(made.all('SELECT id, name, price FROM items'));
  expect(exportTables(items, app.runs.getState())).toEqual([{ name: 'items', rows: 3000 }]);
  made.close();
});

test('all kept rows of a result are saved, in windows', async () => {
  const { app } = start();
  app.queries.setSql(
    'q1',
    "SELECT a.id * 3 AS n, '=' || b.id AS n FROM items a JOIN items b ON b.id < 5 ORDER BY 1, 2",
  );
  await app.run.runQuery();
  const statement = app.runs.getState().lastRun?.outcome.statements[0];
  expect(statement?.rowCount).toBe(12_000);
  const { resultId, columns, keptRows } = statement ?? { columns: [], keptRows: 0 };
  const result = { resultId: resultId ?? 0, columns, keptRows, queryName: 'Dear items!' };
  const csv = await app.exports.exportResult(result, { kind: 'csv', isRaw: false });
  expect(csv?.name).toBe('items-dear-items.csv');
  const lines = (await csv?.blob.text())?.split('\r\n') ?? [];
  expect(lines.slice(0, 3)).toEqual(['n,n', "3,'=1", "3,'=2"]);
  expect(lines).toHaveLength(12_002);
  const json = await app.exports.exportResult(result, { kind: 'json' });
  expect(JSON.parse((await json?.blob.text()) ?? '').at(-1)).toEqual({ n: 9000, 'n:1': '=4' });
});

test('what fails is told in a notice, and leaves the engine as it was', async () => {
  const { app } = start();
  expect(await app.exports.exportTable('gone', { kind: 'json' })).toBeNull();
  expect(app.ui.getState().notices.at(-1)).toMatchObject({
    tone: 'error',
    text: 'There is no table "gone" in the database.',
  });
  const result = { resultId: 99, columns: ['a'], keptRows: 5, queryName: 'q' };
  expect(await app.exports.exportResult(result, { kind: 'json' })).toBeNull();
  expect(app.ui.getState().notices.at(-1)?.text).toBe('This result is no longer kept.');
  expect(await app.exports.exportTable('items', { kind: 'json' })).not.toBeNull();
});

test('Stop ends it without a notice; another one waits for nothing', async () => {
  const { app } = start();
  await app.database.generate();
  const exporting = app.exports.exportTable('items', { kind: 'json' });
  expect(await app.exports.exportTable('items', { kind: 'json' })).toBeNull();
  expect(app.ui.getState().notices.at(-1)?.text).toMatch(/at work/);
  const { length } = app.ui.getState().notices;
  app.stop();
  expect(await exporting).toBeNull();
  expect(app.runs.getState().activity).toEqual({ kind: 'stopped' });
  expect(app.ui.getState().notices).toHaveLength(length);
  expect(await app.exports.exportTable('items', { kind: 'json' })).not.toBeNull();
});
