// UNIQUE alone, and with a second index of the same columns, as it is often written by mistake.
import type { Column, Table } from '../../../model/database/schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { constraintOf, keyWords, type WrittenConstraint } from '../definitions/read-constraints.ts';
import { distinctColumn, type LoadedRows } from './loaded-rows.ts';
import { indexSql } from './variant-index.ts';
import { builtVariant, refusedVariant, type VariantOutcome } from './variant-outcome.ts';
import { variantSql } from './variant-sql.ts';

/** Id of the variant of the primary key, where that is not the rowid. */
export const primaryKeyId = 'primary-key';

/**
 * Each of the table's own; else one on a column whose values are all different; else one that has
 * the rowid's column in it, which holds for all rows.
 */
export function uniqueVariants(
  table: Table,
  rows: LoadedRows,
  own: readonly WrittenConstraint[],
): VariantOutcome[] {
  const kind = 'unique' as const;
  const distinct = distinctColumn(table, rows);
  const [first = triedOn(distinct ? [distinct] : withRowid(table))] = own;
  if (!first) {
    const reason = `No column of ${table.name} has only different values in these rows.`;
    return [refusedVariant({ id: 'unique-1', kind, name: 'UNIQUE', isOwn: false }, reason)];
  }
  const alone = (own.length > 0 ? own : [first]).map((constraint, at) => {
    const isTreeOfRows = table.isWithoutRowid && constraint.kind === 'primary-key';
    const id = constraint.kind === 'primary-key' ? primaryKeyId : `unique-${at + 1}`;
    const about = { id, kind, name: nameOf(constraint) };
    const told = {
      ...about,
      isOwn: own.length > 0 && !isTreeOfRows,
      ...(own.length === 0 && !distinct ? { note: notDistinct(constraint) } : {}),
      ...(isTreeOfRows ? { note: besideRows(table) } : {}),
    };
    return builtVariant(told, [variantSql(table, { own: [constraint] })]);
  });
  const index = indexSql(table, first, 'same');
  const both = builtVariant(
    {
      id: 'unique-and-index',
      kind: 'unique-and-index',
      isOwn: false,
      name: `${nameOf(first)} and an index`,
      note: `The constraint has an index of ${keyWords(first)} already: the second one finds nothing more.`,
    },
    [variantSql(table, { own: [first] }), index.sql],
    [],
    [index.name],
  );
  return [...alone, both];
}

function nameOf(key: WrittenConstraint): string {
  return `${key.kind === 'unique' ? 'UNIQUE' : 'PRIMARY KEY'} (${keyWords(key)})`;
}

function notDistinct({ columns: [column, key] }: WrittenConstraint): string {
  return `No column has only different values in these rows: with ${key} beside ${column} the rule holds.`;
}

function besideRows({ name }: Table): string {
  return `The key of ${name} as a table with a rowid has it: in an index of its own beside the rows.`;
}

/** A column, the first text if there is one, and the rowid's; empty where there is none of them. */
function withRowid({ columns }: Table): Column[] {
  const key = columns.find(({ isRowidAlias }) => isRowidAlias);
  const others = columns.filter(({ isRowidAlias, isGenerated }) => !isRowidAlias && !isGenerated);
  const other = others.find(({ affinity }) => affinity === 'text') ?? others[0];
  return key && other ? [other, key] : [];
}

function triedOn(tried: readonly Column[]): WrittenConstraint | null {
  if (tried.length === 0) return null;
  const columns = tried.map(({ name }) => name);
  const sql = `UNIQUE (${columns.map(quoteName).join(', ')})`;
  return constraintOf('unique', sql, { columns });
}
