// The table as STRICT and as WITHOUT ROWID, where its rows allow it.
import type { Column, Table } from '../../../model/database/schema.ts';
import { foldName } from '../../../sql/quote-name.ts';
import { fitsType, type LoadedRows, valuesOf } from './loaded-rows.ts';
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

/** WITHOUT ROWID by the table's primary key. */
export function withoutRowidVariant(table: Table, rows: LoadedRows): VariantOutcome {
  const { primaryKey, name, isWithoutRowid: isOwn } = table;
  const about = {
    id: 'without-rowid',
    kind: 'without-rowid' as const,
    name: 'WITHOUT ROWID',
    isOwn,
    note: 'The rows lie in the tree of the primary key, and there is no rowid.',
  };
  if (primaryKey.length === 0) {
    return refusedVariant(about, `${name} has no primary key, which WITHOUT ROWID needs.`);
  }
  const hasNull = primaryKey.some((column) => valuesOf(rows, column)?.includes(null) ?? true);
  if (hasNull) {
    const key = primaryKey.join(', ');
    return refusedVariant(about, `The key ${key} of ${name} has NULLs in these rows.`);
  }
  return builtVariant(about, [variantSql(table, { isWithoutRowid: true })]);
}
