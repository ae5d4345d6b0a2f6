// The contenders of a bench as what the rounds measure: one run writes everything once, timed, and
// leaves nothing behind. Which contender runs when is decided by the rounds.
import type { Schema } from '../../../model/database/schema.ts';
import type { Milliseconds } from '../../../model/units.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { ContenderRun, MeasuredContender } from '../../rounds/measured-contender.ts';
import type { BenchContender, WriteBench } from '../../write-bench.ts';
import { commitOnCopy } from './commit-time.ts';
import { writeFailure } from './write-failure.ts';
import { readProof, tallyOf, usedBytes } from './write-proof.ts';

/**
 * In the bench's order. A technique of one transaction runs in one that is rolled back; an
 * autocommit one on a fresh copy, which opening and closing are not timed. A run throws an
 * EngineFailure; the database is then as it was before.
 */
export function measuredContenders(
  bench: Pick<WriteBench, 'contenders' | 'changing'>,
  clock: () => Milliseconds,
): MeasuredContender[] {
  return bench.contenders.map((each) => ({
    contender: each.contender,
    run(isFirst) {
      let isDeferred = false;
      const result = inPlace(each, (database) => {
        isDeferred = isFirst && hasDeferredKeys(database);
        return runOnce(database, each, clock, isFirst ? bench.changing : null);
      });
      // A run that is rolled back never comes to the check at the end.
      if (isDeferred && !each.technique.facts.isAutocommit) commitOnCopy(each, clock);
      return result;
    },
  }));
}

/** True also where a comment says so: then a copy is written to for nothing. */
function hasDeferredKeys(database: Database): boolean {
  const tables = "SELECT sql FROM main.sqlite_schema WHERE type = 'table'";
  return database.all(tables).some(([sql]) => /\bINITIALLY\s+DEFERRED\b/i.test(String(sql)));
}

/** `proven`: the tables whose content the proof is of; null without one. */
function runOnce(
  database: Database,
  { technique, job }: BenchContender,
  clock: () => Milliseconds,
  proven: Schema | null,
): ContenderRun {
  const bytesBefore = proven ? usedBytes(database) : 0;
  technique.prepare?.(database, job);
  const start = clock();
  const statements = technique.write(database, job);
  const elapsedMs = clock() - start;
  if (!proven) return { elapsedMs, proof: null };
  const tally = tallyOf(technique, statements);
  const proof = readProof(database, { table: job.table, changing: proven, bytesBefore, tally });
  return { elapsedMs, proof };
}

function inPlace<Result>(each: BenchContender, work: (database: Database) => Result): Result {
  const told = (database: Database) => {
    try {
      return work(database);
    } catch (thrown) {
      throw writeFailure(database, each, thrown);
    }
  };
  if (!each.technique.facts.isAutocommit) return each.inTransaction(told);
  const copy = each.openCopy();
  try {
    return told(copy);
  } finally {
    copy.close();
  }
}
