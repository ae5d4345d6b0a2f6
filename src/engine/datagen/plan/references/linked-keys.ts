// Foreign keys that share columns: (tenant, user) and (tenant, project) must agree on the tenant.
// Parents are grouped by the shared values when a row asks; a sample of them, when many.
import type { SqlValue } from '../../../model/values.ts';
import { createPermutation } from '../../draws/permutation.ts';
import type { Stream } from '../../draws/random.ts';
import type { ParentKeys, ParentPick } from '../../generators/reference.ts';
import { keyText } from '../unique-values.ts';

export interface SharedColumns {
  /** Positions in the key of the columns that have their values from elsewhere. */
  keyColumns: number[];
  /** Their values in a row. */
  valuesAt(row: number): SqlValue[];
}

/** Of a key to the same table: only rows before may be referred to. */
export interface OwnRows {
  existing: number;
  /** True when a row without an earlier one may have none; else it refers to itself. */
  isOptional: boolean;
}

export interface Narrowed {
  pick: ParentPick;
  /** True when the row can have a parent with these shared values. */
  has(values: SqlValue[], row: number): boolean;
}

/** The first rows, which are previewed after every keystroke, choose among few parents. */
const firstRows = 64;
const fewGrouped = 4096;
/** A second's work, and 16 MB. */
const mostGrouped = 1_048_576;

type Groups = Map<SqlValue, number[]>;

/** Picks parents whose shared columns agree with the row's. */
export function narrowByGroup(
  parents: ParentKeys,
  shared: SharedColumns,
  stream: Stream,
  own: OwnRows | null,
): Narrowed {
  const { keyColumns } = shared;
  const { count } = parents;
  const fewRows = () =>
    own ? rowsUpTo(Math.min(count, own.existing + firstRows)) : sampleOf(count, fewGrouped, stream);
  const few = once(() => groupParents(parents, keyColumns, fewRows()));
  const all = once(() => groupParents(parents, keyColumns, sampleOf(count, mostGrouped, stream)));
  const groupOf = (values: SqlValue[], row: number) => {
    const key = groupKey(values);
    return (row < firstRows ? few().get(key) : undefined) ?? all().get(key) ?? [];
  };
  return {
    has: (values, row) => (row < firstRows ? few() : all()).has(groupKey(values)),
    pick(row) {
      const values = shared.valuesAt(row);
      if (values.includes(null)) return null;
      if (!own) {
        const group = groupOf(values, row);
        return group.length === 0 ? null : (group[stream.below(row, group.length)] ?? null);
      }
      const place = own.existing + row;
      const group = (row < firstRows ? few() : all()).get(groupKey(values)) ?? [];
      const earlier = countBelow(group, place);
      if (earlier > 0) return group[stream.below(row, earlier)] ?? null;
      return own.isOptional ? null : place;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function rowsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}

// In ascending order.
function sampleOf(count: number, most: number, stream: Stream): number[] {
  if (count <= most) return rowsUpTo(count);
  const order = createPermutation(count, stream.split('sample'));
  return rowsUpTo(most)
    .map((place) => order.at(place))
    .sort((one, other) => one - other);
}

function groupParents(
  parents: ParentKeys,
  keyColumns: readonly number[],
  rows: readonly number[],
): Groups {
  const groups: Groups = new Map();
  for (const parent of rows) {
    const values = keyColumns.map((column) => parents.at(parent, column));
    if (values.includes(null)) continue;
    const key = groupKey(values);
    const group = groups.get(key);
    if (group) group.push(parent);
    else groups.set(key, [parent]);
  }
  return groups;
}

// One value is its own key, and quicker than a text of it.
function groupKey(values: readonly SqlValue[]): SqlValue {
  const [only = null] = values;
  return values.length === 1 && typeof only !== 'object' ? only : keyText(values);
}

// The group is in ascending order.
function countBelow(group: readonly number[], limit: number): number {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
