// The few globals of browsers and Node that the engine needs, injected so that it stays pure.
import type { Milliseconds } from './units.ts';

export interface Platform {
  /** A monotonic clock (performance.now). */
  now(): Milliseconds;
  isIsolated: boolean;
  userAgent: string;
  cores: number;
}
