import { describe, expect, it } from 'vitest';
import type { Playground, Setup } from '../engine/model/playground.ts';
import type { Database } from '../engine/sqlite/driver.ts';
import { loadTestDriver } from '../engine/sqlite/sqljs.testing.ts';
import { parseLink, toLink } from '../share/link/link.ts';
import { linkSizeAdvice } from '../share/link/link-size.ts';
import { emptyPlayground } from './empty.ts';
import { examples, findExample, firstVisitExample } from './list.ts';

const driver = await loadTestDriver();

/** The schema and the indexes of a setup, without rows. */
function openSetup(playground: Playground, setup: Setup): Database {
  const db = driver.open();
  db.run(playground.schemaSql);
  for (const index of playground.indexes) {
    if (setup.indexes.includes(index.name)) db.run(index.sql);
  }
  return db;
}

/** The plan of a query in a setup, one line a step. */
function planOf(playground: Playground, queryId: string, setupId: string): string {
  const setup = playground.setups.find((each) => each.id === setupId);
  const query = playground.queries.find((each) => each.id === queryId);
  if (!setup || !query) throw new Error(`no ${queryId} in ${setupId}`);
  const db = openSetup(playground, setup);
  try {
    return db
      .all(`EXPLAIN QUERY PLAN ${query.sql}`)
      .map((row) => String(row[3]))
      .join('\n');
  } finally {
    db.close();
  }
}

describe.each(examples.map((example) => [example.id, example] as const))('%s', (_, example) => {
  const { playground } = example;

  it('creates its schema and every index', () => {
    const db = driver.open();
    db.run(playground.schemaSql);
    for (const index of playground.indexes) {
      db.run(index.sql);
      const names = db.all("SELECT name FROM sqlite_schema WHERE type = 'index'").flat();
      expect(names).toContain(index.name);
    }
    db.close();
  });

  it('runs every query in every setup, and every parameter’s query', () => {
    for (const setup of playground.setups) {
      const db = openSetup(playground, setup);
      for (const query of playground.queries) {
        db.all(
          query.sql,
          query.parameters.map(() => 1),
        );
        for (const { generator } of query.parameters) {
          if (generator.kind === 'query') db.all(generator.sql);
        }
      }
      db.close();
    }
  });

  it('names only what it has', () => {
    const names = playground.indexes.map((index) => index.name);
    for (const setup of playground.setups) {
      for (const name of setup.indexes) expect(names).toContain(name);
    }
    const db = driver.open();
    db.run(playground.schemaSql);
    const tables = db.all("SELECT name FROM sqlite_schema WHERE type = 'table'").flat();
    expect(Object.keys(playground.recipe.rows).sort()).toEqual(tables.sort());
    db.close();
    for (const query of playground.queries) {
      const mentioned = new Set(query.sql.match(/:\w+/g) ?? []);
      expect(new Set(query.parameters.map((parameter) => parameter.name))).toEqual(mentioned);
    }
  });

  it('travels in a comfortable link', async () => {
    const made = await toLink({ playground });
    if (made.kind !== 'made') throw new Error(made.message);
    expect(await parseLink(made.hash)).toMatchObject({ kind: 'playground', playground });
    expect(linkSizeAdvice(made.hash.length + 60)).toEqual({ level: 'fine' });
  });

  it('is found by its id and described in one sentence', () => {
    expect(findExample(example.id)).toBe(example);
    expect(example.summary).toMatch(/^[A-Z][^\n]{20,110}\.$/);
  });
});

describe('what the examples show', () => {
  it('a scan, a search and a covering index on the first visit', () => {
    const { playground } = firstVisitExample;
    expect(planOf(playground, 'q1', 's1')).toContain('SCAN products');
    expect(planOf(playground, 'q1', 's2')).toContain('USING INDEX idx_products_category ');
    expect(planOf(playground, 'q1', 's3')).toBe(
      'SEARCH products USING COVERING INDEX idx_products_category_price (category=? AND price>?)',
    );
    expect(Object.values(playground.recipe.rows).reduce((sum, rows) => sum + rows)).toBe(100_000);
  });

  it('an automatic index where a foreign key has none', () => {
    const playground = findExample('join-without-index')?.playground ?? emptyPlayground;
    expect(planOf(playground, 'q1', 's1')).toContain('AUTOMATIC');
    expect(planOf(playground, 'q1', 's2')).toContain('idx_orders_customer');
    expect(planOf(playground, 'q2', 's1')).toContain('SCAN orders');
    expect(planOf(playground, 'q2', 's3')).toContain('COVERING INDEX');
  });

  it('a plain and a covering index for the same range', () => {
    const playground = findExample('covering-index')?.playground ?? emptyPlayground;
    expect(planOf(playground, 'q1', 's1')).toContain('SCAN items');
    expect(planOf(playground, 'q1', 's2')).toContain('USING INDEX idx_items_price ');
    expect(planOf(playground, 'q1', 's3')).toContain('USING COVERING INDEX');
  });
});

it('an empty playground travels too', async () => {
  const made = await toLink({ playground: emptyPlayground });
  if (made.kind !== 'made') throw new Error(made.message);
  expect(await parseLink(made.hash)).toMatchObject({ playground: emptyPlayground });
});
