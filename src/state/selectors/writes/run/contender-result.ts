// A contender of the Writes lab with all that a run knows of it.
// Pure; names and words are made from it elsewhere.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type {
  ContenderStanding,
  WriteContender,
  WriteProof,
} from '../../../../engine/model/writes/writes.ts';
import type { WritesRun } from '../../../writes-store.ts';

export interface ContenderResult {
  contender: WriteContender;
  /** Null before the first answer. */
  standing: ContenderStanding | null;
  /** In the order measured, A' left out. */
  samplesMs: Milliseconds[];
  proof: WriteProof | null;
  failure: EngineError | null;
}

export function contenderResult(run: WritesRun, contender: WriteContender): ContenderResult {
  const { id } = contender;
  return {
    contender,
    standing: ownValue(run.standing?.cells, id),
    samplesMs: run.samples.flatMap(({ contenderId, isControl, elapsedMs }) =>
      contenderId === id && !isControl ? [elapsedMs] : [],
    ),
    proof: ownValue(run.proofs, id),
    failure: ownValue(run.failures, id),
  };
}

function ownValue<Value>(values: Record<string, Value> | undefined, key: string): Value | null {
  return values && Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}
