// What a run of batch sizes means: its frame, a line for each setup, and how far larger batches still
// pay. Pure.
import type { SimulatedTime } from '../../../../engine/model/measured-time.ts';
import type { Playground, SetupLetter } from '../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import { factsOf } from '../../../../engine/model/writes/technique-facts.ts';
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun, WritesSettings } from '../../../writes-store.ts';
import { workOf } from '../counts/counted-work.ts';
import { type CountedFigure, countedFigure } from '../counts/work-words.ts';
import { type RunFrame, runFrame } from '../run/run-frame.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';
import { lackOfFindings } from './findings/lack-of-findings.ts';
import { pairFindings, type ToldPair, toldPair } from './findings/pair-findings.ts';
import { simulatedFinding } from './findings/simulated-finding.ts';
import { isRanked, type SetupContender, setupContenders } from './setup-contenders.ts';
import { simulatedTime } from './simulated-latency.ts';
import { type Unranked, unrankedOf } from './unranked.ts';
import { writeNotes } from './write-notes.ts';

export interface BatchResults {
  frame: RunFrame;
  series: BatchSeriesView[];
  unranked: Unranked[];
  rowsWritten: number;
}

export interface BatchSeriesView {
  letter: SetupLetter;
  setupName: string;
  /** Rising in the batch size. */
  points: BatchPointView[];
}

export interface BatchPointView extends SimulatedTime {
  batchSize: number;
  /** Against the first size, in words. */
  verdict: string;
  /** Of all rows; null before it is counted. */
  work: CountedFigure | null;
}

/** Null before the first run. */
export function writesBatchResults(
  playground: Playground,
  run: WritesRun | null,
  { latencyMs }: Pick<WritesSettings, 'latencyMs'>,
): BatchResults | null {
  if (run?.subject.request.kind !== 'batch-sizes') return null;
  const { request, setups } = run.subject;
  const contenders = setupContenders(run);
  const rowsWritten = run.opened?.rows ?? request.rows;
  const { name } = factsOf(request.technique);
  const groups = setups.map((setup) => ({ ...setup, members: ofGroup(contenders, setup.id) }));
  const findings = [
    ...pairFindings(groups.flatMap(({ members }) => batchPairs(run, members))),
    // Round trips are the same in every setup, and outweigh what differs.
    ...groups
      .slice(0, 1)
      .flatMap(({ members }) => simulatedFinding(members.filter(isRanked), latencyMs, sizeText)),
  ];
  return {
    frame: runFrame(playground, run, {
      heading: `${formatCountOf(rowsWritten, 'row')} of ${request.table} by ${name}`,
      lack: lackOfFindings(run, contenders, findings, 'batch size'),
      findings,
      notes: writeNotes(run, contenders),
    }),
    series: groups.map(({ letter, name: setupName, members }) => ({
      letter,
      setupName,
      points: members.map((each) => pointOf(run, each, latencyMs)),
    })),
    unranked: unrankedOf(run, contenders),
    rowsWritten,
  };
}

function ofGroup(contenders: readonly SetupContender[], groupId: string): SetupContender[] {
  return contenders
    .filter(({ contender }) => contender.groupId === groupId)
    .sort((a, b) => sizeOf(a) - sizeOf(b));
}

function sizeOf({ contender }: SetupContender): number {
  return contender.batchSize ?? 1;
}

/** '1,000 rows a statement'. */
function sizeText(contender: SetupContender): string {
  return `${formatCountOf(sizeOf(contender), 'row')} a statement`;
}

function pointOf(run: WritesRun, member: SetupContender, latencyMs: Milliseconds): BatchPointView {
  const work = workOf(run, member.contender.id);
  const { time, proof, standing } = member;
  const names = { setup: sizeText(member), baseline: 'the first size' };
  const words = standing && writeVerdictWords(standing.verdict, names);
  return {
    ...simulatedTime(time, proof, latencyMs),
    batchSize: sizeOf(member),
    work: work && countedFigure(work, 1),
    verdict: words
      ? [words.headline, words.interval && `(${words.interval})`].filter(Boolean).join(' ')
      : '',
  };
}

/** Each size against the next smaller one: where larger batches stop to pay is read off. */
function batchPairs(run: WritesRun, group: readonly SetupContender[]): ToldPair[] {
  const ranked = group.filter((each) => isRanked(each) && each.samplesMs.length > 0);
  return ranked.slice(1).flatMap((each, at) => {
    const smaller = ranked[at];
    if (!smaller) return [];
    return toldPair(run, each, smaller, ranked.length - 1, {
      what: sizeText(each),
      than: formatCount(sizeOf(smaller)),
    });
  });
}
