// Whether the counters of a link's author are confirmed by those counted here, in words.
// Counters are the same everywhere for one version of SQLite, so any difference is a finding,
// unless the answer changes by itself.
import type { SharedCounters } from '../engine/model/counters/author-counters.ts';
import type { Counters } from '../engine/model/counters/counters.ts';
import { assertNever } from '../lib/assert-never.ts';
import { formatCount, formatCountOf } from '../lib/format/format-count.ts';

export interface CounterDifference {
  /** 'VM steps', 'plan', 'result hash' */
  what: string;
  /** Counts with separators, hashes as they are. */
  author: string;
  own: string;
}

export type CounterConfirmation =
  /** `isChanging`: without the result hash, as the answer changes by itself. */
  | { status: 'confirmed'; isChanging: boolean }
  | { status: 'contradicted'; differences: CounterDifference[] }
  /** The answer changes by itself and the work has changed with it, which says nothing. */
  | { status: 'not-compared' };

// In the order in which they are said: first what the claim is about.
const countNames: [keyof Counters, string][] = [
  ['vmSteps', 'VM steps'],
  ['rows', 'rows'],
  ['fullScanSteps', 'full-scan steps'],
  ['sorts', 'sorts'],
  ['autoIndexRows', 'automatic index rows'],
  ['filterHits', 'Bloom filter hits'],
  ['filterMisses', 'Bloom filter misses'],
  ['pageHits', 'page hits'],
  ['pageMisses', 'page misses'],
];

/**
 * Compares a cell's counters. The author's hashes may be cut short: as much is compared. Of a query
 * whose answer changes by itself (random(), the time) the result hash is left out, and only another
 * plan contradicts: rows and work may follow the answer.
 */
export function compareCounters(
  author: SharedCounters,
  own: Counters,
  isChanging = false,
): CounterConfirmation {
  const plan = hashDifference('plan', author.planHash, own.planHash);
  const result = isChanging
    ? null
    : hashDifference('result hash', author.resultHash, own.resultHash);
  const counts = countNames.map(([key, what]) => countDifference(what, author[key], own[key]));
  const [vmSteps, ...others] = counts;
  const differences = [plan, vmSteps, result, ...others].flatMap((each) => each ?? []);
  if (differences.length === 0) return { status: 'confirmed', isChanging };
  return isChanging && !plan ? { status: 'not-compared' } : { status: 'contradicted', differences };
}

function hashDifference(what: string, author: string, own: string): CounterDifference | null {
  const digits = Math.min(author.length, own.length);
  if (digits > 0 && author.slice(0, digits) === own.slice(0, digits)) return null;
  return { what, author: author.slice(0, 8), own: own.slice(0, 8) };
}

function countDifference(
  what: string,
  author: number | string,
  own: number | string,
): CounterDifference | null {
  const words = (value: number | string) =>
    typeof value === 'number' ? formatCount(value) : value;
  return author === own ? null : { what, author: words(author), own: words(own) };
}

/** 'confirmed: same plan, same VM steps, same result hash', or the first three differences. */
export function counterConfirmationWords(confirmation: CounterConfirmation): string {
  switch (confirmation.status) {
    case 'confirmed':
      return confirmation.isChanging
        ? 'confirmed: same plan, same VM steps; its answer changes by itself, so the result hash is left out'
        : 'confirmed: same plan, same VM steps, same result hash';
    case 'contradicted':
      return `contradicted: ${differencesWords(confirmation.differences)}`;
    case 'not-compared':
      return 'not compared: the answer changes by itself, and the work with it; the plan is the same';
    default:
      return assertNever(confirmation);
  }
}

function differencesWords(differences: readonly CounterDifference[]): string {
  const said = differences.slice(0, 3).map(({ what, author, own }) => {
    if (what === 'plan') return 'another plan';
    return `${what} ${author} at the author's, ${own} here`;
  });
  const unsaid = differences.length - said.length;
  return [...said, ...(unsaid > 0 ? [formatCountOf(unsaid, 'more difference')] : [])].join('; ');
}
