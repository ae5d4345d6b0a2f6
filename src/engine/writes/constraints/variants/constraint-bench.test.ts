import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../datagen/content-hash.ts';
import { type RandomSchema, randomSchema } from '../../../datagen/random-schema.testing.ts';
import { build, recipeOf, type TestRecipe } from '../../../datagen/recipes.testing.ts';
import { realisticSchemas } from '../../../datagen/schemas.testing.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { TableVariant } from '../../../model/writes/writes.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { makeRows } from '../../bench/jobs/make-rows.ts';
import type { BenchContender } from '../../write-bench.ts';
import { type ConstraintBench, constraintBench } from './constraint-bench.ts';

const driver = await loadTestDriver();

/** Loads `count` more rows into the variants of a table; `work` is given the bench. */
function withBench<Result>(
  sql: string,
  table: string,
  { count = 40, ...recipe }: TestRecipe & { count?: number },
  work: (bench: ConstraintBench<Database>) => Result,
): Result {
  const full = recipeOf(recipe);
  const database = build(sql, full);
  try {
    const schema = readSchema(database);
    const found = schema.tables.find(({ name }) => name === table);
    if (!found) throw new Error(`no table ${table}`);
    const columns = found.columns.filter(({ isGenerated }) => !isGenerated).map(({ name }) => name);
    const scratch = driver.open(database.export());
    const { rows } = makeRows(
      scratch,
      schema,
      { table: found, columns, count, recipe: full, seed: 3 },
      () => {},
    );
    scratch.close();
    const before = contentHash(database, schema);
    const bench = constraintBench({
      driver,
      database,
      table: found,
      schema,
      columns,
      rows,
      prepareConnection: (own) => own.run('PRAGMA journal_mode = DELETE'),
      checkLimit: () => {},
    });
    try {
      return work(bench);
    } finally {
      bench.close();
      expect(contentHash(database, schema)).toBe(before);
    }
  } finally {
    database.close();
  }
}

function variantOf({ subject }: BenchContender['contender']): TableVariant {
  if (subject.kind !== 'variant') throw new Error(subject.kind);
  return subject.variant;
}

/** Writes all rows and gives the content that is then there. */
function contentAfter({ inTransaction, technique, job }: BenchContender): string {
  return inTransaction((database) => {
    expect(technique.write(database, job)).toBe(job.rows.length);
    return contentHash(database, { tables: [job.table], views: [], triggers: [] });
  });
}

/** Without the deletes of parents. */
function loadsOf({ contenders }: ConstraintBench<Database>): BenchContender[] {
  return contenders.filter(({ contender }) => contender.groupId === 'all');
}

const shop = `
  CREATE TABLE category (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE Product (id INTEGER PRIMARY KEY, sku TEXT UNIQUE NOT NULL, title VARCHAR(80),
    price REAL NOT NULL CONSTRAINT positive CHECK (price >= 0),
    category_id INTEGER REFERENCES category (id), CHECK (length(sku) > 1));`;

describe('constraintBench', () => {
  it('makes the variants of a table, the plain one first', () => {
    withBench(shop, 'Product', { rows: { category: 10, Product: 20 } }, (bench) => {
      expect(bench.refused).toEqual([]);
      const [first] = bench.contenders;
      expect(first?.contender).toMatchObject({
        id: 'all none',
        groupId: 'all',
        isBaseline: true,
        technique: 'insert-prepared',
      });
      expect(first && variantOf(first.contender).sql).toBe(
        'CREATE TABLE Product (\n  id INTEGER PRIMARY KEY,\n  sku TEXT,\n  title VARCHAR(80),\n  price REAL,\n  category_id INTEGER\n);',
      );
      expect(
        loadsOf(bench).map(({ contender }) => {
          const { id, name, isOwn } = variantOf(contender);
          return [id, name, isOwn];
        }),
      ).toEqual([
        ['none', 'no constraints', true],
        ['check-1', 'CHECK (price >= 0)', true],
        ['check-2', 'CHECK (length(sku) > 1)', true],
        ['five-checks', '5 CHECKs', false],
        ['not-null', 'NOT NULL × 2', true],
        ['unique-1', 'UNIQUE (sku)', true],
        ['unique-and-index', 'UNIQUE (sku) and an index', false],
        ['foreign-key-1', 'FOREIGN KEY (category_id)', true],
        ['foreign-key-1-indexed', 'FOREIGN KEY (category_id) and its index', false],
        ['strict', 'STRICT', false],
        ['without-rowid', 'WITHOUT ROWID', false],
        ['as-is', 'the table as written', true],
      ]);
    });
  });

  it('tries UNIQUE beside the key where no column is distinct, and says who has a foreign key', () => {
    const plain = 'CREATE TABLE kind (id INTEGER PRIMARY KEY, flag INTEGER CHECK (flag = 1));';
    withBench(shop + plain, 'kind', { rows: { kind: 20 } }, ({ contenders, refused, notes }) => {
      expect(refused).toEqual([]);
      const unique = contenders.find(({ contender }) => variantOf(contender).id === 'unique-1');
      expect(unique && variantOf(unique.contender)).toMatchObject({
        name: 'UNIQUE (flag, id)',
        isOwn: false,
        note: expect.stringContaining('with id beside flag the rule holds'),
      });
      expect(notes).toContain('kind has no foreign key to measure; Product has one.');
    });
  });

  it('deletes parents that nobody refers to, with the child’s columns indexed and not', () => {
    const keys = `CREATE TABLE p (a TEXT, b INTEGER, PRIMARY KEY (b, a));
      CREATE TABLE t (id INTEGER PRIMARY KEY, above INTEGER REFERENCES t,
        category_id INTEGER NOT NULL REFERENCES category (id) ON DELETE CASCADE,
        a TEXT, b INTEGER, FOREIGN KEY (b, a) REFERENCES p (b, a));
      CREATE INDEX t_category ON t (category_id);`;
    withBench(shop + keys, 't', { rows: { category: 9, p: 9, t: 9 } }, (bench) => {
      const deletes = bench.contenders.filter((each) => !loadsOf(bench).includes(each));
      const told = deletes.map(({ contender: { groupId, isBaseline, ...contender } }) => {
        const { name, isOwn } = variantOf({ groupId, isBaseline, ...contender });
        return [groupId, name, isBaseline, isOwn];
      });
      expect(told).toEqual([
        ['parents 1', 'delete 100 rows of category: category_id of t indexed', true, true],
        ['parents 1', 'delete 100 rows of category: category_id of t not indexed', false, false],
        ['parents 2', 'delete 100 rows of p: b and a of t indexed', true, false],
        ['parents 2', 'delete 100 rows of p: b and a of t not indexed', false, true],
      ]);
      for (const { technique, job, inTransaction } of deletes) {
        const counted = (database: Database) =>
          Number(database.all(`SELECT count(*) FROM ${job.table.name}`)[0]?.[0]);
        const [before, after, children] = inTransaction((database) => {
          const there = counted(database);
          expect(technique.write(database, job)).toBe(100);
          return [there, counted(database), database.all('SELECT count(*) FROM t')];
        });
        expect(before - after).toBe(100);
        // The new rows, and whom they refer to among themselves.
        expect(Number(children?.[0]?.[0])).toBeGreaterThanOrEqual(40);
      }
    });
  });

  it('makes tables that have what their names say', () => {
    withBench(shop, 'Product', { rows: { category: 10, Product: 20 } }, (bench) => {
      const tables = Object.fromEntries(
        loadsOf(bench).map((each) => [
          variantOf(each.contender).id,
          each.inTransaction((database) => {
            const { tables } = readSchema(database);
            const table = tables.find(({ name }) => name === 'Product');
            if (!table) throw new Error('no table');
            return {
              checks: table.checks.length,
              uniques: table.uniques.length,
              notNull: table.columns.filter(({ isNotNull }) => isNotNull).length,
              foreignKeys: table.foreignKeys.length,
              indexes: database.all('PRAGMA index_list(Product)').length,
              strict: table.isStrict,
              keyed: table.isWithoutRowid,
            };
          }),
        ]),
      );
      const none = {
        checks: 0,
        uniques: 0,
        notNull: 0,
        foreignKeys: 0,
        indexes: 0,
        strict: false,
        keyed: false,
      };
      expect(tables).toEqual({
        none,
        'check-1': { ...none, checks: 1 },
        'check-2': { ...none, checks: 1 },
        'five-checks': { ...none, checks: 5 },
        'not-null': { ...none, notNull: 2 },
        'unique-1': { ...none, uniques: 1, indexes: 1 },
        'unique-and-index': { ...none, uniques: 1, indexes: 2 },
        'foreign-key-1': { ...none, foreignKeys: 1 },
        'foreign-key-1-indexed': { ...none, foreignKeys: 1, indexes: 1 },
        strict: { ...none, strict: true },
        // The key of such a table is NOT NULL and an index by name.
        'without-rowid': { ...none, keyed: true, notNull: 1, indexes: 1 },
        'as-is': { ...none, checks: 2, uniques: 1, notNull: 2, foreignKeys: 1, indexes: 1 },
      });
    });
  });

  it('takes the same rows in all variants and leaves nothing in any', () => {
    withBench(shop, 'Product', { rows: { category: 10, Product: 20 } }, (bench) => {
      expect(new Set(loadsOf(bench).map(contentAfter)).size).toBe(1);
      for (const { inTransaction, openCopy } of loadsOf(bench)) {
        const rows = inTransaction((database) => database.all('SELECT count(*) FROM Product'));
        expect(rows).toEqual([[0]]);
        const copy = openCopy();
        expect(copy.all('SELECT count(*) FROM Product')).toEqual([[0]]);
        expect(copy.all('PRAGMA journal_mode')).toEqual([['delete']]);
        expect(copy.all('PRAGMA foreign_keys')).toEqual([[1]]);
        copy.close();
      }
    });
  });

  it('keeps watch over foreign keys while rows are loaded', () => {
    withBench(shop, 'Product', { rows: { category: 10, Product: 20 } }, ({ contenders }) => {
      const failing = contenders.filter(({ inTransaction, technique, job }) =>
        inTransaction((database) => {
          const [row = []] = job.rows;
          try {
            technique.write(database, { ...job, rows: [[...row.slice(0, 4), 999]] });
            return false;
          } catch {
            return true;
          }
        }),
      );
      expect(failing.map(({ contender }) => variantOf(contender).id)).toEqual([
        ...['foreign-key-1', 'foreign-key-1-indexed', 'as-is'],
      ]);
    });
  });

  it('tries constraints on a table that has none, and says what cannot be', () => {
    withBench('CREATE TABLE t (a, b TEXT, c DECIMAL(8,2), d BLOB);', 't', { rows: {} }, (bench) => {
      const variants = bench.contenders.map(({ contender }) => variantOf(contender));
      expect(variants.find(({ kind }) => kind === 'as-is')?.isOwn).toBe(true);
      expect(
        variants
          .filter(({ kind }) => kind !== 'none' && kind !== 'as-is')
          .map((each) => each.isOwn),
      ).not.toContain(true);
      expect(bench.refused.map(({ contender, reason }) => [contender.id, reason])).toContainEqual([
        'all without-rowid',
        't has no primary key, which WITHOUT ROWID needs.',
      ]);
      expect(new Set(loadsOf(bench).map(contentAfter)).size).toBe(1);
    });
  });

  it('refuses STRICT for values that it would not take', () => {
    const sql = `CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n IN ('one', 'two')));`;
    withBench(sql, 't', { rows: {} }, ({ refused }) => {
      expect(refused.map(({ contender, reason }) => [contender.id, reason])).toContainEqual([
        'all strict',
        't.n holds values in these rows that STRICT refuses in a column of type INTEGER.',
      ]);
    });
  });

  it('says that UNIQUE by an index is in no variant', () => {
    const sql = 'CREATE TABLE t (a, b); CREATE UNIQUE INDEX u ON t (a); CREATE INDEX i ON t (b);';
    expect(withBench(sql, 't', { rows: {} }, ({ notes }) => notes)).toContain(
      't is UNIQUE by an index too (u), which no variant has: what that costs is told by the price of indexes.',
    );
  });

  it.each([2, 3, 8])('lets a trap through, at database %i', (fatal) => {
    const database = build(`${shop} INSERT INTO category VALUES (1, 'one');`, { rows: {} });
    const schema = readSchema(database);
    const table = schema.tables.find(({ name }) => name === 'Product');
    if (!table) throw new Error('no table');
    let opened = 0;
    const trapping = {
      open(image?: Uint8Array) {
        opened++;
        if (opened === fatal) throw new WebAssembly.RuntimeError('memory access out of bounds');
        return driver.open(image);
      },
    };
    const columns = ['id', 'sku', 'title', 'price', 'category_id'];
    const rows = Array.from({ length: 5 }, (_, at) => [at, `sku ${at}`, 'title', at, 1]);
    const experiment = { driver: trapping, database, table, schema, columns, rows };
    const quiet = { prepareConnection: () => {}, checkLimit: () => {} };
    expect(() => constraintBench({ ...experiment, ...quiet })).toThrow(WebAssembly.RuntimeError);
    expect(opened).toBe(fatal);
    database.close();
  });

  it('throws when not even the plain table takes the rows', () => {
    const database = build('CREATE TABLE t (id INTEGER PRIMARY KEY);', { rows: {} });
    const schema = readSchema(database);
    const [table] = schema.tables;
    if (!table) throw new Error('no table');
    const experiment = {
      driver,
      database,
      table,
      schema,
      columns: ['id'],
      rows: [[1], [1]],
      prepareConnection: () => {},
      checkLimit: () => {},
    };
    expect(() => constraintBench(experiment)).toThrow(EngineFailure);
    database.close();
  });

  const hard = [
    'university',
    'blog',
    'warehouse',
    'organization chart',
    'tenants with composite keys',
  ];
  it.each(realisticSchemas.filter(({ name }) => hard.includes(name)))(
    'loads every table of $name with equal content in all variants',
    ({ sql, rows }) => {
      // The roots many, so that one-to-one children find parents.
      const few = Object.fromEntries(Object.keys(rows).map((table) => [table, 30]));
      expectEqualContent({ sql, tables: Object.keys(rows) }, few);
    },
  );

  it('loads random tables with equal content in all variants', () => {
    fc.assert(
      fc.property(randomSchema, (schema) => {
        expectEqualContent(
          { ...schema, tables: schema.tables.slice(-1) },
          Object.fromEntries(schema.tables.map((table) => [table, 20])),
        );
      }),
      { numRuns: 3 },
    );
  });
});

function expectEqualContent({ sql, tables }: RandomSchema, rows: Record<string, number>): void {
  for (const table of tables) {
    try {
      withBench(sql, table, { rows, count: 5 }, (bench) => {
        for (const groupId of new Set(bench.contenders.map(({ contender }) => contender.groupId))) {
          const group = bench.contenders.filter(({ contender }) => contender.groupId === groupId);
          expect(new Set(group.map(contentAfter)).size).toBe(1);
        }
        const failed = bench.refused.flatMap(({ contender, reason }) =>
          reason.includes('does not take') ? [`${table} ${contender.id}: ${reason}`] : [],
        );
        expect(failed).toEqual([]);
      });
    } catch (thrown) {
      // Of one-to-one children there may be no more.
      if (!(thrown instanceof EngineFailure) || thrown.error.code !== 'data-unsatisfiable') {
        throw thrown;
      }
    }
  }
}
