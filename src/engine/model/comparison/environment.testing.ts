// An environment for tests that need one and do not look at it.
import type { Environment } from './comparison.ts';

export const anyEnvironment: Environment = {
  tickMs: 0.005,
  isIsolated: true,
  userAgent: '',
  cores: 2,
  sqliteVersion: '3.54.1',
  pageSizeBytes: 4096,
  cacheSizeBytes: 0,
  hasStatistics: false,
  seed: 1,
  schemaHash: '',
  rowCounts: {},
};
