// A run of the Writes lab, read: each contender with its setup, its times and what it left.
// Pure; words are made from it elsewhere.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { TechniqueFacts } from '../../../../engine/model/writes/technique.ts';
import { factsOf } from '../../../../engine/model/writes/technique-facts.ts';
import type {
  WriteContender,
  WriteProof,
  WriteStanding,
} from '../../../../engine/model/writes/writes.ts';
import { formatCount } from '../../../../lib/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';
import type { MeasuredTime } from './write-figures.ts';

/** A contender with all that the run knows of it. */
export interface ReadContender {
  contender: WriteContender;
  facts: TechniqueFacts;
  /** Of the setup that is its group. */
  letter: SetupLetter;
  setupName: string;
  /** With the batch size where it takes one: 'multi-row VALUES, 1,000 rows'. */
  name: string;
  standing: WriteStanding | null;
  time: MeasuredTime;
  /** In the order measured, A' left out. */
  samplesMs: Milliseconds[];
  proof: WriteProof | null;
  failure: EngineError | null;
}

/** In the order of the request; none before the run is open. */
export function readContenders(run: WritesRun): ReadContender[] {
  const { opened, subject } = run;
  const samples = new Map<string, Milliseconds[]>();
  for (const { contenderId, isControl, elapsedMs } of run.samples) {
    if (isControl) continue;
    const times = samples.get(contenderId) ?? [];
    times.push(elapsedMs);
    samples.set(contenderId, times);
  }
  return (opened?.contenders ?? []).flatMap((contender) => {
    const setup = subject.setups.find(({ id }) => id === contender.groupId);
    if (!setup) return [];
    const standing = ownValue(run.standing?.cells, contender.id);
    const samplesMs = samples.get(contender.id) ?? [];
    return [
      {
        contender,
        facts: factsOf(contender.technique),
        letter: setup.letter,
        setupName: setup.name,
        name: contenderName(contender),
        standing,
        time: {
          medianMs: standing?.medianMs ?? null,
          interval: standing?.interval ?? null,
          samples: samplesMs.length,
        },
        samplesMs,
        proof: ownValue(run.proofs, contender.id),
        failure: ownValue(run.failures, contender.id),
      },
    ];
  });
}

/** 'prepared, one transaction'; with the size of a batch: 'multi-row VALUES × 1,000'. */
export function contenderName({ technique, batchSize }: WriteContender): string {
  const { name } = factsOf(technique);
  return batchSize === null ? name : `${name} × ${formatCount(batchSize)}`;
}

/** Name of the technique that the others are compared with; '' for other kinds of runs. */
export function baselineName({ subject: { request } }: WritesRun): string {
  return request.kind === 'techniques' ? factsOf(request.baseline).name : '';
}

/** Whether its table ended as the baseline's, so far as known. */
export function isRanked({ standing, failure }: ReadContender): boolean {
  return failure === null && standing?.verdict.kind !== 'different-answer';
}

function ownValue<Value>(values: Record<string, Value> | undefined, key: string): Value | null {
  return values && Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}
