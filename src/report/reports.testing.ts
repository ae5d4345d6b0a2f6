// Comparisons for tests of reports: one to read, and random ones with hostile names.
import fc from 'fast-check';
import type { Environment, Sample, Standing } from '../engine/model/comparison/comparison.ts';
import { cellKey } from '../engine/model/comparison/query-result.ts';
import type { Playground } from '../engine/model/playground.ts';
import { anyResults } from '../share/results/results.testing.ts';
import type { CellDoubt, ComparisonReport } from './comparison-report.ts';

export const sampleEnvironment: Environment = {
  tickMs: 0.005,
  isIsolated: true,
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  cores: 2,
  sqliteVersion: '3.54.1',
  pageSizeBytes: 4096,
  cacheSizeBytes: 2_147_000_000,
  hasStatistics: true,
  seed: 42,
  schemaHash: '0123456789abcdef',
  rowCounts: { products: 100_000, orders: 0 },
};

function sampleOf(perCallMs: number): Sample {
  return { perCallMs, calls: 3, hits: null, warmPerCallMs: null, warmHits: null };
}

const playground: Playground = {
  title: 'Product search',
  notes: '',
  schemaSql: 'CREATE TABLE products (id INTEGER PRIMARY KEY, category TEXT, price REAL);',
  recipe: { seed: 42, generatorsVersion: 1, rows: { products: 100_000 } },
  indexes: [{ name: 'idx_category', sql: 'CREATE INDEX idx_category ON products (category)' }],
  queries: [
    {
      id: 'q1',
      name: 'expensive in a category',
      sql: 'SELECT * FROM products WHERE category = 3',
      parameters: [],
      weight: 1,
    },
    { id: 'q2', name: 'never measured', sql: 'SELECT 1', parameters: [], weight: 1 },
  ],
  setups: [
    { id: 's1', name: 'baseline', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
    {
      id: 's2',
      name: 'by category',
      indexes: ['idx_category'],
      hasStatistics: true,
      cache: { kind: 'none' },
    },
  ],
};

const ratio = { estimate: 0.17, low: 0.164, high: 0.179, level: 0.95 };
const cacheless = { minMs: 1, madMs: 0.1, samples: 12, calls: 3, cache: null };

const standing: Standing = {
  rounds: 12,
  isShort: false,
  verdicts: { s1: { kind: 'baseline' }, s2: { kind: 'faster', ratio, margin: 0.05 } },
  summaries: { s1: { ...cacheless, medianMs: 11.2 }, s2: { ...cacheless, medianMs: 1.9 } },
  control: { estimate: 1, low: 0.98, high: 1.01, level: 0.95 },
  margin: 0.05,
  discarded: 1,
  spentMs: 900,
  roundMs: 60,
  next: 'done',
  reason: 'precise',
  minRounds: 12,
  maxRounds: 50,
};

function planOf(detail: string, badge: 'scan' | 'search') {
  const row = { id: 3, parent: 0, cost: 0, detail };
  return { rows: [row], badge };
}

const counted = {
  vmSteps: 400_601,
  fullScanSteps: 99_999,
  sorts: 0,
  autoIndexRows: 0,
  filterHits: 0,
  filterMisses: 0,
  pageHits: 316,
  pageMisses: 312,
  rows: 99,
  resultHash: 'aaaaaaaaaaaaaaaa',
  planHash: 'bbbbbbbbbbbbbbbb',
};

/** One query measured in two setups: one round kept, the standing of twelve. */
export const sampleReport: ComparisonReport = {
  playground,
  results: [
    {
      queryId: 'q1',
      setups: playground.setups,
      bases: { s1: 'x', s2: 'y' },
      environment: sampleEnvironment,
      firstRuns: [
        {
          status: 'ran',
          setupId: 's1',
          firstRunMs: 14,
          rowCount: 99,
          resultHash: 'aaaaaaaaaaaaaaaa',
          plan: planOf('SCAN products', 'scan'),
          difference: null,
        },
        {
          status: 'ran',
          setupId: 's2',
          firstRunMs: 3,
          rowCount: 99,
          resultHash: 'aaaaaaaaaaaaaaaa',
          plan: planOf('SEARCH products USING INDEX idx_category (category=?)', 'search'),
          difference: null,
        },
      ],
      rounds: [
        {
          queryId: 'q1',
          round: 1,
          order: ['s2', 'control', 's1'],
          samples: { s1: sampleOf(11.2), s2: sampleOf(1.9) },
          control: sampleOf(11.3),
          standing,
        },
      ],
      discarded: { hidden: 1, overlapped: 0 },
      parts: {},
      budgetMs: 10_000,
      confirmation: null,
      status: 'done',
      error: null,
    },
  ],
  counts: {
    'q1/s1': {
      basis: 'x',
      outcome: { status: 'counted', setupId: 's1', counters: counted },
    },
  },
  doubts: {},
  link: 'https://dyno.example/#p=1.6.abcdef.ghijkl',
};

const doubts: (CellDoubt | null)[] = [
  null,
  'stale',
  'other-baseline',
  'incomplete-baseline',
  'incomplete-setup',
];

/** Random results of the playground, some of them in doubt. */
export function anyReport(document: Playground): fc.Arbitrary<ComparisonReport> {
  const cells = document.queries.flatMap(({ id }) =>
    document.setups.map((setup) => cellKey(id, setup.id)),
  );
  return fc.record({
    playground: fc.constant(document),
    results: anyResults(document).map(({ results }) => results),
    counts: anyResults(document).map(({ counts }) => counts),
    doubts: fc.tuple(...cells.map(() => fc.constantFrom(...doubts))).map((found) =>
      Object.fromEntries(
        found.flatMap((doubt, index) => {
          const key = cells[index];
          return doubt === null || key === undefined ? [] : [[key, doubt]];
        }),
      ),
    ),
    link: fc.option(fc.constant('https://dyno.example/#p=1.6.abcdef.ghijkl')),
  });
}
