// An index that a variant gets: its name is free in the variant's own database.
import type { Table } from '../../../model/database/schema.ts';
import type { Index } from '../../../model/playground.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { keyTerms, type WrittenConstraint } from '../definitions/read-constraints.ts';

/** Of the same columns, orders and collations. `suffix` tells it from others of the variant. */
export function indexSql(table: Table, key: WrittenConstraint, suffix: string): Index {
  const name = `${table.name} (${key.columns.join(', ')}) ${suffix}`;
  const list = keyTerms(key).join(', ');
  return { name, sql: `CREATE INDEX ${quoteName(name)} ON ${quoteName(table.name)} (${list})` };
}
