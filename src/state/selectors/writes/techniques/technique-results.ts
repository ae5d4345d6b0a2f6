// What a run of techniques means: findings, the rows of its table, the lanes of its chart, what is
// not ranked and why, and what has to be known beside them. Pure.
import type { Playground } from '../../../../engine/model/playground.ts';
import type { Fraction, Milliseconds } from '../../../../engine/model/units.ts';
import type { TechniqueId } from '../../../../engine/model/writes/technique.ts';
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun, WritesSettings } from '../../../writes-store.ts';
import { isStaleWrites } from '../writes-basis.ts';
import { nothingMeasured } from './nothing-measured.ts';
import type { WriteFinding } from './pair-findings.ts';
import { laneGroups, type RateLaneGroup } from './rate-lanes.ts';
import { techniqueFindings } from './technique-findings.ts';
import { type TechniqueRow, techniqueRow } from './technique-row.ts';
import { baselineName, type ReadContender, readContenders } from './technique-run.ts';
import { type Unranked, unrankedOf } from './unranked.ts';
import { writeNotes, writesEnvironmentLine } from './write-notes.ts';

export interface TechniqueResults {
  /** '10,000 inserts into products'. */
  heading: string;
  /** How far it is, or how it ended: '9 techniques in 3 setups, stopped'. */
  course: string;
  isStale: boolean;
  status: WritesRun['status'];
  /** Of the run, while it measures; null otherwise. */
  fraction: Fraction | null;
  problem: { message: string; hint?: string } | null;
  findings: WriteFinding[];
  /** Why there are no sentences, or nothing at all, and what to do; null otherwise. */
  lackOfFindings: string | null;
  /** By technique, then by setup. */
  rows: TechniqueRow[];
  bars: RateLaneGroup[];
  unranked: Unranked[];
  latencyMs: Milliseconds;
  /** Rows that each run wrote. */
  rowsWritten: number;
  notes: string[];
  environment: string | null;
  hasCounts: boolean;
  /** Why the work cannot be counted now; null when it can. */
  countRefusal: string | null;
}

/** Null before the first run. */
export function writesTechniqueResults(
  playground: Playground,
  run: WritesRun | null,
  { latencyMs }: Pick<WritesSettings, 'latencyMs'>,
): TechniqueResults | null {
  if (run?.subject.request.kind !== 'techniques') return null;
  const contenders = readContenders(run);
  const isStale = isStaleWrites(playground, run);
  const { request } = run.subject;
  const rowsWritten = run.opened?.rows ?? request.rows;
  const findings = techniqueFindings(run, contenders, latencyMs);
  return {
    heading: headingOf(run, rowsWritten),
    course: courseOf(run, contenders),
    isStale,
    status: run.status,
    fraction: run.status === 'measuring' ? (run.standing?.fraction ?? 0) : null,
    problem: run.error,
    findings,
    lackOfFindings: lackOfFindings(run, contenders, findings),
    rows: byTechnique(contenders, request.techniques).map((contender) =>
      techniqueRow(contender, {
        rows: rowsWritten,
        latencyMs,
        counts: run.counts,
        baseline: baselineName(run),
      }),
    ),
    bars: laneGroups(contenders, request.techniques, latencyMs, baselineName(run)),
    unranked: unrankedOf(run, contenders),
    latencyMs,
    rowsWritten,
    notes: writeNotes(run, contenders),
    environment: run.opened && writesEnvironmentLine(run.opened.environment),
    hasCounts: run.counts !== null && run.counts.length > 0,
    countRefusal: countRefusal(run, isStale),
  };
}

const verbs = { insert: 'inserts into', update: 'updates of', delete: 'deletes from' } as const;

function headingOf({ subject: { request } }: WritesRun, rows: number): string {
  const operation = request.kind === 'techniques' ? request.operation : 'insert';
  const [verb = '', joint = ''] = verbs[operation].split(' ');
  return `${formatCountOf(rows, verb.slice(0, -1), verb)} ${joint} ${request.table}`;
}

function courseOf(run: WritesRun, contenders: readonly ReadContender[]): string {
  if (!run.opened) return run.status === 'measuring' ? 'making rows and copies' : 'not measured';
  const measured = contenders.filter(({ samplesMs }) => samplesMs.length > 0).length;
  const rounds = contenders.map(({ samplesMs }) => samplesMs.length);
  const most = Math.max(0, ...rounds);
  const least = rounds.length === 0 ? 0 : Math.min(...rounds);
  const extent = least === most ? formatCountOf(most, 'run') : `${least}–${formatCount(most)} runs`;
  const end =
    run.status === 'stopped'
      ? ', stopped early'
      : run.status === 'failed'
        ? ', failed'
        : run.standing?.reason === 'budget'
          ? ', the time is used up'
          : '';
  const all = contenders.length;
  if (measured === 0 && run.status !== 'measuring') return `nothing measured${end}`;
  const count = measured === all ? formatCount(all) : `${measured} of ${formatCount(all)}`;
  return `${count} measured, ${extent} each${end}`;
}

function lackOfFindings(
  run: WritesRun,
  contenders: readonly ReadContender[],
  findings: readonly WriteFinding[],
): string | null {
  if (run.status === 'measuring' || findings.some(({ isSimulated }) => !isSimulated)) return null;
  const measured = contenders.filter(({ samplesMs }) => samplesMs.length > 0);
  if (measured.length === 0) return nothingMeasured(run, unrankedOf(run, contenders));
  if (contenders.length < 2) return 'One technique alone has nothing to be compared with.';
  if (run.status === 'stopped') return 'Stopped before there were enough runs to compare.';
  const runs = Math.min(...measured.map(({ samplesMs }) => samplesMs.length));
  return `${formatCountOf(runs, 'run')} of each ${runs === 1 ? 'is' : 'are'} too few to compare them. Choose more time, fewer rows or fewer techniques.`;
}

/** The first technique's setups, then the second's. */
function byTechnique(
  contenders: readonly ReadContender[],
  techniques: readonly TechniqueId[],
): ReadContender[] {
  return techniques.flatMap((id) =>
    contenders.filter(({ contender }) => contender.technique === id),
  );
}

function countRefusal(run: WritesRun, isStale: boolean): string | null {
  if (run.status === 'measuring') return 'The work can be counted once the run has ended.';
  if (!run.opened) return 'There is nothing to count: the run did not begin.';
  return isStale
    ? 'The playground has changed since: run the writes again before their work is counted.'
    : null;
}
