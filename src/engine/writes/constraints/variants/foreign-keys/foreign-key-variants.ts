// A foreign key alone, with its own columns indexed or not.

import { isSameName } from '../../../../../lib/sql-name.ts';
import type { Schema, Table } from '../../../../model/database/schema.ts';
import { foreignKeysWithoutIndex } from '../../../../schema/findings/foreign-keys-without-index.ts';
import type { TableIndex } from '../../../../schema/read-indexes.ts';
import { quoteName } from '../../../../sql/quote-name.ts';
import { type WrittenConstraint, writtenConstraints } from '../../definitions/read-constraints.ts';
import { indexSql } from '../variant-index.ts';
import { builtVariant, refusedVariant, type VariantOutcome } from '../variant-outcome.ts';
import { variantSql } from '../variant-sql.ts';

/** Two variants for each key; `keys` are of the table, `indexes` those that it has. */
export function foreignKeyVariants(
  table: Table,
  schema: Schema,
  indexes: readonly TableIndex[],
  keys: readonly WrittenConstraint[],
): VariantOutcome[] {
  const written = writtenConstraints(table).filter(({ kind }) => kind === 'foreign-key');
  return keys.flatMap((key, at): VariantOutcome[] => {
    // Both are in the order in which the statement declares them.
    const reference = table.foreignKeys[written.findIndex(({ offset }) => offset === key.offset)];
    const columns = key.columns.join(', ');
    const name = `FOREIGN KEY (${columns})`;
    const id = `foreign-key-${at + 1}`;
    const alone = { id, kind: 'foreign-key' as const, name, isOwn: true };
    if (!reference) return [refusedVariant(alone, `${name} is not among SQLite’s foreign keys.`)];
    const { parentTable, parentColumns } = reference;
    // The rows that a table refers to in itself must be unique there.
    const target = isSameName(parentTable, table.name) ? keySql(table, parentColumns) : null;
    const tableSql = variantSql(table, { own: [key], added: target ? [target] : [] });
    const note = target ? { note: `With the ${target} that it refers to.` } : {};
    const index = indexSql(table, key, 'child');
    return [
      builtVariant({ ...alone, ...note }, [tableSql], [reference]),
      builtVariant(
        {
          id: `${id}-indexed`,
          kind: 'foreign-key-indexed',
          name: `${name} and its index`,
          isOwn: isServed(table, schema, indexes, key),
          note: `Every new row goes into the index of ${columns} too; without it, deleting a row of ${parentTable} reads all of ${table.name}.`,
        },
        [tableSql, index.sql],
        [reference],
        [index.name],
      ),
    ];
  });
}

/** The key that a foreign key refers to, as a constraint of its table; null for the rowid's column. */
export function keySql(table: Table, columns: readonly string[]): string | null {
  const isRowid = table.columns.some(
    (column) => column.isRowidAlias && isSameName(column.name, columns[0] ?? ''),
  );
  if (isRowid && columns.length === 1) return null;
  // REFERENCES without columns means a primary key, which UNIQUE is not.
  const kind = isSameList(columns, table.primaryKey) ? 'PRIMARY KEY' : 'UNIQUE';
  return `${kind} (${columns.map(quoteName).join(', ')})`;
}

/** Whether an index of the table finds the rows of a key: nothing is to be found about it then. */
function isServed(
  table: Table,
  schema: Schema,
  indexes: readonly TableIndex[],
  { columns }: WrittenConstraint,
): boolean {
  const foreignKeys = table.foreignKeys.filter((key) => isSameList(key.columns, columns));
  const tables = schema.tables.map((each) => (each === table ? { ...each, foreignKeys } : each));
  return !foreignKeysWithoutIndex({ ...schema, tables }, indexes, []).some(
    (finding) => finding.table === table.name,
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => isSameName(name, other[at] ?? ''));
}
