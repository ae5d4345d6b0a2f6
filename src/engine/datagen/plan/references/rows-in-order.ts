// The key values of a table's rows as children see them: rows that were there, then those made.
// Which of them a child refers to is picked elsewhere (parent-pick.ts).
import type { ForeignKey } from '../../../model/database/schema.ts';
import type { Generator } from '../../generator.ts';
import type { ParentKeys } from '../../generators/reference.ts';
import type { ExistingRows } from '../existing-rows.ts';

/**
 * `rows` are made; `generatorOf` is asked for the key's n-th column in the parent whenever a value is
 * needed: it may be planned later.
 */
export function rowsInOrder(
  key: ForeignKey,
  table: string,
  rows: number,
  existing: ExistingRows,
  generatorOf: (keyColumn: number) => Generator | null | undefined,
): ParentKeys {
  const there = existing.values(table, key.parentColumns);
  return {
    table,
    count: there.length + rows,
    at(row, column) {
      if (row < there.length) return there[row]?.[column] ?? null;
      return generatorOf(column)?.at(row - there.length) ?? null;
    },
  };
}
