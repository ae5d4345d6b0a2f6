// Which parent row a row refers to: evenly, some more often, or each parent so many children.
// Numbers of rows only; the key values are copied by generators/reference.ts.
import type { ReferenceSpread } from '../../../model/recipe/column-generator.ts';
import type { Fraction } from '../../../model/units.ts';
import { createPermutation } from '../../draws/permutation.ts';
import type { Stream } from '../../draws/random.ts';
import { skewedRank } from '../../draws/skew.ts';
import { createZipfRanks } from '../../draws/zipf-ranks.ts';
import type { ParentPick } from '../../generators/reference.ts';

type FreeSpread = Exclude<ReferenceSpread, { kind: 'earlier' | 'children' }>;

/** Picks among `count` parents; the favourites are scattered among them. */
export function pickBySpread(spread: FreeSpread, count: number, stream: Stream): ParentPick {
  if (spread.kind === 'uniform') return (row) => stream.below(row, count);
  const order = createPermutation(count, stream.split('favourites'));
  if (spread.kind === 'skewed') return (row) => order.at(skewedRank(stream.unit(row), count));
  const rank = createZipfRanks(count, spread.exponent, stream);
  return (row) => order.at(rank(row));
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

/** The row before: a chain, in which no two rows have the same parent. */
export function pickPrevious(existing: number, canBeNull: boolean): ParentPick {
  return (row) => (existing + row === 0 && canBeNull ? null : Math.max(0, existing + row - 1));
}

export interface ChildrenWanted {
  min: number;
  max: number;
  rows: number;
  /** Of the rows; they have no parent. */
  nullShare: Fraction;
}

/** How many rows have a parent. */
export function rowsWithParent({ rows, nullShare }: ChildrenWanted): number {
  return rows - Math.floor(rows * nullShare);
}

export interface Children {
  max: number;
  parent(row: number): number | null;
  /** The how-manieth child of its parent the row is, below `max`; for rows that have one. */
  turn(row: number): number;
}

/**
 * Between `min` and `max` children for every one of `count` parents. The first rows of a random
 * order go round the parents `min` times; each further one takes one of the free places, of which
 * every parent has max - min. Nothing is remembered: both orders are permutations.
 */
export function shareChildren(wanted: ChildrenWanted, count: number, stream: Stream): Children {
  const { min, max, rows } = wanted;
  const filled = rowsWithParent(wanted);
  const order = createPermutation(Math.max(1, rows), stream.split('order'));
  const places = createPermutation(Math.max(1, count * (max - min)), stream.split('places'));
  const sure = count * min;
  // Child n of parent p has the place n * count + p.
  const placeOf = (position: number) =>
    position < sure ? position : sure + places.at(position - sure);
  const positionOf = (row: number) => order.at(row % Math.max(1, rows));
  return {
    max,
    parent(row) {
      const position = positionOf(row);
      return position < filled ? placeOf(position) % count : null;
    },
    turn: (row) => Math.floor(placeOf(positionOf(row)) / count),
  };
}
