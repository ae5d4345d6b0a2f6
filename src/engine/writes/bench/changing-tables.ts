// Which tables a run's writes may change: their content is compared between techniques.

import { isSameName } from '../../../lib/sql-name.ts';
import type { Schema, Table } from '../../model/database/schema.ts';
import { isVirtualTable } from '../../model/database/schema.ts';

const harmless = /^(no action|restrict)$/i;

/**
 * The table itself; all tables where triggers or foreign key actions may carry its changes on (what
 * a trigger writes to is not told by its name).
 */
export function changingTables(schema: Schema, table: Table): Schema {
  const isCarriedOn =
    schema.triggers.some((trigger) => isSameName(trigger.table, table.name)) ||
    schema.tables.some((child) =>
      child.foreignKeys.some(
        (key) =>
          isSameName(key.parentTable, table.name) &&
          !(harmless.test(key.onDelete) && harmless.test(key.onUpdate)),
      ),
    );
  const tables = isCarriedOn ? schema.tables.filter((each) => !isVirtualTable(each)) : [table];
  return { tables, views: [], triggers: [] };
}
