import { describe, expect, test } from 'vitest';
import type { FirstRun } from '../../../engine/model/comparison/comparison.ts';
import { anyEnvironment } from '../../../engine/model/comparison/environment.testing.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { noRuns } from '../../runs-store.ts';
import { cellBasis, databaseBasis } from '../basis.ts';
import { queryDetail } from '../chart/query-detail.ts';
import { verdictSentences } from '../chart/verdict-sentences.ts';
import { verdictLines } from '../share/verdict-lines.ts';
import { benchView } from './bench-view.ts';

const query = { id: 'q1', name: 'dear ones', sql: 'SELECT 1', parameters: [], weight: 1 };
const index = { name: 'idx', sql: 'CREATE INDEX idx ON t (id)' };

function setup(id: string, indexes: string[]): Setup {
  return { id, name: id, indexes, hasStatistics: false, cache: { kind: 'none' } };
}

const plain = setup('plain', []);
const indexed = setup('indexed', ['idx']);
const playground: Playground = {
  ...emptyPlayground,
  schemaSql: 'CREATE TABLE t (id)',
  indexes: [index],
  queries: [query],
  setups: [plain, indexed],
};

const faster: Verdict = {
  kind: 'faster',
  ratio: { estimate: 0.1, low: 0.09, high: 0.11, level: 0.975 },
  margin: 0.05,
};

/** As after a comparison of the playground as it stands. */
function measured(): QueryResult {
  const database = databaseBasis(playground);
  const summary = { medianMs: 1, minMs: 1, madMs: 0, samples: 12, calls: 1, cache: null };
  const sample = { perCallMs: 1, calls: 1, hits: null, warmPerCallMs: null, warmHits: null };
  return {
    queryId: 'q1',
    setups: playground.setups,
    bases: Object.fromEntries(
      playground.setups.map((each) => [each.id, cellBasis(database, playground, query, each)]),
    ),
    environment: anyEnvironment,
    firstRuns: [],
    discarded: { hidden: 0, overlapped: 0 },
    parts: {},
    budgetMs: 10_000,
    confirmation: null,
    rounds: [
      {
        queryId: 'q1',
        round: 12,
        order: [],
        samples: { plain: sample, indexed: sample },
        control: sample,
        standing: {
          rounds: 12,
          isShort: false,
          verdicts: { plain: { kind: 'baseline' }, indexed: faster },
          summaries: { plain: summary, indexed: summary },
          control: { estimate: 1, low: 0.75, high: 1.3, level: 0.975 },
          margin: 1 / 0.75 - 1,
          discarded: 0,
          spentMs: 5000,
          roundMs: 400,
          next: 'done',
          reason: 'rounds',
          minRounds: 12,
          maxRounds: 50,
        },
      },
    ],
    status: 'done',
    error: null,
  };
}

const results = { q1: measured() };
const cellsOf = (changed: Playground, runs: Partial<typeof noRuns> = {}) =>
  benchView(changed, { ...noRuns, results, ...runs }).queries[0]?.cells ?? [];

describe('verdicts of the bench', () => {
  test('stand while their baseline is the baseline', () => {
    expect(cellsOf(playground).map(({ verdict }) => verdict?.kind)).toEqual(['baseline', 'faster']);
    expect(verdictLines(playground, { ...noRuns, results })).toHaveLength(1);
  });

  test('end with it: another pair of letters would be said to be what was measured', () => {
    const swapped = { ...playground, setups: [indexed, plain] };
    const cells = cellsOf(swapped);
    expect(cells.map(({ verdict }) => verdict?.kind ?? null)).toEqual(['baseline', null]);
    expect(cells.map(({ withheld }) => withheld)).toEqual([null, 'other-baseline']);
    expect(cells.every(({ isStale, summary }) => isStale && summary !== null)).toBe(true);
    expect(verdictLines(swapped, { ...noRuns, results })).toEqual([]);
    const detail = queryDetail(swapped, { ...noRuns, results }, 'q1');
    expect(detail?.setups.every(({ ratio }) => ratio === null)).toBe(true);
    const sentences = detail ? verdictSentences(detail) : [];
    expect(sentences.map(({ text }) => text).join()).toContain('another baseline');
    expect(sentences.map(({ text }) => text).join()).not.toContain('faster');
  });

  test('know the band that is really used: on a noisy machine twice the margin', () => {
    const detail = queryDetail(playground, { ...noRuns, results }, 'q1');
    expect(detail?.band.bound).toBeCloseTo(1 / 0.75 ** 2, 9);
    expect(detail?.band.reason).toBe('noise');
  });
});

describe('a baseline that does not run', () => {
  const ran: FirstRun = {
    status: 'ran',
    setupId: 'indexed',
    firstRunMs: 1,
    rowCount: 1,
    resultHash: 'h',
    plan: { rows: [], badge: 'scan' },
    difference: null,
  };
  const faultOf = (code: 'sql-failed' | 'time-limit', changed = playground) => {
    const error = { code, message: 'No.' };
    const firstRuns: FirstRun[] = [{ status: 'failed', setupId: 'plain', error }, ran];
    const runs = { results: { q1: { ...measured(), rounds: [], firstRuns } } };
    return cellsOf(changed, runs).map(({ baselineFault }) => baselineFault);
  };

  test('is the reason why the others have no verdict', () => {
    expect(faultOf('sql-failed')).toEqual([null, 'failed']);
    expect(faultOf('time-limit')).toEqual([null, 'over-limit']);
  });

  test('is none any more once the query has changed', () => {
    const changed = { ...playground, queries: [{ ...query, sql: 'SELECT 2' }] };
    expect(faultOf('sql-failed', changed)).toEqual([null, null]);
  });
});

describe('an index that cannot be created', () => {
  const failure = { code: 'index-invalid', message: 'There is no column "id".' } as const;
  const database = (sql: string) => ({
    basis: databaseBasis(playground),
    summary: {
      tables: [],
      rowCount: 0,
      sizeBytes: 0,
      indexes: [{ status: 'failed' as const, name: 'idx', sql, error: failure }],
      statistics: [],
      buildMs: 1,
      engine: { name: 'sql.js' as const, sqliteVersion: '3.49.1' },
    },
  });

  test('takes times and verdict from the setups that have it on', () => {
    const [baseline, other] = cellsOf(playground, { database: database(index.sql) });
    expect(baseline).toMatchObject({ error: null, verdict: { kind: 'baseline' } });
    expect(other).toMatchObject({ verdict: null, summary: null, firstRun: null });
    expect(other?.error?.message).toBe('idx could not be created: There is no column "id".');
  });

  test('takes every verdict where the baseline has it on', () => {
    const swapped = { ...playground, setups: [indexed, plain] };
    const result = measured();
    for (const { standing } of result.rounds) {
      standing.verdicts = { plain: faster, indexed: { kind: 'baseline' } };
    }
    const runs = {
      results: { q1: { ...result, setups: swapped.setups } },
      database: database(index.sql),
    };
    const [baseline, other] = cellsOf(swapped, runs);
    expect(baseline?.error).not.toBeNull();
    expect(other).toMatchObject({ verdict: null, withheld: 'incomplete-baseline' });
  });

  test('is to be tried again once its statement has changed', () => {
    const [, other] = cellsOf(playground, { database: database('CREATE INDEX idx ON t (x)') });
    expect(other?.error).toBeNull();
  });
});
