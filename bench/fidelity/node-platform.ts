// Node as the platform of the engine, and clocks as coarse as those of browsers.
import { availableParallelism } from 'node:os';
import type { Platform } from '../../src/engine/model/platform.ts';

export const nodePlatform: Platform = {
  now: () => performance.now(),
  isIsolated: true,
  userAgent: `Node ${process.version}`,
  cores: availableParallelism(),
};

/** The same platform behind a clock that moves in steps of `tickMs`, as browsers round it down. */
export function coarsePlatform(tickMs: number): Platform {
  return { ...nodePlatform, now: () => Math.floor(performance.now() / tickMs) * tickMs };
}
