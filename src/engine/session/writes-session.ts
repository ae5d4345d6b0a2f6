// The open run of the Writes lab: a bench on copies of the loaded database, and its rounds.
// The loaded database stays as it is, and may be made anew meanwhile: the run has its own.
import { readEnvironment } from '../measure/timing/environment.ts';
import { statementLimitMs } from '../model/comparison/comparison.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Platform } from '../model/platform.ts';
import type { Fraction } from '../model/units.ts';
import type {
  EarlierWrites,
  OpenedWrites,
  WriteStep,
  WritesRequest,
} from '../model/writes/writes.ts';
import type { Driver } from '../sqlite/driver.ts';
import { openWriteBench } from '../writes/bench/open-write-bench.ts';
import { measureCommit } from '../writes/bench/runs/commit-time.ts';
import { measuredContenders } from '../writes/bench/runs/measured-contenders.ts';
import { createWriteRounds, type WriteRounds } from '../writes/rounds/write-rounds.ts';
import type { LoadedDatabase } from './loaded-database.ts';

export interface WritesSession {
  /**
   * Opens a run; the one before, if any, is closed first. `earlier`: what a run of the same request
   * ended with, perhaps in another engine; this one counts on from there.
   */
  open(
    request: WritesRequest,
    report: (fraction: Fraction) => void,
    earlier?: EarlierWrites,
  ): OpenedWrites;
  /** Takes the next sample of the open run; throws 'expired' when it is another. */
  measure(request: { writesId: number; discardLast: boolean }): WriteStep;
  /** Frees the copies of this run; nothing happens when it is not open. */
  close(writesId: number): void;
}

interface OpenRun {
  id: number;
  rounds: WriteRounds;
  close(): void;
}

/** Of the time of opening, making the rows. */
const rowsShare = 0.8;

/** A session without a run. All methods throw EngineFailures. */
export function createWritesSession(
  driver: Driver,
  platform: Platform,
  loaded: LoadedDatabase,
): WritesSession {
  let current: OpenRun | null = null;
  let nextId = 1;
  const clock = () => platform.now();

  function closeCurrent(): void {
    current?.close();
    current = null;
  }

  function openBench(request: WritesRequest, report: (fraction: Fraction) => void) {
    try {
      const source = { driver, clock, image: loaded.exportImage(), recipe: loaded.recipe() };
      return openWriteBench(source, request, report);
    } catch (thrown) {
      throw thrown instanceof Error && thrown.message === 'out of memory' ? tooLarge() : thrown;
    }
  }

  return {
    open(request, report, earlier) {
      closeCurrent();
      if (earlier) checkEarlier(earlier);
      const environment = readEnvironment(loaded.database(), platform, request.seed);
      const bench = openBench(request, (fraction) => report(fraction * rowsShare));
      try {
        const { refused, rows, rowsBefore, notes, close } = bench;
        const { seed, budgetMs } = request;
        const { tickMs } = environment;
        const measured = measuredContenders(bench, clock);
        const rounds = createWriteRounds(measured, {
          clock,
          tickMs,
          seed,
          budgetMs,
          limitMs: statementLimitMs,
          ...(earlier && { earlier }),
        });
        const commitMs = measureCommit(bench, clock);
        current = { id: nextId++, rounds, close };
        return {
          writesId: current.id,
          contenders: measured.map(({ contender }) => contender),
          refused,
          rows,
          rowsBefore,
          notes,
          commitMs,
          environment,
        };
      } catch (thrown) {
        bench.close();
        throw thrown;
      }
    },
    measure({ writesId, discardLast }) {
      if (current?.id !== writesId) throw notOpen();
      return current.rounds.measure(discardLast);
    },
    close(writesId) {
      if (current?.id === writesId) closeCurrent();
    },
  };
}

/** Throws an EngineFailure for samples that no run can have taken. */
function checkEarlier({ samples }: EarlierWrites): void {
  const isSample = ({ round, elapsedMs, runs }: EarlierWrites['samples'][number]) =>
    Number.isSafeInteger(round) && round >= 1 && elapsedMs > 0 && elapsedMs < Infinity && runs >= 1;
  if (samples.every(isSample)) return;
  throw new EngineFailure({
    code: 'parameter-invalid',
    message: 'The samples to continue from cannot have been measured.',
    hint: 'Measure anew.',
  });
}

function notOpen(): EngineFailure {
  return new EngineFailure({
    code: 'expired',
    message: 'This run of the Writes lab is no longer open.',
    hint: 'Measure again: it is opened anew.',
  });
}

function tooLarge(): EngineFailure {
  return new EngineFailure({
    code: 'too-large',
    message: 'The database is too large for the Writes lab: writing needs copies of it.',
    hint: 'Use fewer rows, or press Stop, which frees memory, and try again.',
  });
}
