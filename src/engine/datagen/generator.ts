// What every generator is: a pure function from the number of a row to a value.
// Which generator a column gets is decided elsewhere (hints.ts, infer.ts).
import type { SqlValue } from '../model/values.ts';
import type { Stream } from './draws/random.ts';

/** Makes the values of one column. Asked for the same row it gives the same value. */
export interface Generator {
  /** Short name: 'sequence', 'category', 'reference'. */
  readonly name: string;
  /** What it makes, in a few words. */
  readonly description: string;
  /** The value of a row; rows count from 0. */
  at(row: number): SqlValue;
  /**
   * Values of which no two are equal, for UNIQUE columns; `needed` says how many are wanted.
   * Null or absent when the generator cannot tell its values apart.
   */
  distinct?(needed: number): Distinct | null;
}

/** Numbers of [0, size) to values, no two of them equal. */
export interface Distinct {
  readonly size: number;
  at(number: number): SqlValue;
  /** True when taking the numbers in order looks right (a sequence); else they are shuffled. */
  readonly isOrdered: boolean;
  /** True when numbers beyond the size go on in the same way, where no CHECK ends the range. */
  readonly goesOn?: boolean;
}

/** Where a generator's random numbers come from, and how many rows it will be asked for. */
export interface Source {
  /** Of this column alone. */
  stream: Stream;
  /** Of the whole table: columns that describe the same thing draw from it and agree. */
  shared: Stream;
  rows: number;
}
