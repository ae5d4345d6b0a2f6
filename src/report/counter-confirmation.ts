// Whether the counters of a link's author are confirmed by those counted here, in words.
// Counters are the same everywhere for one version of SQLite, so any difference is a finding.
import type { AuthorCounters, SharedCounters } from '../engine/model/counters/author-counters.ts';
import type { Counters } from '../engine/model/counters/counters.ts';
import { assertNever } from '../lib/assert-never.ts';
import { formatCount, formatCountOf } from '../lib/format-count.ts';

export interface CounterDifference {
  /** 'VM steps', 'plan', 'result hash' */
  what: string;
  /** Counts with separators, hashes as they are. */
  author: string;
  own: string;
}

export type CounterConfirmation =
  | { status: 'confirmed' }
  | { status: 'contradicted'; differences: CounterDifference[] };

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

/** Compares a cell's counters. The author's hashes may be cut short: as much is compared. */
export function compareCounters(author: SharedCounters, own: Counters): CounterConfirmation {
  const hashes = [
    hashDifference('plan', author.planHash, own.planHash),
    hashDifference('result hash', author.resultHash, own.resultHash),
  ];
  const counts = countNames.map(([key, what]) => countDifference(what, author[key], own[key]));
  const [plan, result] = hashes;
  const [vmSteps, ...others] = counts;
  const differences = [plan, vmSteps, result, ...others].flatMap((each) => each ?? []);
  return differences.length === 0
    ? { status: 'confirmed' }
    : { status: 'contradicted', differences };
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
      return 'confirmed: same plan, same VM steps, same result hash';
    case 'contradicted':
      return `contradicted: ${differencesWords(confirmation.differences)}`;
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

/** What became of all that the author counted. */
export interface CountersSummary {
  confirmed: number;
  contradicted: number;
  /** Counted by the author and not here, or not yet. */
  open: number;
  /** Stands alone: 'Confirmed in 9 of 9 cells: same plan, ...'. */
  sentence: string;
}

/** The outcome over all cells. `own` is by position, as the author's; null where not counted. */
export function summarizeCounters(
  author: AuthorCounters,
  own: readonly (readonly (Counters | null)[])[],
  ownSqliteVersion: string,
): CountersSummary {
  const outcomes = author.cells.flatMap((setups, query) =>
    setups.flatMap((cell, setup) => {
      if (cell === null) return [];
      const here = own[query]?.[setup] ?? null;
      return [here === null ? 'open' : compareCounters(cell, here).status];
    }),
  );
  const countOf = (status: string) => outcomes.filter((each) => each === status).length;
  const summary = {
    confirmed: countOf('confirmed'),
    contradicted: countOf('contradicted'),
    open: countOf('open'),
  };
  return { ...summary, sentence: summaryWords(summary, author.sqliteVersion, ownSqliteVersion) };
}

function summaryWords(
  { confirmed, contradicted, open }: Omit<CountersSummary, 'sentence'>,
  authorVersion: string,
  ownVersion: string,
): string {
  const cells = formatCountOf(confirmed + contradicted + open, 'cell');
  if (contradicted > 0) {
    const reason =
      authorVersion === ownVersion
        ? 'The playground, its data or the parameters are not the ones that the author counted.'
        : `The author counted with SQLite ${authorVersion}, this page with ${ownVersion}: counters and plans may differ between versions.`;
    return `Contradicted in ${formatCount(contradicted)} of ${cells}. ${reason}`;
  }
  if (confirmed === 0) return `The author counted ${cells}; nothing has been counted here yet.`;
  const rest = open === 0 ? '' : ` ${formatCount(open)} not counted here yet.`;
  return `Confirmed in ${formatCount(confirmed)} of ${cells}: same plan, same VM steps, same result hash.${rest}`;
}
