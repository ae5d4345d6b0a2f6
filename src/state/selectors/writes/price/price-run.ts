// A run of the price of indexes, read: its index sets, and what was measured of each.
// Pure; words and drawings are made from it elsewhere.
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type {
  IndexSet,
  WriteContender,
  WritesRequest,
} from '../../../../engine/model/writes/writes.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { type ContenderResult, contenderResult } from '../run/contender-result.ts';

export type PriceRequest = Extract<WritesRequest, { kind: 'index-price' }>;

/** A set of the table's indexes. */
export interface PricedSet {
  /** As the request calls it. */
  id: string;
  /**
   * 'cumulative': the first ones in the playground's order, one more each time, none and all of
   * them included; 'alone': one that is not the first; 'other': those of a setup.
   */
  kind: 'cumulative' | 'alone' | 'other';
  indexes: readonly string[];
  /** The run has the set with one index less: what it adds to that is told. */
  isNext: boolean;
  /** Setups that have this set on. */
  letters: readonly SetupLetter[];
}

/** Null for runs of other kinds. Operations that found no rows to write are left out. */
export function priceRequestOf({ subject, opened }: WritesRun): PriceRequest | null {
  const { request } = subject;
  if (request.kind !== 'index-price') return null;
  const isRefused = (operation: WriteOperation) =>
    opened?.contenders.every(({ groupId }) => groupId !== operation) ?? false;
  return { ...request, operations: request.operations.filter((each) => !isRefused(each)) };
}

/** The table's indexes in the playground's order: all that any set has. */
export function pricedIndexes({ indexSets, indexNames }: PriceRequest): string[] {
  const used = new Set(indexSets.flatMap(({ indexes }) => indexes));
  const ordered = indexNames.filter((name) => used.has(name));
  return [...ordered, ...[...used].filter((name) => !ordered.includes(name))];
}

/** The set that has the same of the priced indexes; null where the run has none. */
export function setWith(request: PriceRequest, indexes: readonly string[]): IndexSet | null {
  const on = pricedIndexes(request).filter((name) => indexes.includes(name));
  const isSame = (set: IndexSet) =>
    set.indexes.length === on.length && set.indexes.every((name) => on.includes(name));
  return request.indexSets.find(isSame) ?? null;
}

/** The sets of the run: cumulative ones first, then each index alone, then those of setups. */
export function pricedSets(run: WritesRun, request: PriceRequest): PricedSet[] {
  const all = pricedIndexes(request);
  const order = { cumulative: 0, alone: 1, other: 2 };
  const isFirst = (indexes: readonly string[]) => indexes.every((name, at) => name === all[at]);
  const lengths = new Set(
    request.indexSets
      .map(({ indexes }) => all.filter((name) => indexes.includes(name)))
      .flatMap((sorted) => (isFirst(sorted) ? [sorted.length] : [])),
  );
  return request.indexSets
    .map(({ id, indexes }): PricedSet => {
      const sorted = all.filter((name) => indexes.includes(name));
      const count = sorted.length;
      const isNext = isFirst(sorted) && lengths.has(count - 1);
      const isStep = isFirst(sorted) && (isNext || count === 0 || count === all.length);
      const letters = run.subject.setups.flatMap((setup) =>
        setWith(request, setup.indexes)?.id === id ? [setup.letter] : [],
      );
      return {
        id,
        indexes: sorted,
        isNext,
        letters,
        kind: isStep ? 'cumulative' : count === 1 ? 'alone' : 'other',
      };
    })
    .sort((a, b) => order[a.kind] - order[b.kind] || rank(a, all) - rank(b, all));
}

function rank({ kind, indexes }: PricedSet, all: readonly string[]): number {
  return kind === 'alone' ? all.indexOf(indexes[0] ?? '') : indexes.length;
}

/** What was measured of the set in the operation; null when it is not in the run. */
export function measuredSet(
  run: WritesRun,
  operation: WriteOperation,
  setId: string,
): ContenderResult | null {
  const contender = run.opened?.contenders.find((each) => isOfSet(each, operation, setId));
  return contender ? contenderResult(run, contender) : null;
}

/** Why the set could not be measured; null when it can. */
export function refusalOfSet(
  run: WritesRun,
  operation: WriteOperation,
  setId: string,
): string | null {
  const refused = run.opened?.refused.find(({ contender }) => isOfSet(contender, operation, setId));
  return refused?.reason ?? null;
}

function isOfSet(
  { groupId, subject }: WriteContender,
  operation: WriteOperation,
  setId: string,
): boolean {
  return groupId === operation && subject.kind === 'index-set' && subject.indexSetId === setId;
}
