import { describe, expect, it } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import type { ImportOutcome } from '../../../engine/model/transfer/import.ts';
import { productsAndOrders } from '../../../examples/products-and-orders.ts';
import { newPlayground, withData, withGeneratedData } from './imported-playground.ts';

const byCity = { name: 'by_city', sql: 'CREATE INDEX by_city ON people (city)' };
const byName = { name: 'by_name', sql: 'CREATE INDEX by_name ON people (name)' };

const outcome: ImportOutcome = {
  imported: {
    imageId: 'i0123456789abcdef',
    fileName: 'people.backup.db',
    sizeBytes: 8192,
    tables: [{ name: 'people', rows: 12 }],
    engine: 'sql.js',
  },
  schemaSql: 'CREATE TABLE people (name TEXT, city TEXT);\n',
  indexes: [byCity, byName],
  hasStatistics: true,
  rowCount: 12,
  badRows: [],
  badRowCount: 0,
  warnings: [],
};

const setup = (id: string, indexes: string[]): Playground['setups'][number] => ({
  id,
  name: id,
  indexes,
  hasStatistics: false,
  cache: { kind: 'none' },
});

describe('newPlayground', () => {
  it('has the indexes of the file as switches that are on, and its statistics', () => {
    const playground = newPlayground(outcome);
    expect(playground.title).toBe('people.backup');
    expect(playground.indexes).toEqual([byCity, byName]);
    expect(playground.setups).toHaveLength(1);
    expect(playground.setups[0]).toMatchObject({
      indexes: ['by_city', 'by_name'],
      hasStatistics: true,
    });
    expect(playground.recipe.rows).toEqual({});
  });
});

describe('withData', () => {
  const playground: Playground = {
    ...productsAndOrders.playground,
    indexes: [
      { name: 'BY_CITY', sql: 'CREATE INDEX BY_CITY ON people (city)' },
      { name: 'own', sql: 'CREATE INDEX own ON people (name, city)' },
    ],
    setups: [setup('s1', []), setup('s2', ['BY_CITY', 'own'])],
  };

  it('keeps queries and setups, and the switches that the file lacks', () => {
    const next = withData(playground, outcome);
    expect(next.queries).toBe(playground.queries);
    expect(next.indexes.map(({ name }) => name)).toEqual(['by_city', 'by_name', 'own']);
    expect(next.imported).toBe(outcome.imported);
  });

  it('switches on what is new, under the names that the file has', () => {
    const next = withData(playground, outcome);
    expect(next.setups.map(({ indexes }) => indexes)).toEqual([
      ['by_name'],
      ['by_city', 'own', 'by_name'],
    ]);
    const names = next.indexes.map(({ name }) => name);
    for (const { indexes } of next.setups)
      for (const name of indexes) expect(names).toContain(name);
  });
});

describe('withGeneratedData', () => {
  it('asks for as many rows as the file had, up to the limit', () => {
    const detached = withGeneratedData(newPlayground(outcome), 10);
    expect(detached).not.toHaveProperty('imported');
    expect(detached.recipe.rows).toEqual({ people: 10 });
    expect(detached.schemaSql).toBe(outcome.schemaSql);
  });

  it('leaves a playground without a file as it is', () => {
    const { playground } = productsAndOrders;
    expect(withGeneratedData(playground, 10)).toBe(playground);
  });
});
