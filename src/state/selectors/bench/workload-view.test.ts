import { describe, expect, it } from 'vitest';
import { anyEnvironment } from '../../../engine/model/comparison/environment.testing.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { CacheSetting, Playground, Query, Setup } from '../../../engine/model/playground.ts';
import { standingOf } from '../../../engine/statistics/standing.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { noRuns } from '../../runs-store.ts';
import { cellBasis, databaseBasis } from '../basis.ts';
import { benchView } from './bench-view.ts';
import { type WorkloadView, workloadView } from './workload-view.ts';

function setup(id: string, indexes: string[] = [], cache: CacheSetting = { kind: 'none' }): Setup {
  return { id, name: id, indexes, hasStatistics: false, cache };
}

function query(id: string, weight: number): Query {
  return { id, name: `query ${id}`, sql: `SELECT ${id}`, parameters: [], weight };
}

const playground: Playground = {
  ...emptyPlayground,
  schemaSql: 'CREATE TABLE t (id)',
  indexes: [{ name: 'idx', sql: 'CREATE INDEX idx ON t (id)' }],
  queries: [query('q1', 3), query('q2', 1)],
  setups: [setup('a'), setup('b', ['idx']), setup('c', ['idx'])],
};

/** Twelve rounds of a query with these times, disturbed by up to one per cent. */
function measured(
  of: Playground,
  queryId: string,
  timesMs: Record<string, number>,
  hits: number | null = null,
): QueryResult {
  const found = of.queries.find(({ id }) => id === queryId);
  if (!found) throw new Error(`No query ${queryId}`);
  const database = databaseBasis(of);
  const sampleOf = (perCallMs: number, round: number, place: number) => ({
    perCallMs: perCallMs * (1 + (((round * 7 + place * 3) % 11) - 5) / 500),
    calls: 1,
    hits,
    warmPerCallMs: hits === null ? null : perCallMs,
    warmHits: hits,
  });
  const rounds = Array.from({ length: 12 }, (_, round) => ({
    samples: Object.fromEntries(
      Object.entries(timesMs).map(([id, time], place) => [id, sampleOf(time, round, place)]),
    ),
    control: sampleOf(timesMs.a ?? 1, round, 5),
  }));
  const standing = standingOf({
    baselineId: 'a',
    comparedIds: Object.keys(timesMs).filter((id) => id !== 'a'),
    unmeasured: {},
    rounds,
    isShort: false,
    spentMs: 1000,
    budgetMs: 10_000,
    discarded: 0,
    maxRounds: 50,
    roundMs: 50,
    distinctKeys: 5,
  });
  return {
    queryId,
    setups: of.setups,
    bases: Object.fromEntries(
      of.setups.map((each) => [each.id, cellBasis(database, of, found, each)]),
    ),
    environment: anyEnvironment,
    firstRuns: [],
    rounds: rounds.map((round, place) => ({
      ...round,
      queryId,
      round: place + 1,
      order: [],
      standing,
    })),
    discarded: { hidden: 0, overlapped: 0 },
    parts: {},
    budgetMs: 10_000,
    confirmation: null,
    status: 'done',
    error: null,
  };
}

/** q1 counts thrice: B four times faster in it and twice slower in q2, C just as fast in both. */
const results = {
  q1: measured(playground, 'q1', { a: 8, b: 2, c: 8 }),
  q2: measured(playground, 'q2', { a: 1, b: 2, c: 1 }),
};

function viewOf(of: Playground, known: Record<string, QueryResult> = results): WorkloadView | null {
  const runs = { ...noRuns, results: known };
  return workloadView(of, runs, benchView(of, runs));
}

function cellOf(view: WorkloadView | null, letter: string) {
  const found = view?.cells.find((cell) => cell.letter === letter);
  if (!found) throw new Error(`No cell of ${letter}`);
  return found;
}

describe('the summary over the workload', () => {
  it('says the weighted geometric mean in the words of the cells', () => {
    const view = viewOf(playground);
    // (1/4)^(3/4) * 2^(1/4) = 0.42: 2.4 times faster.
    expect(cellOf(view, 'B')).toMatchObject({ headline: '2.4× faster', isBest: true });
    expect(cellOf(view, 'B').interval).toMatch(/^2\.\d–2\.\d$/);
    expect(cellOf(view, 'A').headline).toBe('baseline');
    expect(cellOf(view, 'C')).toMatchObject({
      headline: 'no meaningful difference',
      headlineNarrow: 'equal',
      isBest: false,
    });
    expect(view).toMatchObject({ notCounted: '', shortHeadline: 'B wins' });
    expect(view?.headline).toContain('B wins: 2.4× faster than A over the workload');
    expect(view?.isStale).toBe(false);
  });

  it('links its verdicts to the method', () => {
    const view = viewOf(playground);
    expect(cellOf(view, 'B').methodLink).toContain('measuring.html#');
    expect(cellOf(view, 'A').methodLink).toBe('');
  });

  it('names the queries that it leaves out', () => {
    const { q1 } = results;
    const view = viewOf(playground, { q1 });
    expect(view?.notCounted).toBe('not counted: query q2 (not measured)');
    expect(view?.headline).toMatch(/^B leads in 1 of 2 queries: 4\.\d× faster than A \(.*\); not/);
    expect(view?.headline).toContain('not counted: query q2 (not measured)');
    expect(view?.notCountedNames).toBe('not counted: query q2');
    expect(view?.shortHeadline).toBe('B leads in 1 of 2 queries');
    expect(cellOf(view, 'B')).toMatchObject({ headline: '4.0× faster', isBest: false });
    expect(cellOf(view, 'B').verdictTip).toMatch(/^Over 1 of 2 queries, not counted: query q2/);
    expect(view?.tip).toContain('query q2 is left out: it was not measured.');
  });

  it('lets a setup win without the queries that have no weight', () => {
    const [first, second] = playground.queries;
    if (!first || !second) throw new Error('Two queries');
    const view = viewOf({ ...playground, queries: [first, { ...second, weight: 0 }] });
    expect(view).toMatchObject({ notCounted: '', shortHeadline: 'B wins' });
    expect(cellOf(view, 'B').isBest).toBe(true);
    expect(view?.tip).toContain('query q2 is left out: its weight is 0.');
  });

  it('is not there before anything is measured, nor with nothing to sum up', () => {
    expect(viewOf(playground, {})).toBeNull();
    expect(viewOf({ ...playground, queries: [query('q1', 3)] })).toBeNull();
    expect(viewOf({ ...playground, setups: [setup('a')] })).toBeNull();
  });

  it('keeps what was measured, and says that it is stale, after a change', () => {
    const changed = {
      ...playground,
      setups: [setup('a'), setup('b'), setup('c', ['idx'])],
    };
    const view = viewOf(changed);
    expect(view?.isStale).toBe(true);
    expect(cellOf(view, 'B').headline).toBe('2.4× faster');
  });

  it('goes on without a setup that was added since', () => {
    const view = viewOf({ ...playground, setups: [...playground.setups, setup('d')] });
    expect(cellOf(view, 'B').headline).toBe('2.4× faster');
    expect(cellOf(view, 'D').verdict).toBeNull();
  });

  it('says nothing of pairs with another baseline', () => {
    const [a, b, c] = playground.setups;
    if (!a || !b || !c) throw new Error('Three setups');
    const view = viewOf({ ...playground, setups: [b, a, c] });
    expect(view?.cells.every(({ verdict }) => verdict === null)).toBe(true);
    expect(view?.cells.some(({ isBest }) => isBest)).toBe(false);
  });

  it('never says the ratio of a cached setup without its hits', () => {
    const lru = { kind: 'lru', capacity: 10 } as const;
    const cached = { ...playground, setups: [setup('a'), setup('b', [], lru)] };
    const known = {
      q1: measured(cached, 'q1', { a: 8, b: 2 }, 1),
      q2: measured(cached, 'q2', { a: 8, b: 2 }, 1),
    };
    const cell = cellOf(viewOf(cached, known), 'B');
    expect(cell.foot).toMatch(/% hits, by reference$/);
    expect(cell.verdictTip).toContain('hits, by reference');
  });
});
