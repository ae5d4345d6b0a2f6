// The findings of a price run as sentences: what all indexes cost, which is the dearest, how many
// bytes they take. Pure; a figure never stands without its interval.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { findingOf, isRanking } from '../../../../engine/statistics/verdict-finding.ts';
import {
  doubtWords,
  type VerdictWords,
} from '../../../../engine/statistics/words/verdict-words.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { durationRange } from '../../../../lib/format/duration-range.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { howCounted, workOf } from '../counts/counted-work.ts';
import { setWorkSentence } from '../counts/set-work.ts';
import { differencePerRow, grownWords, isTold, levelWords } from '../run/figure-words.ts';
import type { Finding } from '../run/finding.ts';
import { operationNouns, operationPlurals } from '../run/operation-words.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';
import { setNames } from './price-rows.ts';
import { measuredSet, type PricedSet, type PriceRequest, pricedSets } from './price-run.ts';
import { toldDifference } from './told-difference.ts';

/** Operation by operation what all indexes cost, then the dearest of them, then the bytes. */
export function priceSentences(run: WritesRun, request: PriceRequest): Finding[] {
  const sets = pricedSets(run, request);
  const cumulative = sets.filter(({ kind }) => kind === 'cumulative');
  const [none, all] = [cumulative[0], cumulative.at(-1)];
  if (!none || !all || none === all) return [];
  return [
    ...request.operations.flatMap((operation) =>
      withCounts(
        allSentence(run, request, operation, none, all),
        countedSentence(run, request, operation, none, all),
      ),
    ),
    ...dearestSentence(run, request, sets),
    ...bytesSentence(run, request, none, all),
  ];
}

function allSentence(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  none: PricedSet,
  all: PricedSet,
): Finding[] {
  const rows = run.opened?.rows ?? request.rows;
  const before = measuredSet(run, operation, none.id)?.standing;
  const after = measuredSet(run, operation, all.id)?.standing;
  if (!before || !after || before.medianMs === null) return [];
  const words = writeVerdictWords(after.verdict, setNames(operation, all));
  const bare = before.interval
    ? ` (${durationRange(before.interval.low / rows, before.interval.high / rows)})`
    : '';
  const start = `Without an index ${operationNouns[operation]} takes ${formatDuration(before.medianMs / rows)} a row${bare}`;
  const extra = after.difference && differencePerRow(after.difference, rows);
  const isOne = all.indexes.length === 1;
  const many = `${indexesWords(all)} ${isOne ? 'makes' : 'make'}`;
  const finding = findingOf(after.verdict.kind);
  const explanation = `${capitalized(words.sentence)} Each time is the median over ${formatCountOf(after.samples, 'sample')} of ${formatCountOf(rows, 'row')}; what is added comes from the differences within a round${extra ? ` (${levelWords(extra.level)} interval)` : ''}.`;
  if (finding === 'slower' || finding === 'faster') {
    const more = extra && isTold(extra) ? `: ${changeWords(extra.estimateMs, extra)}` : '';
    const text = `${start}; ${many} it ${words.headline} (${words.interval})${more}.`;
    return [{ letters: [...all.letters], text, explanation }];
  }
  const same =
    finding === 'equal'
      ? `${many} no meaningful difference to ${operationPlurals[operation]} (${words.interval})`
      : openWords(after.verdict, words, all);
  return [{ letters: [...all.letters], text: `${start}; ${same}.`, explanation }];
}

/** Why it cannot be said; where all of an interval lies on one side, that side comes first. */
function openWords(verdict: Verdict, { headline, interval }: VerdictWords, all: PricedSet): string {
  const indexes = indexesWords(all);
  const what = `what ${indexes} ${all.indexes.length === 1 ? 'costs' : 'cost'}: ${headline}`;
  if (verdict.kind !== 'unresolved' && verdict.kind !== 'too-noisy') {
    return `${indexes}: ${headline}${interval === '' ? '' : ` (${interval})`}`;
  }
  const { low, high } = verdict.ratio;
  const doubt = `${headline}: ${doubtWords(verdict)}`;
  return low > 1 || high < 1
    ? `so far ${indexes} came out ${interval}, ${doubt}`
    : `${what} (${interval})`;
}

/** Both in one, so that a verdict that noise forbids stands beside what it cannot change. */
function withCounts(timed: readonly Finding[], counted: Finding | null) {
  if (!counted) return timed;
  const [first] = timed;
  if (!first) return [counted];
  const text = `${first.text} ${counted.text}`;
  return [{ ...first, text, explanation: `${first.explanation} ${counted.explanation}` }];
}

function countedSentence(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  none: PricedSet,
  all: PricedSet,
): Finding | null {
  const [before, after] = [none, all].map(({ id }) => measuredSet(run, operation, id));
  const without = workOf(run, before?.contender.id);
  const counted = workOf(run, after?.contender.id);
  if (!without || !counted) return null;
  const verdict = after?.standing?.verdict.kind;
  return {
    letters: [...all.letters],
    text: setWorkSentence({
      what: operationNouns[operation],
      rows: run.opened?.rows ?? request.rows,
      without,
      all: counted,
      indexes: indexesWords(all),
      isTold: verdict !== undefined && isRanking(verdict),
    }),
    explanation: howCounted,
  };
}

function indexesWords({ indexes }: PricedSet): string {
  if (indexes.length === 1) return indexes[0] ?? '';
  return indexes.length === 2 ? 'both indexes' : `all ${indexes.length} indexes`;
}

function changeWords(estimateMs: number, { low, high }: { low: number; high: number }): string {
  if (estimateMs >= 0) {
    return `${formatDuration(estimateMs)} more a row (${durationRange(low, high)})`;
  }
  return `${formatDuration(-estimateMs)} less a row (${durationRange(-high, -low)})`;
}

function dearestSentence(
  run: WritesRun,
  request: PriceRequest,
  sets: readonly PricedSet[],
): Finding[] {
  const rows = run.opened?.rows ?? request.rows;
  const alone = sets.filter(({ indexes }) => indexes.length === 1);
  const operation = request.operations[0];
  if (alone.length < 2 || operation === undefined) return [];
  const told = alone.flatMap((set) => {
    const { difference, verdict } = measuredSet(run, operation, set.id)?.standing ?? {};
    const isResolved = difference && verdict && toldDifference(verdict, difference);
    return isResolved ? [{ set, difference, isDearer: findingOf(verdict.kind) === 'slower' }] : [];
  });
  const [first, ...others] = told.sort((a, b) => b.difference.estimateMs - a.difference.estimateMs);
  // One that is not resolved may be the dearest, and so may one whose interval overlaps.
  const isAlone = others.every(({ difference }) => first && difference.high < first.difference.low);
  if (!first?.isDearer || told.length < alone.length || !isAlone) return [];
  const { low, high, estimateMs, level } = differencePerRow(first.difference, rows);
  return [
    {
      letters: [],
      text: `The dearest ${operation} by itself is that into ${first.set.indexes[0]}: ${formatDuration(estimateMs)} more a row (${durationRange(low, high)}).`,
      explanation: `Each index alone against none, in the same rounds; ${levelWords(level)} intervals, which do not overlap the next one’s.`,
    },
  ];
}

function bytesSentence(
  run: WritesRun,
  request: PriceRequest,
  none: PricedSet,
  all: PricedSet,
): Finding[] {
  const rows = run.opened?.rows ?? request.rows;
  const before = measuredSet(run, 'insert', none.id)?.proof;
  const after = measuredSet(run, 'insert', all.id)?.proof;
  if (!before || !after || after.grownBytes <= 0) return [];
  return [
    {
      letters: [],
      text: `${capitalized(formatCountOf(rows, 'inserted row'))} ${rows === 1 ? 'takes' : 'take'} ${grownWords(before.grownBytes)} without an index and ${grownWords(after.grownBytes)} with ${indexesWords(all)}.`,
      explanation:
        'What the database grew by: pages in use after the inserts less those before, times the page size. Counted, not timed: it has no interval.',
    },
  ];
}
