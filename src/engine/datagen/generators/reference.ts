// References to parent rows: which row a child refers to, and the key values it copies from it.
import type { SqlValue } from '../../model/values.ts';
import type { Generator } from '../generator.ts';
import { createPermutation } from '../permutation.ts';
import type { Stream } from '../random.ts';
import { skewedRank } from '../skew.ts';

/** The key values of a parent table: those already there, then those that will be generated. */
export interface ParentKeys {
  table: string;
  count: number;
  /** The value of the key's n-th column in a parent row; rows count from 0. */
  at(parentRow: number, keyColumn: number): SqlValue;
}

/** A parent row for each row; null for none. */
export type ParentPick = (row: number) => number | null;

/** Some parents much more often than others: of 1,000 the favourite has 10 % of the children. */
export function pickSkewed(parents: ParentKeys, stream: Stream): ParentPick {
  const { count } = parents;
  // Scattered, so that the favourites are not simply the first rows.
  const order = createPermutation(count, stream.split('favourites'));
  return (row) => order.at(skewedRank(stream.unit(row), count));
}

/**
 * A row of the same table written before this one: a tree. `existing` rows come first.
 * A tenth of the rows, and the first, have no parent; where NULL is not allowed the first is its own.
 */
export function pickEarlier(existing: number, canBeNull: boolean, stream: Stream): ParentPick {
  const orphans = stream.split('no parent');
  return (row) => {
    const earlier = existing + row;
    if (canBeNull && (earlier === 0 || orphans.unit(row) < 0.1)) return null;
    return earlier === 0 ? 0 : stream.below(row, earlier);
  };
}

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
