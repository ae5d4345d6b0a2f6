// An index that a variant gets: its name is free in the variant's own database.
import type { Table } from '../../../model/database/schema.ts';
import type { Index } from '../../../model/playground.ts';
import { quoteName } from '../../../sql/quote-name.ts';

/** `suffix` tells it from other indexes of the same variant. */
export function indexSql(table: Table, columns: readonly string[], suffix: string): Index {
  const name = `${table.name} (${columns.join(', ')}) ${suffix}`;
  const list = columns.map(quoteName).join(', ');
  return { name, sql: `CREATE INDEX ${quoteName(name)} ON ${quoteName(table.name)} (${list})` };
}
