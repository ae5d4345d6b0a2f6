// The globals of a worker that the engine needs.
import type { Platform } from '../engine/model/platform.ts';

export const browserPlatform: Platform = {
  now: () => performance.now(),
  isIsolated: globalThis.crossOriginIsolated === true,
  userAgent: navigator.userAgent,
  cores: navigator.hardwareConcurrency,
};
