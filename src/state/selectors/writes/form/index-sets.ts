// The index sets whose price is measured: none, one more each time, each alone, and those of setups.
// Pure; the same indexes are measured once, whatever they stand for.
import {
  type Index,
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../../engine/model/playground.ts';
import { tableOfIndex } from '../../../../engine/sql/index-name.ts';
import { isSameName } from '../../../../engine/sql/quote-name.ts';
import { formatCountOf } from '../../../../lib/format-count.ts';

export interface PriceSet {
  /** The id in the request. */
  id: string;
  /** Names of the table's indexes that are on, in the playground's order. */
  indexes: string[];
  /** What the chart writes at it: 'no index', '2 indexes', 'only idx_price'. */
  label: string;
  /** On the line from none to all: how many of the first indexes; null when it is not on it. */
  step: number | null;
  /** The index that stands alone in it; null for other sets. */
  alone: string | null;
  /** Setups that have these of the table's indexes on. */
  letters: SetupLetter[];
}

/** Indexes of the playground on this table, in its order. */
export function indexesOn({ indexes }: Pick<Playground, 'indexes'>, table: string): Index[] {
  return indexes.filter(({ sql }) => isSameName(tableOfIndex(sql) ?? '', table));
}

/** In the order of the request: none, then one more each time, each alone, then those of setups. */
export function priceSets(
  playground: Pick<Playground, 'indexes' | 'setups'>,
  table: string,
): PriceSet[] {
  const names = indexesOn(playground, table).map(({ name }) => name);
  const ofSetups = playground.setups.map(({ indexes }) =>
    names.filter((name) => indexes.includes(name)),
  );
  const wanted = [
    ...names.map((_, count) => names.slice(0, count)),
    names,
    ...names.map((name) => [name]),
    ...ofSetups,
  ];
  const distinct = new Map(wanted.map((set) => [JSON.stringify(set), set]));
  return [...distinct].map(([key, indexes]) => ({
    id: setId(indexes),
    indexes,
    label: labelOf(indexes, names),
    step: JSON.stringify(names.slice(0, indexes.length)) === key ? indexes.length : null,
    alone: indexes.length === 1 ? (indexes[0] ?? null) : null,
    letters: ofSetups.flatMap((set, position) =>
      JSON.stringify(set) === key ? [setupLetter(position)] : [],
    ),
  }));
}

/** The same for the same indexes, whatever stands around them. */
function setId(indexes: readonly string[]): string {
  return indexes.length === 0 ? 'none' : indexes.map((name) => `+${name}`).join('');
}

function labelOf(indexes: readonly string[], all: readonly string[]): string {
  if (indexes.length === 0) return 'no index';
  if (indexes.length === all.length && all.length > 1) return `all ${all.length} indexes`;
  const [only] = indexes;
  if (only !== undefined && indexes.length === 1) return only;
  return formatCountOf(indexes.length, 'index', 'indexes');
}
