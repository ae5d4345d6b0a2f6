// From how many reads a write an index pays: the bench's read savings against the run's write costs.
// Pure; a row for each query and setup, a cell for each operation.
import {
  type Playground,
  type Setup,
  type SetupLetter,
  setupLetter,
} from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type { TimeDifference } from '../../../../engine/model/writes/writes.ts';
import { breakEven } from '../../../../engine/statistics/break-even/break-even.ts';
import { breakEvenWords } from '../../../../engine/statistics/break-even/break-even-words.ts';
import { pairedDifference } from '../../../../engine/statistics/paired-difference.ts';
import { pairByRound, roundTimes } from '../../../../engine/statistics/writes/paired-rounds.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { RunsState } from '../../../runs-store.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { measuredSet, type PriceRequest, pricedIndexes, setWith } from './price-run.ts';
import { differencePerRow, differenceWords, durationRange, levelWords } from './price-words.ts';
import { type ReadSaving, readingQueries, readSaving } from './read-saving.ts';
import { toldDifference, untoldWords } from './told-difference.ts';

export interface BreakEvenView {
  operations: WriteOperation[];
  rows: BreakEvenRow[];
  /** What the table leaves out, and why; sentences. */
  notes: string[];
  /** Some comparison is missing or stale: the bench makes it. */
  needsComparison: boolean;
}

export interface BreakEvenRow {
  key: string;
  queryName: string;
  letter: SetupLetter;
  setupName: string;
  /** 'saves 9.3 ms a read (9.1–9.5 ms)', or what is missing. */
  saving: { text: string; tip: string; isKnown: boolean };
  cells: BreakEvenCell[];
  /** 'of the whole setup' where the saving is not that of the table's indexes alone. */
  remark: string | null;
}

export interface BreakEvenCell {
  operation: WriteOperation;
  /** 'worth it from 1 read per 14 inserts'. */
  text: string;
  /** '1 per 11 to 1 per 18'; empty where there is none. */
  interval: string;
  tip: string;
  tone: 'good' | 'bad' | 'plain';
}

/** Null where no setup besides the baseline, or no query that reads, is there. */
export function breakEvenView(
  playground: Playground,
  results: RunsState['results'],
  run: WritesRun,
  request: PriceRequest,
): BreakEvenView | null {
  const [baseline, ...others] = playground.setups;
  const queries = readingQueries(playground);
  if (!baseline || others.length === 0 || queries.length === 0) return null;
  const indexes = pricedIndexes(request);
  const priced = others.filter((setup) =>
    indexes.some((name) => setup.indexes.includes(name) !== baseline.indexes.includes(name)),
  );
  const rows = queries.flatMap((query) =>
    priced.map((setup) => {
      const saving = readSaving(playground, results[query.id], query, setup);
      const letter = setupLetter(playground.setups.indexOf(setup));
      return {
        key: `${query.id} ${setup.id}`,
        queryName: query.name,
        letter,
        setupName: setup.name,
        saving: savingWords(saving),
        isUncompared: saving.status === 'missing' && saving.needsComparison,
        cells: request.operations.map((operation) =>
          breakEvenCell(run, request, operation, saving, letter, baseline, setup),
        ),
        remark: otherDifferences(indexes, baseline, setup).length > 0 ? 'of the whole setup' : null,
      };
    }),
  );
  return {
    operations: request.operations,
    rows: rows.map(({ isUncompared: _, ...row }) => row),
    notes: [
      ...priced.flatMap((setup) => wholeNote(playground, request.table, indexes, setup)),
      ...leftOut(playground, request.table, others, priced, queries.length),
    ],
    needsComparison: rows.some(({ isUncompared }) => isUncompared),
  };
}

function savingWords(saving: ReadSaving): BreakEvenRow['saving'] {
  if (saving.status === 'missing') {
    return { text: saving.text, tip: saving.reason, isKnown: false };
  }
  const { estimateMs, low, high, level } = saving.saving;
  const tip = `The baseline’s time less this setup’s, of the same rounds of the bench’s comparison (${saving.rounds} rounds): middle of the paired differences and ${levelWords(level)} interval.`;
  const range = durationRange(low, high);
  const size = `${formatDuration(Math.abs(estimateMs))} a read`;
  if (low <= 0 && high >= 0)
    return { text: `no clear saving (${range} a read)`, tip, isKnown: true };
  if (high < 0) {
    return { text: `costs ${size} (${durationRange(-high, -low)})`, tip, isKnown: true };
  }
  return { text: `saves ${size} (${range})`, tip, isKnown: true };
}

function breakEvenCell(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  saving: ReadSaving,
  letter: SetupLetter,
  baseline: Setup,
  setup: Setup,
): BreakEvenCell {
  const cost = writeCost(run, request, operation, baseline, setup);
  const costTip = cost
    ? `Its indexes make each row ${differenceWords(cost)} dearer than the baseline’s, from the same rounds of this run.`
    : 'What these indexes cost a row is not measured: measure the price.';
  if (!cost || saving.status === 'missing') {
    const reason = saving.status === 'missing' ? `${saving.reason} ` : '';
    return { operation, text: '–', interval: '', tip: `${reason}${costTip}`, tone: 'plain' };
  }
  const told = toldCost(run, request, operation, baseline, setup, cost);
  if (typeof told === 'string') {
    const text = `cannot be told: ${told}`;
    return {
      operation,
      text,
      interval: '',
      tip: `${costTip} That is not resolved.`,
      tone: 'plain',
    };
  }
  const outcome = breakEven(saving.saving, told);
  const { headline, interval, sentence } = breakEvenWords(
    outcome,
    operation,
    `What ${letter} has on ${request.table}`,
  );
  return {
    operation,
    text: headline,
    interval,
    tip: `${sentence} ${capitalized(savingWords(saving).text)}. ${costTip}`,
    tone: tones[outcome.kind],
  };
}

const tones = { worth: 'good', free: 'good', never: 'bad', unclear: 'plain' } as const;

/** What a row costs more in the setup than in the baseline; null while that is not measured. */
function writeCost(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  baseline: Setup,
  setup: Setup,
): TimeDifference | null {
  const [before, after] = [baseline, setup].map(({ indexes }) => {
    const set = setWith(request, indexes);
    return set && measuredSet(run, operation, set.id);
  });
  if (!before || !after) return null;
  const { times, against } = pairByRound(
    roundTimes(run.samples, after.contender.id),
    roundTimes(run.samples, before.contender.id),
  );
  const difference = pairedDifference(times, against, Math.max(request.indexSets.length - 1, 1));
  return difference && differencePerRow(difference, run.opened?.rows ?? request.rows);
}

/**
 * The cost as far as the run's verdicts resolve it, or why they do not. Both sets are measured
 * against no index; where neither is that, no verdict stands between them and both have to hold.
 */
function toldCost(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  baseline: Setup,
  setup: Setup,
  cost: TimeDifference,
): TimeDifference | string {
  const verdicts = [baseline, setup].flatMap(({ indexes }) => {
    const id = setWith(request, indexes)?.id ?? '';
    const verdict = measuredSet(run, operation, id)?.standing?.verdict;
    return verdict && verdict.kind !== 'baseline' ? [verdict] : [];
  });
  const untold = verdicts.find((verdict) => !toldDifference(verdict, cost));
  if (untold) return untoldWords(untold);
  const [only] = verdicts;
  return (only && verdicts.length === 1 && toldDifference(only, cost)) || cost;
}

/** In what else the setup differs from the baseline than in the table's indexes. */
function otherDifferences(indexes: readonly string[], baseline: Setup, setup: Setup): string[] {
  const elsewhere = [...new Set([...baseline.indexes, ...setup.indexes])].filter(
    (name) =>
      !indexes.includes(name) && baseline.indexes.includes(name) !== setup.indexes.includes(name),
  );
  return [
    ...elsewhere,
    ...(baseline.hasStatistics === setup.hasStatistics ? [] : ['the statistics']),
    ...(hasSameCache(baseline, setup) ? [] : ['the cache']),
  ];
}

function wholeNote(
  { setups }: Playground,
  table: string,
  indexes: readonly string[],
  setup: Setup,
): string[] {
  const [baseline] = setups;
  const others = baseline ? otherDifferences(indexes, baseline, setup) : [];
  if (others.length === 0) return [];
  const letter = setupLetter(setups.indexOf(setup));
  return [
    `${letter} also differs from A in ${formatList(others)}: what it saves is of the whole setup, what it costs is that of its indexes on ${table}.`,
  ];
}

function hasSameCache({ cache: one }: Setup, { cache: other }: Setup): boolean {
  if (one.kind === 'none' || other.kind === 'none') return one.kind === other.kind;
  return one.capacity === other.capacity;
}

function leftOut(
  { queries, setups }: Playground,
  table: string,
  others: readonly Setup[],
  priced: readonly Setup[],
  reading: number,
): string[] {
  const same = others
    .filter((setup) => !priced.includes(setup))
    .map((setup) => setupLetter(setups.indexOf(setup)));
  const writing = queries.length - reading;
  return [
    ...(same.length === 0
      ? []
      : [
          `${formatList(same)} ${same.length === 1 ? 'has' : 'have'} the same indexes on ${table} as A: writing to it costs the same there.`,
        ]),
    ...(writing === 0 ? [] : ['Queries that write are left out: they have no read to save.']),
  ];
}
