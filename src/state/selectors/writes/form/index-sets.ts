// The index sets whose price is measured: none, one more each time, each alone, and those of setups.
// Pure; the same indexes are measured once, whatever they stand for.
import type { Index, Playground } from '../../../../engine/model/playground.ts';
import type { IndexSet } from '../../../../engine/model/writes/writes.ts';
import { tableOfIndex } from '../../../../engine/sql/indexes/index-name.ts';
import { isSameName, quoteName } from '../../../../engine/sql/quote-name.ts';

/** Indexes of the playground on this table, in its order. */
export function indexesOn({ indexes }: Pick<Playground, 'indexes'>, table: string): Index[] {
  return indexes.filter(({ sql }) => isSameName(tableOfIndex(sql) ?? '', table));
}

/** In the order of the request: none, then one more each time, each alone, then those of setups. */
export function priceSets(
  playground: Pick<Playground, 'indexes' | 'setups'>,
  table: string,
): IndexSet[] {
  const names = indexesOn(playground, table).map(({ name }) => name);
  const wanted = [
    ...names.map((_, count) => names.slice(0, count)),
    names,
    ...names.map((name) => [name]),
    ...playground.setups.map(({ indexes }) => names.filter((name) => indexes.includes(name))),
  ];
  return [
    ...new Map(wanted.map((indexes) => [setId(indexes), { id: setId(indexes), indexes }])).values(),
  ];
}

/** The same for the same indexes, whatever stands around them. */
function setId(indexes: readonly string[]): string {
  return indexes.length === 0 ? 'none' : indexes.map((name) => `+${quoteName(name)}`).join('');
}
