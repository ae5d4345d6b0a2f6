import { describe, expect, it } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import type { ImportOutcome } from '../../../engine/model/transfer/import.ts';
import { productsAndOrders } from '../../../examples/products-and-orders.ts';
import { parseLink, toLink } from '../../../share/link/link.ts';
import { parsePlaygroundFile, toPlaygroundFile } from '../../../share/playground-file.ts';
import { playgroundProblem } from '../../../share/playground-schema.ts';
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
  badRowUnit: 'line',
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
    const { playground: next, warnings } = withData(playground, outcome);
    expect(next.queries).toBe(playground.queries);
    expect(next.indexes.map(({ name }) => name)).toEqual(['by_city', 'by_name', 'own']);
    expect(next.imported).toBe(outcome.imported);
    expect(warnings).toEqual([]);
  });

  it('switches on what is new, under the names that the file has', () => {
    const { playground: next } = withData(playground, outcome);
    expect(next.setups.map(({ indexes }) => indexes)).toEqual([
      ['by_name'],
      ['by_city', 'own', 'by_name'],
    ]);
    const names = next.indexes.map(({ name }) => name);
    for (const { indexes } of next.setups)
      for (const name of indexes) expect(names).toContain(name);
  });
});

describe('a file with as many tables and indexes as one may have', () => {
  const named = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      name: `${prefix}${at}`,
      sql: `CREATE INDEX ${prefix}${at} ON t${at} (a)`,
    }));
  const tables = Array.from({ length: 2000 }, (_, at) => ({ name: `t${at}`, rows: at }));
  const large: ImportOutcome = {
    ...outcome,
    imported: { ...outcome.imported, tables },
    schemaSql: tables.map(({ name }) => `CREATE TABLE ${name} (a);`).join('\n'),
    indexes: named('i', 998),
  };

  it('leaves out indexes of the playground that there is no room for, and says so', () => {
    const own = named('own', 4);
    const before: Playground = {
      ...productsAndOrders.playground,
      indexes: own,
      setups: [setup('s1', ['own0', 'own3'])],
    };
    const { playground, warnings } = withData(before, large);
    expect(playground.indexes).toHaveLength(1000);
    expect(playground.indexes.slice(-2)).toEqual(own.slice(0, 2));
    expect(playground.setups[0]?.indexes).toContain('own0');
    expect(playground.setups[0]?.indexes).not.toContain('own3');
    expect(warnings).toEqual([expect.stringMatching(/^Left out: 2 indexes .*own2 and own3/)]);
    expect(playgroundProblem(playground)).toBeNull();
  });

  it('makes a playground that can be kept, with generated rows too, as file and as link', async () => {
    const detached = withGeneratedData(newPlayground(large), 1000);
    expect(playgroundProblem(detached)).toBeNull();
    const opened = parsePlaygroundFile(toPlaygroundFile(detached));
    expect(opened).toEqual({ kind: 'playground', playground: detached });
    const link = await toLink({ playground: detached });
    if (link.kind === 'refused') throw new Error(link.message);
    const { recipe } = detached;
    expect(await parseLink(link.hash)).toMatchObject({ playground: { recipe } });
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
