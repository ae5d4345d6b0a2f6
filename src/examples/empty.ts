// File > New: nothing yet but a baseline to compare with.
import type { Playground } from '../engine/model/playground.ts';

export const emptyPlayground: Playground = {
  title: 'Untitled',
  notes: '',
  schemaSql: '',
  recipe: { seed: 42, generatorsVersion: 2, rows: {} },
  indexes: [],
  queries: [],
  setups: [
    { id: 's1', name: 'baseline', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
  ],
};
