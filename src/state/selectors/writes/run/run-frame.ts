// What all runs of the lab show around their figures: heading, how far, what ended it, what was
// found, what has to be known. Each experiment gives its own sentences; the rest stands here. Pure.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import type { Fraction } from '../../../../engine/model/units.ts';
import type { WritesKind } from '../../../../engine/model/writes/writes.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { type CountAction, countAction } from '../counts/counted-work.ts';
import { isStaleWrites } from '../writes-basis.ts';
import { writesEnvironmentLine } from './environment-line.ts';
import type { Finding } from './finding.ts';
import { runCourse } from './run-course.ts';

export interface RunFrame {
  kind: WritesKind;
  /** '10,000 inserts into products'. */
  heading: string;
  /** How far it is, or how it ended: '26 measured, 3–7 runs each, stopped early'. */
  course: string;
  isStale: boolean;
  /** No sample was taken: there is nothing to draw and nothing to take away. */
  isEmpty: boolean;
  isMeasuring: boolean;
  /** While it measures; null otherwise. */
  fraction: Fraction | null;
  /** What ended it; null when nothing did. */
  problem: EngineError | null;
  /** Why there are no sentences, and what to do; null otherwise. */
  lack: string | null;
  findings: readonly Finding[];
  /** What has to be known beside the figures, as sentences. */
  notes: readonly string[];
  /** The machine in a line; null before the run is open. */
  environment: string | null;
  /** Null where there is nothing to count, or it is counted. */
  count: CountAction | null;
}

/** What an experiment says by itself. */
export type OwnWords = Pick<RunFrame, 'heading' | 'lack' | 'findings' | 'notes'>;

export function runFrame(playground: Playground, run: WritesRun, own: OwnWords): RunFrame {
  const { opened, samples, standing, status, error, subject } = run;
  const isStale = isStaleWrites(playground, run);
  const isMeasuring = status === 'measuring';
  return {
    ...own,
    kind: subject.request.kind,
    course: runCourse(run),
    isStale,
    isEmpty: samples.length === 0,
    isMeasuring,
    fraction: isMeasuring ? (standing?.fraction ?? 0) : null,
    problem: error,
    environment: opened && writesEnvironmentLine(opened.environment),
    count: countAction(run, isStale),
  };
}
