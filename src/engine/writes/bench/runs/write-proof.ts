// What a run left behind, read after it and outside of its time.
import { contentHash } from '../../../datagen/content-hash.ts';
import type { Column, Schema, Table } from '../../../model/database/schema.ts';
import type { Bytes } from '../../../model/units.ts';
import type { WriteTally } from '../../../model/writes/technique.ts';
import type { WriteProof } from '../../../model/writes/writes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { askNumber } from '../../../sqlite/ask-number.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { Technique } from '../../technique.ts';
import { countRowsOf } from '../jobs/prepare-job.ts';

/** What the transactions around so many statements make of them. */
export function tallyOf({ facts }: Pick<Technique, 'facts'>, statements: number): WriteTally {
  // One transaction: BEGIN and COMMIT are sent too.
  return facts.isAutocommit
    ? { statements, transactions: statements, roundTrips: statements }
    : { statements, transactions: 1, roundTrips: statements + 2 };
}

/** `bytesBefore`: usedBytes before the technique prepared anything. */
export function readProof(
  database: Database,
  { table, changing, bytesBefore, tally }: ProofOf,
): WriteProof {
  return {
    ...tally,
    tableRows: countRowsOf(database, table),
    grownBytes: usedBytes(database) - bytesBefore,
    contentHash: contentHash(database, changing, undefined, exactTerms),
  };
}

/** 1 and 1.0 are the same number in JavaScript; only a column that converts nothing can hold both. */
function exactTerms({ name, affinity }: Column): string {
  const value = quoteName(name);
  return affinity === 'blob' ? `${value}, typeof(${value})` : value;
}

export interface ProofOf {
  table: Table;
  /** The tables whose content counts. */
  changing: Schema;
  bytesBefore: Bytes;
  tally: WriteTally;
}

/** Pages in use times their size; those on the free list are not in use. */
export function usedBytes(database: Database): Bytes {
  const ask = (name: string) => askNumber(database, `PRAGMA main.${name}`);
  return (ask('page_count') - ask('freelist_count')) * ask('page_size');
}
