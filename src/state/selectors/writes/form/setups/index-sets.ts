// The index sets whose price is measured: none, one more each time, each alone, and those of setups.
// Pure; the same indexes are measured once, whatever they stand for.
import type { Index, Playground } from '../../../../../engine/model/playground.ts';
import type { IndexSet } from '../../../../../engine/model/writes/writes.ts';
import { tableOfIndex } from '../../../../../engine/sql/indexes/index-name.ts';
import { quoteName } from '../../../../../engine/sql/quote-name.ts';
import { formatCountOf } from '../../../../../lib/format/format-count.ts';
import { formatList } from '../../../../../lib/format/format-list.ts';
import { isSameName } from '../../../../../lib/sql-name.ts';

/** Indexes of the playground on this table, in its order. */
export function indexesOn({ indexes }: Pick<Playground, 'indexes'>, table: string): Index[] {
  return indexes.filter(({ sql }) => isSameName(tableOfIndex(sql) ?? '', table));
}

/** With more indexes the steps from none to all are left out: each is one more set to measure. */
const mostSteps = 6;

/**
 * In the order of the request: none, then one more each time, each alone, then those of setups.
 * Beyond `mostSteps` indexes nothing stands between none and all of them.
 */
export function priceSets(
  playground: Pick<Playground, 'indexes' | 'setups'>,
  table: string,
): IndexSet[] {
  const names = indexesOn(playground, table).map(({ name }) => name);
  const wanted = [
    [],
    ...(names.length > mostSteps ? [] : names.map((_, count) => names.slice(0, count))),
    names,
    ...names.map((name) => [name]),
    ...playground.setups.map(({ indexes }) => names.filter((name) => indexes.includes(name))),
  ];
  return [
    ...new Map(wanted.map((indexes) => [setId(indexes), { id: setId(indexes), indexes }])).values(),
  ];
}

/** What the sets are, by kind, each counted once: the counts add up to all of them. */
export function priceSetsWords(sets: readonly IndexSet[]): string {
  const names = sets.reduce<readonly string[]>(
    (most, { indexes }) => (indexes.length > most.length ? indexes : most),
    [],
  );
  const [first = ''] = names;
  const isStepped = names.length <= mostSteps;
  const steps = isStepped ? names.length : 0;
  const alone = isStepped ? names.length - 1 : names.length;
  const own = sets.length - 1 - steps - alone - (isStepped ? 0 : 1);
  const parts = [
    'no index',
    steps > 0 && (steps === 1 ? first : `${steps} that grow by one index each`),
    alone > 0 && (isStepped ? `${alone} with another index alone` : `each of ${alone} alone`),
    !isStepped && 'all of them',
    own > 0 && `${own} of setups`,
  ].filter((part) => part !== false);
  return `${formatCountOf(sets.length, 'set')} of indexes: ${formatList(parts)}.`;
}

/** The same for the same indexes, whatever stands around them. */
function setId(indexes: readonly string[]): string {
  return indexes.length === 0 ? 'none' : indexes.map((name) => `+${quoteName(name)}`).join('');
}
