// Foreign keys whose rows SQLite can find only by reading the whole table.
// Gives each a CREATE INDEX that is ready to be added.

import { foldName } from '../../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../../model/database/schema.ts';
import type { SchemaFinding } from '../../model/database/schema-finding.ts';
import type { Index } from '../../model/playground.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { TableIndex } from '../read-indexes.ts';

/**
 * One finding for each foreign key to a table that exists, unless an index begins with one of its
 * columns. `takenNames`: what the new indexes must not be called.
 */
export function foreignKeysWithoutIndex(
  schema: Schema,
  indexes: readonly TableIndex[],
  takenNames: readonly string[],
): SchemaFinding[] {
  const taken = new Set(takenNames.map(foldName));
  const tables = new Set(schema.tables.map(({ name }) => foldName(name)));
  return schema.tables.flatMap((table) => {
    const leading = leadingColumns(table, indexes);
    const isServed = (key: ForeignKey) => key.columns.some((name) => leading.has(foldName(name)));
    const open = table.foreignKeys.filter((key) => tables.has(foldName(key.parentTable)));
    // The longest first: an index for (hotel_id, room) serves hotel_id alone as well.
    const findings = new Map<ForeignKey, SchemaFinding>();
    for (const key of open.toSorted((one, other) => other.columns.length - one.columns.length)) {
      if (isServed(key)) continue;
      const index = newIndex(table, key, taken);
      taken.add(foldName(index.name));
      leading.add(foldName(key.columns[0] ?? ''));
      findings.set(key, finding(table, key, index));
    }
    return open.flatMap((key) => findings.get(key) ?? []);
  });
}

/** Columns that a lookup can begin with, names folded. */
function leadingColumns(table: Table, indexes: readonly TableIndex[]): Set<string> {
  const leading = new Set<string>();
  for (const { isRowidAlias, name } of table.columns) if (isRowidAlias) leading.add(foldName(name));
  for (const index of indexes) {
    const column = index.table === table.name ? index.terms[0]?.column : null;
    if (column === null || column === undefined) continue;
    // A key that refers to something is not NULL: an index without the NULLs holds all of them.
    const isWhole =
      index.condition === null || index.condition === `${index.terms[0]?.text} IS NOT NULL`;
    if (isWhole) leading.add(foldName(column));
  }
  return leading;
}

function newIndex(table: Table, key: ForeignKey, taken: ReadonlySet<string>): Index {
  const stem = `idx_${table.name}_${key.columns.join('_')}`.replace(/[^\p{L}\p{N}_]+/gu, '_');
  let name = stem;
  for (let number = 2; taken.has(foldName(name)); number++) name = `${stem}_${number}`;
  const columns = key.columns.map(quoteName).join(', ');
  return {
    name,
    sql: `CREATE INDEX ${quoteName(name)} ON ${quoteName(table.name)} (${columns})`,
  };
}

function finding(table: Table, key: ForeignKey, index: Index): SchemaFinding {
  const { parentTable } = key;
  return {
    kind: 'foreign-key-without-index',
    table: table.name,
    message: `${table.name} (${key.columns.join(', ')}) refers to ${parentTable} and has no index.`,
    reason: `Deleting a row of ${parentTable}, or changing its key, reads all of ${table.name} to find the rows that refer to it. So does looking them up.`,
    index,
  };
}
