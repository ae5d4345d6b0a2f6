// A call taken apart: preparing, executing, fetching. Plain data.
import type { Milliseconds } from '../units.ts';

/** Medians over interleaved rounds; execute and fetch together are what samples time. */
export interface CallParts {
  /** Compiling the statement. */
  prepareMs: Milliseconds;
  /** Binding and stepping through all rows without reading them. */
  executeMs: Milliseconds;
  /** Reading every column into JavaScript: the whole call less executing, at least 0. */
  fetchMs: Milliseconds;
  rounds: number;
}

/** After one more round; setups that are not measured have no parts. */
export interface PartsReport {
  queryId: string;
  /** By setup id. */
  parts: Record<string, CallParts>;
  next: 'measure' | 'done';
}
