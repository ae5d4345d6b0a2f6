// What a run of the price of indexes found, ready to be drawn: sentences, pictures, tables, notes.
// Pure; the parts stand in files of their own.
import type { Playground } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { RunsState } from '../../../runs-store.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { countNotes } from '../counts/counted-work.ts';
import { operationPlurals } from '../run/operation-words.ts';
import { type RunFrame, runFrame } from '../run/run-frame.ts';
import { type BreakEvenView, breakEvenView } from './break-even-view.ts';
import { type BuildTimes, buildTimes } from './build-time.ts';
import { type PriceAnswers, priceAnswers } from './price-answers.ts';
import { type ExtraRow, extraRows, type PricePanel, pricePanels } from './price-panels.ts';
import { type PriceRow, priceRows } from './price-rows.ts';
import { type PriceRequest, pricedIndexes, priceRequestOf } from './price-run.ts';
import { priceSentences } from './price-sentences.ts';

export interface PriceResults {
  frame: RunFrame;
  operations: WriteOperation[];
  panels: PricePanel[];
  extras: ExtraRow[];
  rows: PriceRow[];
  /** Null where the run has none. */
  build: BuildTimes | null;
  breakEven: BreakEvenView | null;
  answers: PriceAnswers;
  /** What is in the figures and what is not, as sentences. */
  method: string[];
}

/** Null before the first run. */
export function priceResults(
  playground: Playground,
  results: RunsState['results'],
  run: WritesRun | null,
): PriceResults | null {
  const request = run && priceRequestOf(run);
  if (!run || !request) return null;
  const breakEven = breakEvenView(playground, results, run, request);
  return {
    frame: runFrame(playground, run, {
      heading: headingOf(run, request),
      lack: lackOf(run, request),
      findings: priceSentences(run, request),
      notes: [...(run.opened?.notes ?? []), ...(run.standing?.notes ?? [])],
    }),
    operations: request.operations,
    panels: pricePanels(run, request),
    extras: extraRows(run, request),
    rows: priceRows(run, request),
    build: buildTimes(run),
    breakEven,
    answers: priceAnswers(playground, run, request, breakEven),
    method: methodOf(run, request),
  };
}

function headingOf(run: WritesRun, request: PriceRequest): string {
  const count = formatCountOf(pricedIndexes(request).length, 'index', 'indexes');
  const what = formatList(request.operations.map((operation) => operationPlurals[operation]));
  const rows = formatCountOf(run.opened?.rows ?? request.rows, 'row');
  return `Price of ${count} on ${request.table}: ${what} of ${rows}`;
}

/** Which of the operations that were asked for are not measured, and why. */
function lackOf({ opened, subject }: WritesRun, { operations }: PriceRequest): string | null {
  const asked = 'operations' in subject.request ? subject.request.operations : [];
  if (asked.length === operations.length) return null;
  const reasons = (opened?.refused ?? []).flatMap(({ contender: { groupId }, reason }) =>
    operations.every((operation) => operation !== groupId) ? [reason] : [],
  );
  const measured = formatList(operations.map((operation) => operationPlurals[operation]));
  return [...new Set(reasons), `Only ${measured} are measured.`].join(' ');
}

/** A key can often be set to nothing but itself: what has to be found out is the index's work. */
function updateNote({ column, expression }: NonNullable<PriceRequest['update']>): string {
  const rest = `an index without ${column} has nothing to do then.`;
  return expression.trim() === column
    ? `Updates write every ${column} anew with the value that it has, which breaks no rule of the schema; ${rest} An index that has it finds its entry unchanged: a new value costs it more.`
    : `Updates set ${column} to ${expression}: ${rest}`;
}

function methodOf(run: WritesRun, request: PriceRequest): string[] {
  const update = request.update;
  return [
    ...(request.operations.includes('update') && update ? [updateNote(update)] : []),
    'Timed is the writing inside one transaction, which is rolled back; COMMIT and the disk are not in it. The browser’s SQLite writes to memory: on a disk each page of an index costs more.',
    ...countNotes(run),
    'Indexes that PRIMARY KEY and UNIQUE make are never off: their price is in “no index” already.',
  ];
}
