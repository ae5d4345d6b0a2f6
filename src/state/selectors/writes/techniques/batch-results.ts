// What a run of batch sizes means: a line for each setup, and how far larger batches still pay.
// Pure.
import type { Playground, SetupLetter } from '../../../../engine/model/playground.ts';
import type { Fraction, Milliseconds } from '../../../../engine/model/units.ts';
import { factsOf } from '../../../../engine/model/writes/technique-facts.ts';
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun, WritesSettings } from '../../../writes-store.ts';
import { isStaleWrites } from '../writes-basis.ts';
import { nothingMeasured } from './nothing-measured.ts';
import { pairFindings, type ToldPair, toldPair, type WriteFinding } from './pair-findings.ts';
import { simulatedMs } from './simulated-latency.ts';
import { isRanked, type ReadContender, readContenders } from './technique-run.ts';
import { type Unranked, unrankedOf } from './unranked.ts';
import { writeNotes, writesEnvironmentLine } from './write-notes.ts';
import { writeVerdictWords } from './write-verdict-words.ts';

export interface BatchResults {
  heading: string;
  course: string;
  isStale: boolean;
  status: WritesRun['status'];
  fraction: Fraction | null;
  problem: { message: string; hint?: string } | null;
  findings: WriteFinding[];
  /** Why nothing was measured; null otherwise. */
  lack: string | null;
  series: BatchSeriesView[];
  unranked: Unranked[];
  rowsWritten: number;
  notes: string[];
  environment: string | null;
}

export interface BatchSeriesView {
  letter: SetupLetter;
  setupName: string;
  /** Rising in the batch size. */
  points: BatchPointView[];
}

export interface BatchPointView {
  batchSize: number;
  samplesMs: Milliseconds[];
  medianMs: Milliseconds | null;
  lowMs: Milliseconds | null;
  highMs: Milliseconds | null;
  /** With the latency; null without one. */
  simulatedMs: Milliseconds | null;
  roundTrips: number | null;
  /** Against the first size, in words. */
  verdict: string;
}

/** Null before the first run. */
export function writesBatchResults(
  playground: Playground,
  run: WritesRun | null,
  { latencyMs }: Pick<WritesSettings, 'latencyMs'>,
): BatchResults | null {
  if (run?.subject.request.kind !== 'batch-sizes') return null;
  const { request, setups } = run.subject;
  const contenders = readContenders(run);
  const rowsWritten = run.opened?.rows ?? request.rows;
  const { name } = factsOf(request.technique);
  const measured = contenders.filter(({ samplesMs }) => samplesMs.length > 0).length;
  return {
    heading: `${formatCountOf(rowsWritten, 'row')} of ${request.table} by ${name}`,
    course: `${measured} of ${formatCountOf(contenders.length, 'batch size')} measured${run.status === 'stopped' ? ', stopped early' : ''}`,
    isStale: isStaleWrites(playground, run),
    status: run.status,
    fraction: run.status === 'measuring' ? (run.standing?.fraction ?? 0) : null,
    problem: run.error,
    findings: pairFindings(setups.flatMap(({ id }) => batchPairs(run, ofGroup(contenders, id)))),
    lack: measured === 0 ? nothingMeasured(run, unrankedOf(run, contenders)) : null,
    series: setups.map(({ id, letter, name: setupName }) => ({
      letter,
      setupName,
      points: ofGroup(contenders, id).map((each) => pointOf(each, latencyMs)),
    })),
    unranked: unrankedOf(run, contenders),
    rowsWritten,
    notes: writeNotes(run, contenders),
    environment: run.opened && writesEnvironmentLine(run.opened.environment),
  };
}

function ofGroup(contenders: readonly ReadContender[], groupId: string): ReadContender[] {
  return contenders
    .filter(({ contender }) => contender.groupId === groupId)
    .sort((a, b) => sizeOf(a) - sizeOf(b));
}

function sizeOf({ contender }: ReadContender): number {
  return contender.batchSize ?? 1;
}

function pointOf(read: ReadContender, latencyMs: Milliseconds): BatchPointView {
  const { time, proof, samplesMs, standing } = read;
  const words = standing && writeVerdictWords(standing.verdict, sizeNames(read));
  return {
    batchSize: sizeOf(read),
    samplesMs,
    medianMs: time.medianMs,
    lowMs: time.interval?.low ?? null,
    highMs: time.interval?.high ?? null,
    simulatedMs: simulatedMs(time.medianMs, proof, latencyMs),
    roundTrips: proof?.roundTrips ?? null,
    verdict: words
      ? [words.headline, words.interval && `(${words.interval})`].filter(Boolean).join(' ')
      : '',
  };
}

function sizeNames(read: ReadContender) {
  return { setup: `${formatCountOf(sizeOf(read), 'row')} a statement`, baseline: 'the first size' };
}

/** Each size against the next smaller one: where larger batches stop to pay is read off. */
function batchPairs(run: WritesRun, group: readonly ReadContender[]): ToldPair[] {
  const ranked = group.filter((each) => isRanked(each) && each.samplesMs.length > 0);
  return ranked.slice(1).flatMap((each, at) => {
    const smaller = ranked[at];
    if (!smaller) return [];
    return toldPair(run, each, smaller, ranked.length - 1, {
      what: `${formatCountOf(sizeOf(each), 'row')} a statement`,
      than: formatCount(sizeOf(smaller)),
    });
  });
}
