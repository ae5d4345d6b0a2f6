// What a run of the price of indexes found, ready to be drawn: sentences, pictures, tables, notes.
// Pure; the parts stand in files of their own.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import type { Fraction } from '../../../../engine/model/units.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { RunsState } from '../../../runs-store.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { writesEnvironmentLine } from '../techniques/write-notes.ts';
import { isStaleWrites } from '../writes-basis.ts';
import { type BreakEvenView, breakEvenView } from './break-even-view.ts';
import { type BuildTimes, buildTimes } from './build-time.ts';
import { type ExtraRow, extraRows, type PricePanel, pricePanels } from './price-panels.ts';
import { type PriceRow, priceRows } from './price-rows.ts';
import { type PriceRequest, pricedIndexes, priceRequestOf } from './price-run.ts';
import { breakEvenSentences, type PriceSentence, priceSentences } from './price-sentences.ts';
import { operationPlurals } from './price-words.ts';

export interface PriceResults {
  /** 'Price of 2 indexes on products: inserts, updates and deletes of 10,000 rows'. */
  heading: string;
  sentences: PriceSentence[];
  operations: WriteOperation[];
  panels: PricePanel[];
  extras: ExtraRow[];
  rows: PriceRow[];
  /** Null where the run has none. */
  build: BuildTimes | null;
  breakEven: BreakEvenView | null;
  notes: string[];
  /** The machine in a line. */
  environment: string | null;
  isStale: boolean;
  /** What ended the run. */
  problem: EngineError | null;
  /** While it measures; null otherwise. */
  fraction: Fraction | null;
  /** No sample was taken. */
  isEmpty: boolean;
}

/** Null before the first run. */
export function priceResults(
  playground: Playground,
  results: RunsState['results'],
  run: WritesRun | null,
): PriceResults | null {
  const request = run && priceRequestOf(run);
  if (!run || !request) return null;
  const { opened, standing, status } = run;
  const breakEven = breakEvenView(playground, results, run, request);
  return {
    heading: headingOf(run, request),
    sentences: [...priceSentences(run, request), ...breakEvenSentences(breakEven)],
    operations: request.operations,
    panels: pricePanels(run, request),
    extras: extraRows(run, request),
    rows: priceRows(run, request),
    build: buildTimes(run),
    breakEven,
    notes: priceNotes(run, request),
    environment: opened && writesEnvironmentLine(opened.environment),
    isStale: isStaleWrites(playground, run),
    problem: run.error,
    fraction: status === 'measuring' ? (standing?.fraction ?? 0) : null,
    isEmpty: run.samples.length === 0,
  };
}

function headingOf(run: WritesRun, request: PriceRequest): string {
  const count = formatCountOf(pricedIndexes(request).length, 'index', 'indexes');
  const what = formatList(request.operations.map((operation) => operationPlurals[operation]));
  const rows = formatCountOf(run.opened?.rows ?? request.rows, 'row');
  const ended = run.status === 'stopped' ? ', stopped' : run.status === 'failed' ? ', failed' : '';
  return `Price of ${count} on ${request.table}: ${what} of ${rows}${ended}`;
}

/** A key can often be set to nothing but itself: what has to be found out is the index's work. */
function updateNote({ column, expression }: NonNullable<PriceRequest['update']>): string {
  const rest = `an index without ${column} has nothing to do then.`;
  return expression.trim() === column
    ? `Updates write every ${column} anew with the value that it has, which breaks no rule of the schema; ${rest} An index that has it finds its entry unchanged: a new value costs it more.`
    : `Updates set ${column} to ${expression}: ${rest}`;
}

function priceNotes({ opened, standing }: WritesRun, request: PriceRequest): string[] {
  const update = request.update;
  return [
    ...(opened?.notes ?? []),
    ...(standing?.notes ?? []),
    ...(request.operations.includes('update') && update ? [updateNote(update)] : []),
    'Timed is the writing inside one transaction, which is rolled back; COMMIT and the disk are not in it. The browser’s SQLite writes to memory: on a disk each page of an index costs more.',
    'Indexes that PRIMARY KEY and UNIQUE make are never off: their price is in “no index” already.',
    ...(standing?.reason === 'budget'
      ? ['The time was over before all rounds were taken: more time narrows the intervals.']
      : []),
  ];
}
