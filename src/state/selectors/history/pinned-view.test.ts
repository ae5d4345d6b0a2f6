import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../engine/model/comparison/history.ts';
import {
  type CountedCell,
  cellKey,
  type QueryResult,
} from '../../../engine/model/comparison/query-result.ts';
import type { Counters } from '../../../engine/model/counters/counters.ts';
import type { PlanBadge, QueryPlan } from '../../../engine/model/plan/plan.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { noRuns } from '../../runs-store.ts';
import { cellBasis, countBasis, databaseBasis } from '../basis.ts';
import type { BenchRuns } from '../bench/bench-view.ts';
import { pinnedPlans } from './pinned-plan.ts';
import { type PinnedView, pinnedView } from './pinned-view.ts';

const query = { id: 'q1', name: 'dear', sql: 'SELECT id FROM t', parameters: [], weight: 1 };
const plain: Setup = {
  id: 's1',
  name: 'plain',
  indexes: [],
  hasStatistics: false,
  cache: { kind: 'none' },
};
const second: Setup = { ...plain, id: 's2', name: 'second' };
const playground: Playground = {
  ...emptyPlayground,
  schemaSql: 'CREATE TABLE t (id, price)',
  recipe: { seed: 1, generatorsVersion: 1, rows: { t: 100_000 } },
  indexes: [{ name: 'idx_price', sql: 'CREATE INDEX idx_price ON t (price)' }],
  queries: [query],
  setups: [plain, second],
};

function planOf(detail: string, badge: PlanBadge): QueryPlan {
  const row = { id: 2, parent: 0, cost: 0, detail };
  return { rows: [row], badge };
}
const scan = planOf('SCAN t', 'scan');
const search = planOf('SEARCH t USING INDEX idx_price (price>?)', 'search');

function countersOf(vmSteps: number): Counters {
  return {
    vmSteps,
    fullScanSteps: 0,
    sorts: 0,
    autoIndexRows: 0,
    filterHits: 0,
    filterMisses: 0,
    pageHits: 0,
    pageMisses: 10,
    rows: 3,
    resultHash: '0123456789abcdef',
    planHash: 'fedcba9876543210',
  };
}

interface Cell {
  plan: QueryPlan;
  medianMs: number;
  vmSteps: number;
}

/** As after a comparison of this playground. */
function runsOf(measured: Playground, cells: Cell[]): BenchRuns {
  const [only] = measured.queries;
  if (!only) return noRuns;
  const { setups } = measured;
  const each = <Value>(value: (cell: Cell, setup: Setup) => Value): Record<string, Value> =>
    Object.fromEntries(
      setups.flatMap((setup, position) => {
        const cell = cells[position];
        return cell ? [[setup.id, value(cell, setup)]] : [];
      }),
    );
  const sample = { perCallMs: 1, calls: 1, hits: null, warmPerCallMs: null, warmHits: null };
  const summary = { minMs: 1, madMs: 0, samples: 12, calls: 1, cache: null };
  const result: QueryResult = {
    queryId: only.id,
    setups,
    bases: each((_, setup) => cellBasis(databaseBasis(measured), measured, only, setup)),
    environment: {
      tickMs: 0.005,
      isIsolated: true,
      userAgent: 'Gecko/20100101 Firefox/140.0',
      cores: 2,
      sqliteVersion: '3.54.1',
      pageSizeBytes: 4096,
      cacheSizeBytes: 0,
      hasStatistics: false,
      seed: 1,
      schemaHash: '',
      rowCounts: { t: 100_000 },
    },
    firstRuns: Object.entries(each(({ plan }) => plan)).map(([setupId, plan]) => ({
      status: 'ran',
      setupId,
      firstRunMs: 1,
      rowCount: 3,
      resultHash: 'ab',
      plan,
      difference: null,
    })),
    rounds: [
      {
        queryId: only.id,
        round: 1,
        order: [],
        samples: each(({ medianMs }) => ({ ...sample, perCallMs: medianMs })),
        control: sample,
        standing: {
          rounds: 12,
          isShort: false,
          verdicts: {},
          summaries: each(({ medianMs }) => ({ ...summary, medianMs })),
          control: null,
          margin: 0.05,
          discarded: 0,
          spentMs: 100,
          roundMs: 10,
          next: 'done',
          reason: 'precise',
          minRounds: 12,
          maxRounds: 50,
        },
      },
    ],
    discarded: { hidden: 0, overlapped: 0 },
    parts: {},
    budgetMs: 10_000,
    confirmation: null,
    status: 'done',
    error: null,
  };
  const counts = each(
    ({ vmSteps }, setup): CountedCell => ({
      basis: countBasis(measured, only, setup),
      outcome: { status: 'counted', setupId: setup.id, counters: countersOf(vmSteps) },
    }),
  );
  return {
    ...noRuns,
    results: { [only.id]: result },
    counts: Object.fromEntries(
      Object.entries(counts).map(([setupId, counted]) => [cellKey(only.id, setupId), counted]),
    ),
  };
}

const slow = { plan: scan, medianMs: 11.2, vmSteps: 400_601 };
const quick = { plan: search, medianMs: 0.37, vmSteps: 800 };
const before = runsOf(playground, [slow, slow]);
const pinned: HistoryEntry = {
  id: 1,
  isPinned: true,
  at: '2026-01-02T03:04:05.000Z',
  title: 'Dear things',
  playgroundHash: 'ab',
  playground,
  environment: Object.values(before.results)[0]?.environment as HistoryEntry['environment'],
  results: Object.values(before.results),
  counts: before.counts,
};

/** The index is on in the second setup. */
const indexed: Playground = {
  ...playground,
  setups: [plain, { ...second, indexes: ['idx_price'] }],
};

function matched(view: PinnedView | null) {
  if (view?.kind !== 'matched') throw new Error(`The view is ${view?.kind}`);
  return view;
}

describe('the pinned comparison', () => {
  test('is shown as itself until something changes', () => {
    expect(matched(pinnedView(playground, before, pinned, 'q1')).isItself).toBe(true);
    expect(matched(pinnedView(indexed, before, pinned, 'q1')).isItself).toBe(false);
  });

  test('stands beside what was measured after an index was switched on', () => {
    const view = matched(pinnedView(indexed, runsOf(indexed, [slow, quick]), pinned, 'q1'));
    expect(view.changes).toEqual([]);
    const [baseline, changed] = view.setups;
    expect(baseline).toMatchObject({
      changes: [],
      work: 'VM steps 400,601 then and now.',
      isOtherPlan: false,
      isUnchanged: true,
    });
    expect(changed).toMatchObject({
      changes: ['then without idx_price, now with it'],
      work: 'VM steps 400,601 then, 800 now: 500 times fewer.',
      isOtherPlan: true,
      isUnchanged: false,
    });
    expect(changed?.figures).toContainEqual({
      id: 'median',
      before: '11.2 ms',
      now: '0.370 ms',
      change: '',
    });
    expect(changed?.figures[0]).toMatchObject({ before: 'SCAN', now: 'SEARCH' });
    const { others, same } = pinnedPlans(view);
    expect(same).toEqual(['s1']);
    expect(others.s2?.lines).toMatchObject([{ text: 'SCAN t', changes: [{ text: 'only then' }] }]);
  });

  test('knows the plan but no figures of what is not measured again', () => {
    const [, changed] = matched(pinnedView(indexed, before, pinned, 'q1')).setups;
    expect(changed?.now).toMatchObject({ medianMs: null, counters: null });
    expect(changed?.work).toContain('not counted since: press Compare');
  });

  test('finds its query by name or statement and its setups by name, and says what else differs', () => {
    const other: Playground = {
      ...playground,
      recipe: { seed: 2, generatorsVersion: 1, rows: { t: 1_000_000 } },
      queries: [{ ...query, sql: 'SELECT id FROM t WHERE price > 1' }],
      setups: [{ ...plain, id: 'x', hasStatistics: true }],
    };
    const view = matched(pinnedView(other, noRuns, pinned, 'q1'));
    expect(view.changes).toEqual([
      'the query’s SQL has changed',
      't had 100,000 rows then, 1,000,000 now',
      'seed 1 then, 2 now',
    ]);
    expect(view.setups[0]?.changes).toEqual(['then without statistics, now with them']);
    expect(view.gone).toEqual(['B second']);
  });

  test('is not mistaken for another query with the same id', () => {
    const other = {
      ...playground,
      queries: [{ ...query, name: 'other', sql: 'SELECT 1' }],
    };
    expect(pinnedView(other, noRuns, pinned, 'q1')?.kind).toBe('unmatched');
    expect(pinnedView(playground, before, null, 'q1')).toBeNull();
  });

  test('keeps to itself counters of another basis', () => {
    const stale = Object.fromEntries(
      Object.entries(pinned.counts).map(([key, cell]) => [key, { ...cell, basis: 'older' }]),
    );
    const view = matched(pinnedView(playground, noRuns, { ...pinned, counts: stale }, 'q1'));
    expect(view.setups[0]?.before?.counters).toBeNull();
    expect(view.setups[0]?.work).toBe('The work was not counted then.');
  });
});
