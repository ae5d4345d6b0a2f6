// The findings of a price run as sentences: what all indexes cost, which is the dearest, how many
// bytes they take. Pure; a figure never stands without its interval.
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { findingOf } from '../../../../engine/statistics/verdict-finding.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { writeVerdictWords } from '../techniques/write-verdict-words.ts';
import type { BreakEvenView } from './break-even-view.ts';
import { setNames } from './price-rows.ts';
import { measuredSet, type PricedSet, type PriceRequest, pricedSets } from './price-run.ts';
import {
  differencePerRow,
  durationRange,
  grownWords,
  isTold,
  levelWords,
  operationNouns,
  operationPlurals,
} from './price-words.ts';
import { toldDifference } from './told-difference.ts';

export interface PriceSentence {
  letters: SetupLetter[];
  text: string;
  /** How it was obtained. */
  explanation: string;
}

/** For each setup the first query that its indexes pay for, against the first operation that tells. */
export function breakEvenSentences(view: BreakEvenView | null): PriceSentence[] {
  const best = new Map<SetupLetter, PriceSentence>();
  for (const { letter, queryName, cells } of view?.rows ?? []) {
    // Only what is resolved is a finding: the cells say the rest.
    const cell = cells.find(({ interval, tone }) => interval !== '' && tone !== 'plain');
    if (!cell || best.has(letter)) continue;
    best.set(letter, {
      letters: [letter],
      text: `For “${queryName}” it is ${cell.text} (${cell.interval}).`,
      explanation: cell.tip,
    });
  }
  return [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sentence]) => sentence);
}

/** Operation by operation what all indexes cost, then the dearest of them, then the bytes. */
export function priceSentences(run: WritesRun, request: PriceRequest): PriceSentence[] {
  const sets = pricedSets(run, request);
  const cumulative = sets.filter(({ kind }) => kind === 'cumulative');
  const [none, all] = [cumulative[0], cumulative.at(-1)];
  if (!none || !all || none === all) return [];
  return [
    ...request.operations.flatMap((operation) => allSentence(run, request, operation, none, all)),
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
): PriceSentence[] {
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
      ? `${indexesWords(all)} ${isOne ? 'makes' : 'make'} no meaningful difference to ${operationPlurals[operation]} (${words.interval})`
      : `what ${indexesWords(all)} ${isOne ? 'costs' : 'cost'} cannot be told yet: ${words.headline}${words.interval === '' ? '' : ` (${words.interval})`}`;
  return [{ letters: [...all.letters], text: `${start}; ${same}.`, explanation }];
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
): PriceSentence[] {
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
): PriceSentence[] {
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
