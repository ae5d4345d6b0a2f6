// The playground that the instrument is tested with: three sizes of query, two setups that are equal.
// A document of its own, so that a test never touches what the user has open.
import type { Playground } from '../playground.ts';
import type { Milliseconds } from '../units.ts';

/** Time for each of its queries. */
export const instrumentBudgetMs: Milliseconds = 3000;

/** Queries carry the names that stand in the report: plural, in the middle of a sentence. */
export const instrumentPlayground: Playground = {
  title: 'Instrument test',
  notes: '',
  schemaSql: `CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  device INTEGER NOT NULL,
  label TEXT NOT NULL,
  amount REAL NOT NULL
);
`,
  recipe: { seed: 1, generatorsVersion: 1, rows: { readings: 50_000 } },
  indexes: [
    { name: 'readings_device', sql: 'CREATE INDEX readings_device ON readings (device)' },
    // Off in both setups: entering them hides it, as in a comparison of index sets.
    { name: 'readings_amount', sql: 'CREATE INDEX readings_amount ON readings (amount)' },
  ],
  queries: [
    {
      id: 'lookup',
      name: 'key lookups',
      sql: 'SELECT label, amount FROM readings WHERE id = :id',
      parameters: [{ name: ':id', generator: { kind: 'uniform', min: 1, max: 50_000 } }],
      weight: 1,
    },
    {
      id: 'range',
      name: 'index ranges',
      sql: 'SELECT label, amount FROM readings WHERE device BETWEEN :device AND :device + 1',
      parameters: [{ name: ':device', generator: { kind: 'uniform', min: 1, max: 999 } }],
      weight: 1,
    },
    {
      id: 'scan',
      name: 'whole-table scans',
      sql: 'SELECT count(*), sum(amount), min(label), max(label) FROM readings WHERE amount > :least',
      parameters: [{ name: ':least', generator: { kind: 'constant', value: 1 } }],
      weight: 1,
    },
  ],
  setups: [
    {
      id: 'a',
      name: 'one',
      indexes: ['readings_device'],
      hasStatistics: false,
      cache: { kind: 'none' },
    },
    {
      id: 'b',
      name: 'its equal',
      indexes: ['readings_device'],
      hasStatistics: false,
      cache: { kind: 'none' },
    },
  ],
};
