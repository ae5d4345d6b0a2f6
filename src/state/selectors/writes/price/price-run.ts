// A run of the price of indexes, read: its index sets, and what was measured of each.
// Pure; words and drawings are made from it elsewhere.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type {
  WriteContender,
  WriteProof,
  WriteSample,
  WriteStanding,
  WritesRequest,
} from '../../../../engine/model/writes/writes.ts';
import type { WritesRun } from '../../../writes-store.ts';

export type PriceRequest = Extract<WritesRequest, { kind: 'index-price' }>;

/** A contender with all that a run knows of it. */
export interface MeasuredWrite {
  contender: WriteContender;
  /** Null before the first answer. */
  standing: WriteStanding | null;
  /** Those that count, A' left out. */
  samples: readonly WriteSample[];
  proof: WriteProof | null;
  failure: EngineError | null;
}

/** A set of the table's indexes. */
export interface PricedSet {
  /** Its names, joined: the same set has the same id. */
  id: string;
  /**
   * 'cumulative': the first ones in the playground's order, none included; 'alone': one that is
   * not the first; 'other': those of a setup.
   */
  kind: 'cumulative' | 'alone' | 'other';
  indexes: readonly string[];
  /** Setups that have this set on. */
  letters: readonly SetupLetter[];
}

/** Null for runs of other kinds. */
export function priceRequestOf(run: WritesRun): PriceRequest | null {
  const { request } = run.subject;
  return request.kind === 'index-price' ? request : null;
}

/** The table's indexes in the playground's order: all that any set has. */
export function pricedIndexes({ indexSets, indexNames }: PriceRequest): string[] {
  const used = new Set(indexSets.flatMap(({ indexes }) => indexes));
  const ordered = indexNames.filter((name) => used.has(name));
  return [...ordered, ...[...used].filter((name) => !ordered.includes(name))];
}

/** A set's id: order says nothing. */
export function setId(indexes: readonly string[]): string {
  return JSON.stringify([...indexes].sort());
}

/** The sets of the run: cumulative ones first, then each index alone, then those of setups. */
export function pricedSets(run: WritesRun, request: PriceRequest): PricedSet[] {
  const all = pricedIndexes(request);
  const order = { cumulative: 0, alone: 1, other: 2 };
  const sets = new Map<string, PricedSet>();
  for (const { indexes } of request.indexSets) {
    const sorted = all.filter((name) => indexes.includes(name));
    const id = setId(sorted);
    const isFirst = sorted.every((name, at) => name === all[at]);
    const kind = isFirst ? 'cumulative' : sorted.length === 1 ? 'alone' : 'other';
    const letters = run.subject.setups.flatMap((setup) =>
      setId(setup.indexes.filter((name) => all.includes(name))) === id ? [setup.letter] : [],
    );
    sets.set(id, { id, kind, indexes: sorted, letters });
  }
  return [...sets.values()].sort(
    (a, b) => order[a.kind] - order[b.kind] || rank(a, all) - rank(b, all),
  );
}

function rank({ kind, indexes }: PricedSet, all: readonly string[]): number {
  return kind === 'alone' ? all.indexOf(indexes[0] ?? '') : indexes.length;
}

/** What was measured of the set in the operation; null when it is not in the run. */
export function measuredSet(
  run: WritesRun,
  operation: WriteOperation,
  id: string,
): MeasuredWrite | null {
  const contender = run.opened?.contenders.find(
    ({ groupId, subject, indexes }) =>
      groupId === operation && subject.kind === 'index-set' && setId(indexes) === id,
  );
  return contender ? measuredWrite(run, contender) : null;
}

/** All that the run knows of a contender. */
export function measuredWrite(run: WritesRun, contender: WriteContender): MeasuredWrite {
  const { id } = contender;
  const { cells = {} } = run.standing ?? {};
  return {
    contender,
    standing: Object.hasOwn(cells, id) ? (cells[id] ?? null) : null,
    samples: run.samples.filter((sample) => sample.contenderId === id && !sample.isControl),
    proof: Object.hasOwn(run.proofs, id) ? (run.proofs[id] ?? null) : null,
    failure: Object.hasOwn(run.failures, id) ? (run.failures[id] ?? null) : null,
  };
}

/** Why the set could not be measured; null when it can. */
export function refusalOfSet(run: WritesRun, operation: string, id: string): string | null {
  const refused = run.opened?.refused.find(
    ({ contender }) => contender.groupId === operation && setId(contender.indexes) === id,
  );
  return refused?.reason ?? null;
}
