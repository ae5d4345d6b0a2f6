// What a SQLite build with instruments can say beyond the driver interface: work done by a statement,
// pages taken from the cache, and an end to statements that take too long.
import type { Milliseconds } from '../model/units.ts';
import type { Database, Driver, OpenOptions, Statement } from './driver.ts';

export interface InstrumentedDriver extends Driver {
  open(image?: Uint8Array, options?: OpenOptions): InstrumentedDatabase;
}

export interface InstrumentedDatabase extends Database {
  prepare(sql: string): InstrumentedStatement;
  /** Pages asked for since the last call, of this connection; the next call begins at 0. */
  takePageCounters(): PageCounters;
  /**
   * Drops every page from the page cache but those that a transaction has changed and page 1, which
   * SQLite holds while a transaction is open. The next read of a page is a miss.
   */
  emptyPageCache(): void;
  /**
   * A copy in a file of its own, page by page. VACUUM can change its page size, which it cannot in a
   * database in memory. The file lies outside of the heap, and goes when the copy is closed.
   */
  copyToFile(): InstrumentedDatabase;
  /**
   * Runs `work`. A statement that is executing when `limitMs` have passed throws Interrupted; one
   * that writes then takes its whole transaction back. The connection stays usable.
   */
  withTimeLimit<Result>(
    limitMs: Milliseconds,
    clock: () => Milliseconds,
    work: () => Result,
  ): Result;
}

export interface InstrumentedStatement extends Statement {
  /** Work done since the statement was compiled or this was asked last. */
  takeCounters(): StatementCounters;
}

/** Of sqlite3_stmt_status (https://www.sqlite.org/c3ref/c_stmtstatus_counter.html). */
export interface StatementCounters {
  vmSteps: number;
  fullScanSteps: number;
  sorts: number;
  autoIndexRows: number;
  filterHits: number;
  filterMisses: number;
}

/** Of sqlite3_db_status (https://www.sqlite.org/c3ref/c_dbstatus_options.html). */
export interface PageCounters {
  hits: number;
  misses: number;
  /** Pages written to the file, a page again each time; the journal's are not counted. */
  writes: number;
}

/** A statement was ended by withTimeLimit. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}
