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
import { capitalized } from '../../../../lib/capitalized.ts';
import { formatDuration } from '../../../../lib/format-duration.ts';
import { formatList } from '../../../../lib/format-list.ts';
import type { RunsState } from '../../../runs-store.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { pairedTimes } from '../techniques/pair-verdict.ts';
import { measuredSet, type PriceRequest, pricedIndexes, setId } from './price-run.ts';
import { differencePerRow, differenceWords, durationRange, levelWords } from './price-words.ts';
import { type ReadSaving, readingQueries, readSaving } from './read-saving.ts';

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
  const setIn = (setup: Setup) => indexes.filter((name) => setup.indexes.includes(name));
  const priced = others.filter((setup) => setId(setIn(setup)) !== setId(setIn(baseline)));
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
        isMissing: saving.status === 'missing',
        cells: request.operations.map((operation) =>
          breakEvenCell(run, request, operation, saving, letter, setIn(baseline), setIn(setup)),
        ),
        remark: otherDifferences(indexes, baseline, setup).length > 0 ? 'of the whole setup' : null,
      };
    }),
  );
  return {
    operations: request.operations,
    rows: rows.map(({ isMissing: _, ...row }) => row),
    notes: [
      ...priced.flatMap((setup) => wholeNote(playground, request.table, indexes, setup)),
      ...leftOut(playground, request.table, others, priced, queries.length),
    ],
    needsComparison: rows.some(({ isMissing }) => isMissing),
  };
}

function savingWords(saving: ReadSaving): BreakEvenRow['saving'] {
  if (saving.status === 'missing') {
    const text = saving.isStale ? 'stale: compare again' : 'compare first';
    return { text, tip: saving.reason, isKnown: false };
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
  baselineSet: readonly string[],
  set: readonly string[],
): BreakEvenCell {
  const cost = writeCost(run, request, operation, baselineSet, set);
  const costTip = cost
    ? `Its indexes make each row ${differenceWords(cost)} dearer than the baseline’s, from the same rounds of this run.`
    : 'What these indexes cost a row is not measured: measure the price.';
  if (!cost || saving.status === 'missing') {
    const reason = saving.status === 'missing' ? `${saving.reason} ` : '';
    return { operation, text: '–', interval: '', tip: `${reason}${costTip}`, tone: 'plain' };
  }
  const outcome = breakEven(saving.saving, cost);
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

/** What a row costs more with the one set than with the other; null while that is not measured. */
function writeCost(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  baselineSet: readonly string[],
  set: readonly string[],
): TimeDifference | null {
  const before = measuredSet(run, operation, setId(baselineSet));
  const after = measuredSet(run, operation, setId(set));
  if (!before || !after) return null;
  const ids = [after.contender.id, before.contender.id] as const;
  const { times, against } = pairedTimes(run.samples, ...ids);
  const difference = pairedDifference(times, against, Math.max(request.indexSets.length - 1, 1));
  return difference && differencePerRow(difference, run.opened?.rows ?? request.rows);
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
