// Contenders that write nothing: a run takes as long as the test says, by a clock that only they
// move. Nothing depends on the machine.
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { TechniqueId } from '../../model/writes/technique.ts';
import type { EarlierWrites, WriteProof, WriteStep } from '../../model/writes/writes.ts';
import { bellOf } from '../../statistics/simulation/simulated-machine.testing.ts';
import type { MeasuredContender } from './measured-contender.ts';
import { createWriteRounds, type WriteRounds } from './write-rounds.ts';

export interface SimulatedContender {
  /** Time of a run. */
  ms: Milliseconds;
  technique?: TechniqueId;
  /** What a run takes besides, untimed. */
  aroundMs?: Milliseconds;
  /** Of a run, by the number of proofs that were read before, of all contenders. */
  proof?: Partial<WriteProof> | ((before: number) => Partial<WriteProof>);
  /** Throws instead of the run with this number, 1-based. */
  failsAt?: number;
  thrown?: () => unknown;
}

/** By group id and then by contender id within it; the first of a group is its baseline. */
export type SimulatedGroups = Record<string, Record<string, SimulatedContender>>;

export interface SimulationSettings {
  budgetMs?: Milliseconds;
  tickMs?: Milliseconds;
  seed?: number;
  /** What reading a proof takes. */
  proofMs?: Milliseconds;
  /** A run's time from its true time and its number among all of the contender's, 1-based. */
  disturb?: (ms: Milliseconds, run: number, id: string) => Milliseconds;
  earlier?: EarlierWrites;
}

export interface SimulatedRun {
  rounds: WriteRounds;
  /** Contender ids in the order of their runs. */
  calls: string[];
  now(): Milliseconds;
  /** The page does something else for so long. */
  wait(ms: Milliseconds): void;
}

export function simulateWrites(
  groups: SimulatedGroups,
  settings: SimulationSettings = {},
): SimulatedRun {
  const { budgetMs = 20_000, tickMs = 0.005, seed = 7, proofMs = 0, disturb, earlier } = settings;
  let timeMs = 0;
  const calls: string[] = [];
  let proofs = 0;
  const counts = new Map<string, number>();
  const clock = () => Math.floor(timeMs / tickMs) * tickMs;
  const contenders = Object.entries(groups).flatMap(([groupId, members]) =>
    Object.entries(members).map(([name, simulated], at): MeasuredContender => {
      const id = `${groupId} ${name}`;
      const technique = simulated.technique ?? 'insert-prepared';
      return {
        contender: {
          id,
          groupId,
          subject: { kind: 'index-set', indexSetId: name },
          isBaseline: at === 0,
          technique,
          batchSize: null,
          indexes: [],
        },
        run(isFirst) {
          const count = (counts.get(id) ?? 0) + 1;
          counts.set(id, count);
          calls.push(id);
          if (count === simulated.failsAt) throw (simulated.thrown ?? failure)();
          const start = clock();
          timeMs += disturb ? disturb(simulated.ms, count, id) : simulated.ms;
          const elapsedMs = clock() - start;
          timeMs += (simulated.aroundMs ?? 0) + (isFirst ? proofMs : 0);
          if (!isFirst) return { elapsedMs, proof: null };
          const { proof } = simulated;
          const left = typeof proof === 'function' ? proof(proofs++) : proof;
          return { elapsedMs, proof: { ...sameProof, ...left } };
        },
      };
    }),
  );
  return {
    rounds: createWriteRounds(contenders, {
      clock,
      tickMs,
      seed,
      budgetMs,
      ...(earlier && { earlier }),
    }),
    calls,
    now: clock,
    wait(ms) {
      timeMs += ms;
    },
  };
}

const sameProof: WriteProof = {
  statements: 1,
  transactions: 1,
  roundTrips: 3,
  tableRows: 100,
  grownBytes: 4096,
  contentHash: 'same',
};

function failure(): EngineFailure {
  return new EngineFailure({
    code: 'sql-failed',
    message: 'UNIQUE constraint failed: student.id.',
  });
}

/** Every step until there is nothing left. */
export function measureAll({ rounds }: Pick<SimulatedRun, 'rounds'>): WriteStep[] {
  const steps: WriteStep[] = [];
  do steps.push(rounds.measure(false));
  while (steps.at(-1)?.standing.next === 'measure');
  return steps;
}

export function lastOf(steps: readonly WriteStep[]): WriteStep {
  const last = steps.at(-1);
  if (!last) throw new Error('no steps');
  return last;
}

/** What a run knew after these steps, those of the runs that it continued included. */
export function earlierOf(steps: readonly WriteStep[], before?: EarlierWrites): EarlierWrites {
  const proofs = steps.flatMap(({ contenderId, proof }) =>
    contenderId !== null && proof ? [[contenderId, proof] as const] : [],
  );
  const failures = steps.flatMap(({ contenderId, failure }) =>
    contenderId !== null && failure ? [[contenderId, failure] as const] : [],
  );
  return {
    samples: [...(before?.samples ?? []), ...steps.flatMap(({ sample }) => sample ?? [])],
    proofs: { ...before?.proofs, ...Object.fromEntries(proofs) },
    failures: { ...before?.failures, ...Object.fromEntries(failures) },
    varying: steps.at(-1)?.standing.varying ?? before?.varying ?? [],
  };
}

/** Log-normal noise of about this share, the same for the same seed. */
export function noisy(spread: number, seed = 'noise') {
  const random = createSeededRandom(seed);
  return (ms: number) => ms * Math.exp(spread * bellOf(random));
}
