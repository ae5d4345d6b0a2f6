// References to parent rows: the key values that a child copies from its parent.
// Which parent that is, is picked in plan/parent-pick.ts.
import type { SqlValue } from '../../model/values.ts';
import type { Generator } from '../generator.ts';

/** The key values of a parent table: those already there, then those that will be generated. */
export interface ParentKeys {
  table: string;
  count: number;
  /** The value of the key's n-th column in a parent row; rows count from 0. */
  at(parentRow: number, keyColumn: number): SqlValue;
}

/** A parent row for each row; null for none. */
export type ParentPick = (row: number) => number | null;

/** The generator of one column of a foreign key. */
export function createReference(
  parents: ParentKeys,
  keyColumn: number,
  pick: ParentPick,
  manner: string,
): Generator {
  return {
    name: 'reference',
    description: `rows of ${parents.table}, ${manner}`,
    at(row) {
      const parent = pick(row);
      return parent === null ? null : parents.at(parent, keyColumn);
    },
  };
}
