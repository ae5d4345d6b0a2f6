import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../../lib/sql-name.ts';
import { randomSchema } from '../../../datagen/random-schema.testing.ts';
import { realisticSchemas } from '../../../datagen/schemas.testing.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { oddTables } from './odd-tables.testing.ts';
import { writtenConstraints } from './read-constraints.ts';

const driver = await loadTestDriver();

function schemaOf(sql: string): Schema {
  const database = driver.open();
  try {
    database.run(sql);
    return readSchema(database);
  } finally {
    database.close();
  }
}

function tableOf(sql: string): Table {
  const [table] = schemaOf(sql).tables;
  if (!table) throw new Error('no table');
  return table;
}

/** What both the text and the PRAGMAs tell. */
function fromText(table: Table) {
  const read = writtenConstraints(table);
  const of = (kind: string) => read.filter((each) => each.kind === kind);
  const sorted = (lists: string[][]) => lists.map((list) => list.map(foldName).join()).toSorted();
  return {
    notNull: [...new Set(of('not-null').flatMap(({ columns }) => columns))].toSorted(),
    uniques: [...new Set(sorted(of('unique').map(({ columns }) => columns)))],
    key: of('primary-key').flatMap(({ columns }) => columns.map(foldName)),
    foreignKeys: of('foreign-key').map(({ columns }) => columns.map(foldName).join()),
    checks: writtenConstraints(table)
      .filter(({ kind }) => kind === 'check')
      .map(({ expression }) => expression)
      .toSorted(),
    isStrict: of('strict-type').length > 0,
  };
}

function fromPragmas(table: Table) {
  // SQLite makes the key of these tables NOT NULL without it being written.
  const isImplied = table.isStrict || table.isWithoutRowid;
  const sorted = (lists: string[][]) => lists.map((list) => list.map(foldName).join()).toSorted();
  return {
    notNull: table.columns
      .filter(({ isNotNull, primaryKeyPosition }) =>
        isImplied ? isNotNull && primaryKeyPosition === 0 : isNotNull,
      )
      .map(({ name }) => name)
      .toSorted(),
    uniques: [...new Set(sorted(table.uniques))],
    key: table.primaryKey.map(foldName),
    foreignKeys: table.foreignKeys.map(({ columns }) => columns.map(foldName).join()),
    checks: table.checks.toSorted(),
    isStrict: table.isStrict,
  };
}

function expectSame(table: Table): void {
  const text = fromText(table);
  const implied = table.isStrict || table.isWithoutRowid ? new Set(table.primaryKey) : new Set();
  expect({ ...text, notNull: text.notNull.filter((name) => !implied.has(name)) }).toEqual(
    fromPragmas(table),
  );
  for (const { sql, offset } of writtenConstraints(table)) {
    expect(table.sql.slice(offset, offset + sql.length)).toBe(sql);
  }
}

describe('writtenConstraints', () => {
  it.each(oddTables)('agrees with SQLite on %s', (sql) => {
    for (const table of schemaOf(sql).tables) expectSame(table);
  });

  it.each(realisticSchemas.map(({ name, sql }) => ({ name, sql })))(
    'agrees with SQLite on the schema $name',
    ({ sql }) => {
      for (const table of schemaOf(sql).tables) expectSame(table);
    },
  );

  it('agrees with SQLite on random schemas', () => {
    fc.assert(
      fc.property(randomSchema, ({ sql }) => {
        for (const table of schemaOf(sql).tables) expectSame(table);
      }),
      { numRuns: 25 },
    );
  });

  it('gives name, columns and text as written, in the order of the text', () => {
    const table = tableOf(`CREATE TABLE Course (
      id INTEGER PRIMARY KEY,
      Code TEXT CONSTRAINT code_known NOT NULL UNIQUE,
      capacity INTEGER, enrolled INTEGER,
      teacher REFERENCES Course (id) ON DELETE CASCADE,
      CONSTRAINT "fits in" CHECK (enrolled <= Capacity AND lower(code) <> 'id')
    )`);
    expect(
      writtenConstraints(table).map(({ kind, name, columns, sql }) => [kind, name, columns, sql]),
    ).toEqual([
      ['primary-key', null, ['id'], 'PRIMARY KEY'],
      ['not-null', 'code_known', ['Code'], 'NOT NULL'],
      ['unique', null, ['Code'], 'UNIQUE'],
      ['foreign-key', null, ['teacher'], 'REFERENCES Course (id) ON DELETE CASCADE'],
      [
        'check',
        'fits in',
        ['Code', 'capacity', 'enrolled'],
        "CHECK (enrolled <= Capacity AND lower(code) <> 'id')",
      ],
    ]);
  });

  it('knows conflict clauses and deferred keys', () => {
    const table = tableOf(
      'CREATE TABLE t (a INT UNIQUE ON CONFLICT replace, b INT REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED, c INT REFERENCES t (a) NOT DEFERRABLE INITIALLY DEFERRED, d INT REFERENCES t (a) DEFERRABLE)',
    );
    expect(
      writtenConstraints(table).map(({ conflict, isDeferred }) => [conflict, isDeferred]),
    ).toEqual([
      ['REPLACE', false],
      [null, true],
      [null, false],
      [null, false],
    ]);
  });
});
