// Counts what the contenders of a run cost SQLite, on the build that has instruments: each once, on a
// fresh copy, with a real COMMIT. Takes no times: this build is not the one that is measured.
import { statementLimitMs } from '../model/comparison/comparison.ts';
import { EngineFailure, toEngineError } from '../model/errors.ts';
import type { Fraction } from '../model/units.ts';
import type { WriteCounters, WriteCountOutcome, WritesRequest } from '../model/writes/writes.ts';
import { type InstrumentedDatabase, Interrupted } from '../sqlite/instruments.ts';
import { isRefusal } from '../sqlite/is-sqlite-error.ts';
import { type BenchSource, openWriteBench } from './bench/open-write-bench.ts';
import { writeFailure } from './bench/runs/write-failure.ts';
import { tallySteps } from './step-tally.ts';
import type { BenchContender } from './write-bench.ts';

/** Of the work of counting, making the rows. */
const rowsShare = 0.2;

/**
 * The counters of every contender that is not refused, in the order of the request; what fails is an
 * outcome. The same request on the same image gives the same counters. Throws an EngineFailure for a
 * request that cannot be opened.
 */
export function countWrites(
  source: BenchSource<InstrumentedDatabase>,
  request: WritesRequest,
  report: (fraction: Fraction) => void,
): WriteCountOutcome[] {
  const bench = openWriteBench(source, request, (fraction) => report(fraction * rowsShare));
  try {
    return bench.contenders.map((each, at): WriteCountOutcome => {
      report(rowsShare + ((1 - rowsShare) * at) / bench.contenders.length);
      const contenderId = each.contender.id;
      try {
        return { status: 'counted', contenderId, counters: countContender(each, source.clock) };
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        return { status: 'failed', contenderId, error: toEngineError(thrown) };
      }
    });
  } finally {
    bench.close();
  }
}

/**
 * VM steps of the technique's own statements; pages of its transactions, COMMIT among them. What it
 * prepares is committed before, and belongs to neither.
 */
function countContender(
  each: BenchContender<InstrumentedDatabase>,
  clock: () => number,
): WriteCounters {
  const { technique, job } = each;
  const copy = each.openCopy();
  try {
    return copy.withTimeLimit(statementLimitMs, clock, () => {
      if (technique.prepare) inTransaction(copy, () => technique.prepare?.(copy, job));
      copy.takePageCounters();
      const steps = tallySteps(copy);
      if (technique.facts.isAutocommit) technique.write(steps.database, job);
      else inTransaction(copy, () => technique.write(steps.database, job));
      return { vmSteps: steps.vmSteps(), pagesWritten: copy.takePageCounters().writes };
    });
  } catch (thrown) {
    throw thrown instanceof Interrupted ? tookTooLong(each) : writeFailure(copy, each, thrown);
  } finally {
    copy.close();
  }
}

/** A transaction that fails ends with the copy. */
function inTransaction(database: InstrumentedDatabase, work: () => void): void {
  database.run('BEGIN');
  work();
  database.run('COMMIT');
}

function tookTooLong({ technique, job }: BenchContender<InstrumentedDatabase>): EngineFailure {
  return new EngineFailure({
    code: 'time-limit',
    message: `Counting the work of "${technique.facts.name}" on ${job.table.name} took longer than ${statementLimitMs / 1000} s and was ended.`,
    hint: 'Use fewer rows.',
  });
}
