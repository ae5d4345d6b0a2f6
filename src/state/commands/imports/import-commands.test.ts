import { afterEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { loadTestDriver } from '../../../engine/sqlite/sqljs.testing.ts';
import type { ImportState } from '../../import-store.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { whenIdle } from '../work/activity.ts';

const driver = await loadTestDriver();
let opened: TestApp[] = [];

function open(playground: Playground = items): TestApp['app'] {
  const test = openTestApp(playground);
  opened.push(test);
  return test.app;
}

afterEach(() => {
  for (const test of opened) test.close();
  opened = [];
});

const shop = `
  CREATE TABLE goods (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE INDEX goods_name ON goods (name);
  CREATE VIEW long_names AS SELECT * FROM goods WHERE length(name) > 3;
  INSERT INTO goods (name) VALUES ('Lamp'), ('Oak desk'), ('Pen');`;

function databaseFile(script: string): Blob {
  const database = driver.open();
  database.run(script);
  const bytes = new Uint8Array(database.export());
  database.close();
  return new Blob([bytes]);
}

function ready(state: ImportState): Extract<ImportState, { status: 'ready' }> {
  if (state.status !== 'ready') throw new Error(`The import is ${JSON.stringify(state)}`);
  return state;
}

async function answer(app: TestApp['app'], sql: string): Promise<unknown> {
  app.queries.add();
  const { queryId } = app.ui.getState();
  app.queries.setSql(queryId ?? '', sql);
  await whenIdle(app.runs);
  await app.run.runQuery();
  const { lastRun } = app.runs.getState();
  if (lastRun?.outcome.error) throw new Error(lastRun.outcome.error.message);
  return lastRun?.outcome.statements[0]?.firstRows;
}

describe('importing a database', () => {
  it('makes a playground of it, whose data is the file', async () => {
    const app = open();
    await app.imports.open({ name: 'shop.db', blob: databaseFile(shop) });
    const state = ready(app.importing.getState());
    expect(state.place).toEqual({ kind: 'new' });
    await app.imports.start();
    await whenIdle(app.runs);
    const { playground } = app.document.store.getState();
    expect(playground.title).toBe('shop');
    expect(playground.schemaSql).toContain('CREATE VIEW long_names');
    expect(playground.schemaSql).not.toContain('CREATE INDEX');
    expect(playground.indexes).toEqual([
      { name: 'goods_name', sql: 'CREATE INDEX goods_name ON goods (name)' },
    ]);
    expect(playground.imported).toMatchObject({
      fileName: 'shop.db',
      engine: 'sql.js',
      tables: [{ name: 'goods', rows: 3 }],
    });
    expect(app.importing.getState()).toEqual({ status: 'none' });
    expect(await answer(app, 'SELECT name FROM long_names ORDER BY id')).toEqual([
      ['Lamp'],
      ['Oak desk'],
    ]);
  });

  it('is undone as one step, and then the old data is made again', async () => {
    const app = open();
    await app.database.generate();
    await app.imports.open({ name: 'shop.db', blob: databaseFile(shop) });
    await app.imports.start();
    await whenIdle(app.runs);
    app.playground.undo();
    expect(app.document.store.getState().playground).toBe(items);
    await app.database.generate();
    expect(await answer(app, 'SELECT count(*) FROM items')).toEqual([[3000]]);
  });

  it('keeps the queries when the same file comes again', async () => {
    const app = open();
    await app.imports.open({ name: 'shop.db', blob: databaseFile(shop) });
    await app.imports.start();
    await answer(app, 'SELECT count(*) FROM goods');
    const more = databaseFile(`${shop} INSERT INTO goods (name) VALUES ('Cup');`);
    await app.imports.open({ name: 'shop.db', blob: more });
    expect(ready(app.importing.getState()).place).toEqual({ kind: 'replace-data' });
    await app.imports.start();
    await whenIdle(app.runs);
    const { queries } = app.document.store.getState().playground;
    expect(queries.map(({ sql }) => sql)).toEqual(['SELECT count(*) FROM goods']);
    expect(await answer(app, 'SELECT count(*) FROM goods')).toEqual([[4]]);
  });

  it('changes nothing when the file is none', async () => {
    const test = openTestApp(items);
    opened.push(test);
    const { app, client } = test;
    await app.database.generate();
    const image = async () =>
      new Uint8Array((await client.engine.call('exportImage', {})).image.slice());
    const data = await image();
    const before = app.document.store.getState().playground;
    const damaged = new Uint8Array(await databaseFile(shop).arrayBuffer());
    // A page that says it is of a kind that there is not.
    damaged[4096] = 77;
    for (const [name, content] of [
      ['empty.db', ''],
      ['page.db', '<!DOCTYPE html><title>404</title>'],
      ['cut.db', databaseFile(shop).slice(0, 5000)],
      ['damaged.db', damaged],
    ] as const) {
      await app.imports.open({ name, blob: new Blob([content]) });
      // Some damage shows only when every page is checked.
      if (app.importing.getState().status === 'ready') await app.imports.start();
      expect(app.importing.getState()).toMatchObject({
        status: 'failed',
        error: { code: 'import-refused' },
      });
    }
    expect(app.document.store.getState().playground).toBe(before);
    // Matchers take seconds to compare bytes one by one.
    expect(Buffer.compare(await image(), data)).toBe(0);
  });

  it('can be replaced by generated rows of the same number', async () => {
    const app = open();
    await app.imports.open({ name: 'shop.db', blob: databaseFile(shop) });
    await app.imports.start();
    await whenIdle(app.runs);
    app.imports.detach();
    await app.database.generate();
    expect(await answer(app, 'SELECT count(*) FROM goods')).toEqual([[3]]);
    expect(app.document.store.getState().playground.imported).toBeUndefined();
  });
});

describe('importing rows', () => {
  const csv = 'name,price\nCup,3\nBowl,\nBroken\n';

  it('adds them to the table whose columns they have, and tells what was left out', async () => {
    const app = open();
    await app.database.generate();
    await app.imports.open({ name: 'more.csv', blob: new Blob([csv]) });
    const state = ready(app.importing.getState());
    expect(state.place).toEqual({ kind: 'add-rows' });
    expect(state.rows).toMatchObject({ table: 'items', isNew: false, mapping: ['name', 'price'] });
    await app.imports.start();
    await whenIdle(app.runs);
    // price is NOT NULL, and the last line has one field.
    expect(app.importing.getState()).toMatchObject({ status: 'done', rowCount: 1, badRowCount: 2 });
    const { badRows } = app.importing.getState() as Extract<ImportState, { status: 'done' }>;
    expect(badRows.map(({ line }) => line)).toEqual([3, 4]);
    const { playground } = app.document.store.getState();
    expect(playground.queries).toBe(items.queries);
    expect(playground.setups.map(({ indexes }) => indexes)).toEqual([[], ['items_price']]);
    expect(await answer(app, 'SELECT count(*) FROM items')).toEqual([[3001]]);
  });

  it('reads them anew when the options change', async () => {
    const app = open();
    await app.imports.open({ name: 'a.csv', blob: new Blob(['x;y\n1;2\n3;4\n']) });
    const { report } = ready(app.importing.getState());
    if (report.kind !== 'rows') throw new Error('no rows');
    expect(report.options).toMatchObject({ delimiter: ';', hasHeader: true });
    await app.imports.setOptions({ ...report.options, hasHeader: false });
    const changed = ready(app.importing.getState()).report;
    expect(changed.kind === 'rows' && changed.rows).toHaveLength(3);
  });
});

describe('while a file is read with other options', () => {
  const content = 'a;b\n1;2\n3;4\n';

  async function rereading() {
    const app = open();
    await app.imports.open({ name: 'a.csv', blob: new Blob([content]) });
    const { report } = ready(app.importing.getState());
    if (report.kind !== 'rows') throw new Error('no rows');
    return { app, reading: app.imports.setOptions({ ...report.options, hasHeader: false }) };
  }

  it('it is not taken in, with the columns of before or otherwise', async () => {
    const { app, reading } = await rereading();
    expect(ready(app.importing.getState()).isReading).toBe(true);
    await app.imports.start();
    expect(app.document.store.getState().playground).toBe(items);
    await reading;
    const state = ready(app.importing.getState());
    expect(state.isReading).toBe(false);
    expect(state.report).toMatchObject({ options: { hasHeader: false } });
    await app.imports.start();
    expect(app.document.store.getState().playground.imported?.tables).toEqual([
      { name: 'a', rows: 3 },
    ]);
  });

  it('what is decided meanwhile stays', async () => {
    const { app, reading } = await rereading();
    app.imports.setPlace({ kind: 'add-rows' });
    const { rows } = ready(app.importing.getState());
    if (!rows) throw new Error('no rows');
    app.imports.setRows({ ...rows, table: 'mine' });
    await reading;
    expect(ready(app.importing.getState())).toMatchObject({
      place: { kind: 'add-rows' },
      rows: { table: 'mine', isNew: true },
    });
  });

  it('the options of the latest change count', async () => {
    const { app, reading } = await rereading();
    const { report } = ready(app.importing.getState());
    if (report.kind !== 'rows') throw new Error('no rows');
    const second = app.imports.setOptions({ ...report.options, delimiter: ',' });
    await Promise.all([reading, second]);
    expect(ready(app.importing.getState())).toMatchObject({
      isReading: false,
      report: { options: { hasHeader: false, delimiter: ',' }, columns: [expect.anything()] },
    });
  });
});

describe('the engine and an import', () => {
  it('waits for what the engine does', async () => {
    const app = open();
    await app.imports.open({ name: 'shop.db', blob: databaseFile(shop) });
    const generating = app.database.generate();
    await app.imports.start();
    expect(app.importing.getState().status).toBe('ready');
    await generating;
    await app.imports.start();
    expect(app.document.store.getState().playground.imported?.fileName).toBe('shop.db');
  });

  it('is said to be at work until the data is loaded', async () => {
    const app = open();
    await app.imports.open({ name: 'shop.db', blob: databaseFile(shop) });
    const seen: string[] = [];
    app.runs.subscribe(({ activity, database }) => {
      const isLoaded = database?.summary.tables[0]?.name === 'goods';
      const isOpen = app.document.store.getState().playground.imported !== undefined;
      if (isOpen && !isLoaded && activity.kind !== seen.at(-1)) seen.push(activity.kind);
    });
    await app.imports.start();
    await whenIdle(app.runs);
    expect(app.runs.getState().database?.summary.tables).toEqual([{ name: 'goods', rows: 3 }]);
    // Nothing comes after the loading has begun but its end.
    expect(seen.at(-1)).toBe('generating');
    expect(seen.filter((kind) => kind === 'generating')).toHaveLength(1);
  });
});

describe('importing a script', () => {
  it('is read in its own encoding when it becomes text', async () => {
    const app = open();
    const script = "\uFEFFCREATE TABLE t (name TEXT);\nINSERT INTO t VALUES ('Zoë');\n";
    const bytes = Uint8Array.from(Buffer.from(script, 'utf16le'));
    await app.imports.open({ name: 'dump.sql', blob: new Blob([bytes]) });
    expect(ready(app.importing.getState()).report).toMatchObject({ encoding: 'utf-16le' });
    app.imports.setPlace({ kind: 'text' });
    await app.imports.start();
    expect(app.document.store.getState().playground.schemaSql).toContain("VALUES ('Zoë')");
  });

  it('becomes text of a playground when it is short', async () => {
    const app = open();
    await app.imports.open({ name: 'shop.sql', blob: new Blob([shop]) });
    expect(ready(app.importing.getState()).place).toEqual({ kind: 'text' });
    await app.imports.start();
    const { playground } = app.document.store.getState();
    expect(playground.imported).toBeUndefined();
    expect(playground.schemaSql).toContain("INSERT INTO goods (name) VALUES ('Lamp')");
    expect(playground.indexes.map(({ name }) => name)).toEqual(['goods_name']);
  });

  it('becomes data when that is chosen', async () => {
    const app = open();
    await app.imports.open({ name: 'shop.sql', blob: new Blob([shop]) });
    app.imports.setPlace({ kind: 'new' });
    await app.imports.start();
    await whenIdle(app.runs);
    const { playground } = app.document.store.getState();
    expect(playground.schemaSql).not.toContain('INSERT');
    expect(await answer(app, 'SELECT count(*) FROM goods')).toEqual([[3]]);
  });
});
