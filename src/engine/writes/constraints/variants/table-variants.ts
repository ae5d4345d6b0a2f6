// The variants of a table that the constraint experiment loads: each of its constraints alone, some
// that it lacks, all, and none. Pure: what holds is read off the rows that will be loaded.
import { formatList } from '../../../../lib/format/format-list.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import type { VariantKind } from '../../../model/writes/writes.ts';
import type { TableIndex } from '../../../schema/read-indexes.ts';
import {
  constraintOf,
  type WrittenConstraint,
  writtenConstraints,
} from '../definitions/read-constraints.ts';
import { fiveChecks, heldChecks } from './checks-that-hold.ts';
import { foreignKeyVariants } from './foreign-keys/foreign-key-variants.ts';
import { filledColumns, type LoadedRows } from './loaded-rows.ts';
import { rowidKey } from './rowid-key.ts';
import { autoincrementVariant, strictVariant, withoutRowidVariant } from './table-kinds.ts';
import { uniqueVariants } from './unique-variants.ts';
import {
  type BuiltVariant,
  builtVariant,
  type RefusedVariant,
  refusedVariant,
  type VariantOutcome,
} from './variant-outcome.ts';
import { variantSql } from './variant-sql.ts';

export interface VariantsOfTable {
  /** 'none' first, 'as-is' last. */
  built: BuiltVariant[];
  refused: RefusedVariant[];
  /** Sentences: constraints that were left out. */
  notes: string[];
}

/** Each variant is a column of the chart and takes its share of the time. */
const mostOfAKind = 4;

/**
 * The variants of a table for these rows: columns with types and the rowid's column alone; each own
 * CHECK, UNIQUE and foreign key (its columns indexed or not); NOT NULL; five CHECKs; UNIQUE with an
 * index on the same columns; its AUTOINCREMENT; STRICT; WITHOUT ROWID; the table as it is. Where the
 * table has none of a kind, one that holds for the rows is tried on it (isOwn false), except foreign
 * keys.
 */
export function tableVariants(
  table: Table,
  schema: Schema,
  rows: LoadedRows & { indexes: readonly TableIndex[] },
): VariantsOfTable {
  const own = writtenConstraints(table);
  const notes: string[] = [];
  const some = (kind: WrittenConstraint['kind'], plural: string) => {
    const all = own.filter((each) => each.kind === kind && !isRowidKey(table, each));
    if (all.length <= mostOfAKind) return all;
    notes.push(`Of ${all.length} ${plural} the first ${mostOfAKind} are measured by themselves.`);
    return all.slice(0, mostOfAKind);
  };
  const referring = schema.tables.filter(({ foreignKeys }) => foreignKeys.length > 0);
  if (referring.length > 0 && !referring.some(({ name }) => name === table.name)) {
    const names = referring.slice(0, 3).map(({ name }) => name);
    notes.push(
      `${table.name} has no foreign key to measure; ${formatList(names)} ${names.length === 1 ? 'has' : 'have'} one.`,
    );
  }
  const outcomes: VariantOutcome[] = [
    builtVariant({ id: 'none', kind: 'none', name: 'no constraints', isOwn: true }, [
      variantSql(table),
    ]),
    ...checkVariants(table, rows, some('check', 'CHECKs')),
    fiveChecks(table, rows, own),
    ...notNullVariants(table, rows, own),
    ...uniqueVariants(table, rows, [
      ...some('unique', 'UNIQUE constraints'),
      ...some('primary-key', 'primary keys'),
    ]),
    ...foreignKeyVariants(table, schema, rows.indexes, some('foreign-key', 'foreign keys')),
    ...autoincrementVariant(table, own),
    strictVariant(table, rows),
    withoutRowidVariant(table, rows, own),
    builtVariant(
      { id: 'as-is', kind: 'as-is', name: 'the table as written', isOwn: true },
      [table.sql],
      table.foreignKeys,
    ),
  ];
  return {
    built: outcomes.filter((outcome) => 'statements' in outcome),
    refused: outcomes.filter((outcome) => 'reason' in outcome),
    notes,
  };
}

function checkVariants(
  table: Table,
  rows: LoadedRows,
  own: readonly WrittenConstraint[],
): VariantOutcome[] {
  const kind: VariantKind = 'check';
  if (own.length > 0) {
    return own.map((check, at) =>
      builtVariant({ id: `check-${at + 1}`, kind, name: check.sql, isOwn: true }, [
        variantSql(table, { own: [check] }),
      ]),
    );
  }
  const [check] = heldChecks(table, rows);
  const about = { id: 'check-1', kind, isOwn: false };
  if (check === undefined) {
    const reason = `No column of ${table.name} holds numbers or texts alone that a CHECK could bound.`;
    return [refusedVariant({ ...about, name: 'CHECK' }, reason)];
  }
  return [builtVariant({ ...about, name: check }, [variantSql(table, { added: [check] })])];
}

function notNullVariants(
  table: Table,
  rows: LoadedRows,
  all: readonly WrittenConstraint[],
): VariantOutcome[] {
  const own = all.filter(({ kind }) => kind === 'not-null');
  const kind: VariantKind = 'not-null';
  if (own.length > 0) {
    const name = `NOT NULL × ${own.length}`;
    return [
      builtVariant({ id: 'not-null', kind, name, isOwn: true }, [variantSql(table, { own })]),
    ];
  }
  const columns = filledColumns(table, rows).filter(({ isRowidAlias }) => !isRowidAlias);
  const about = { id: 'not-null', kind, isOwn: false };
  if (columns.length === 0) {
    const reason = `Every column of ${table.name} has NULLs in these rows.`;
    return [refusedVariant({ ...about, name: 'NOT NULL' }, reason)];
  }
  const added = columns.map(({ name }) => constraintOf('not-null', 'NOT NULL', { within: name }));
  return [
    builtVariant({ ...about, name: `NOT NULL × ${columns.length}` }, [
      variantSql(table, { own: added }),
    ]),
  ];
}

/** The rowid's key, which all variants keep. */
function isRowidKey(table: Table, { kind, columns }: WrittenConstraint): boolean {
  return kind === 'primary-key' && columns.length === 1 && columns[0] === rowidKey(table)?.name;
}
