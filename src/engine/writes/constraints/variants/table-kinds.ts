// The table as STRICT and as WITHOUT ROWID, where its rows allow it, and with AUTOINCREMENT where it
// is the table's own.

import { foldName } from '../../../../lib/sql-name.ts';
import type { Column, Table } from '../../../model/database/schema.ts';
import { keyWords, type WrittenConstraint } from '../definitions/read-constraints.ts';
import { fitsType, type LoadedRows, valuesOf } from './loaded-rows.ts';
import { rowidKey } from './rowid-key.ts';
import { primaryKeyId } from './unique-variants.ts';
import { builtVariant, refusedVariant, type VariantOutcome } from './variant-outcome.ts';
import { variantSql } from './variant-sql.ts';

/** The types that STRICT knows (sqlite.org/stricttables.html). */
const strictTypes = ['INT', 'INTEGER', 'REAL', 'TEXT', 'BLOB', 'ANY'];

/** STRICT; types that it does not know become the one of the same affinity, or ANY. */
export function strictVariant(table: Table, rows: LoadedRows): VariantOutcome {
  const about = { id: 'strict', kind: 'strict' as const, name: 'STRICT', isOwn: table.isStrict };
  const types = new Map(table.columns.map((column) => [foldName(column.name), strictType(column)]));
  for (const { name, isGenerated } of table.columns) {
    const type = types.get(foldName(name)) ?? 'ANY';
    const values = isGenerated ? null : valuesOf(rows, name);
    if (!values?.some((value) => !fitsType(value, type))) continue;
    const reason = `${table.name}.${name} holds values in these rows that STRICT refuses in a column of type ${type}.`;
    return refusedVariant(about, reason);
  }
  const changed = table.columns.filter(
    ({ name, type }) => types.get(foldName(name)) !== type.toUpperCase(),
  );
  const changes = changed
    .map(({ name, type }) => `${name} ${type || 'without type'} is ${types.get(foldName(name))}`)
    .join(', ');
  return builtVariant(
    { ...about, ...(changed.length > 0 && { note: `In types that STRICT knows: ${changes}.` }) },
    [variantSql(table, { types, isStrict: true })],
  );
}

function strictType({ type, affinity }: Column): string {
  const name = type.toUpperCase();
  if (strictTypes.includes(name)) return name;
  switch (affinity) {
    case 'integer':
      return 'INTEGER';
    case 'real':
      return 'REAL';
    case 'text':
      return 'TEXT';
    case 'blob':
      return type === '' ? 'ANY' : 'BLOB';
    case 'numeric':
      return 'ANY';
  }
}

/**
 * WITHOUT ROWID by the table's primary key, which its name says where the variant without constraints
 * lacks it: only the rowid's own key stays there.
 */
export function withoutRowidVariant(
  table: Table,
  rows: LoadedRows,
  own: readonly WrittenConstraint[],
): VariantOutcome {
  const { primaryKey, name, isWithoutRowid: isOwn } = table;
  const about = { id: 'without-rowid', kind: 'without-rowid' as const, isOwn };
  const key = own.find(({ kind }) => kind === 'primary-key');
  if (!key) {
    const reason = `${name} has no primary key, which WITHOUT ROWID needs.`;
    return refusedVariant({ ...about, name: 'WITHOUT ROWID' }, reason);
  }
  const written = `PRIMARY KEY (${keyWords(key)})`;
  const note = 'The rows lie in the tree of the primary key, and there is no rowid.';
  const told = rowidKey(table)
    ? { ...about, name: 'WITHOUT ROWID', note }
    : {
        ...about,
        name: `${written} WITHOUT ROWID`,
        note: `${note} The table without constraints has no key at all.`,
        against: primaryKeyId,
      };
  const hasNull = primaryKey.some((column) => valuesOf(rows, column)?.includes(null) ?? true);
  if (hasNull) {
    const reason = `The key ${primaryKey.join(', ')} of ${name} has NULLs in these rows.`;
    return refusedVariant(told, reason);
  }
  return builtVariant(told, [variantSql(table, { isWithoutRowid: true })]);
}

/** None where the table does not say AUTOINCREMENT: then it is no question of this table. */
export function autoincrementVariant(
  table: Table,
  own: readonly WrittenConstraint[],
): VariantOutcome[] {
  if (!own.some(({ isAutoincrement }) => isAutoincrement)) return [];
  const about = {
    id: 'autoincrement',
    kind: 'autoincrement' as const,
    name: 'AUTOINCREMENT',
    isOwn: true,
    note: 'Each INSERT looks up the largest rowid so far in the table sqlite_sequence and writes it there, so that no number comes again. Without AUTOINCREMENT SQLite takes the one after the largest that is there.',
  };
  return [builtVariant(about, [variantSql(table, { isAutoincrement: true })])];
}
