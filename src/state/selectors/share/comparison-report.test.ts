import { expect, it } from 'vitest';
import { noRuns } from '../../runs-store.ts';
import { countBasis } from '../basis.ts';
import { measuredQuery, threeSetups } from '../chart/measured-query.testing.ts';
import { comparisonReport, exportRefusal } from './comparison-report.ts';

const counters = {
  vmSteps: 8,
  fullScanSteps: 1,
  sorts: 0,
  autoIndexRows: 0,
  filterHits: 0,
  filterMisses: 0,
  pageHits: 0,
  pageMisses: 1,
  rows: 1,
  resultHash: 'r',
  planHash: 'p',
};

function runsOf(result = measuredQuery()) {
  const [query] = threeSetups.queries;
  const [setup] = threeSetups.setups;
  if (!query || !setup) throw new Error('no query');
  const outcome = { status: 'counted', setupId: setup.id, counters } as const;
  const counts = { 'q1/s1': { basis: countBasis(threeSetups, query, setup), outcome } };
  return { ...noRuns, results: { q1: result }, counts };
}

it('takes over results and counters that hold, without a doubt', () => {
  const report = comparisonReport(threeSetups, runsOf(), 'https://example.org/#p=1.x');
  expect(report.results).toHaveLength(1);
  expect(Object.keys(report.counts)).toEqual(['q1/s1']);
  expect(report.doubts).toEqual({});
});

it('doubts what is stale and leaves out counters that no longer hold', () => {
  const changed = { ...threeSetups, schemaSql: 'CREATE TABLE t (id, other)' };
  const report = comparisonReport(changed, runsOf(), null);
  expect(report.counts).toEqual({});
  expect(Object.values(report.doubts)).toEqual(['stale', 'stale', 'stale']);
});

it('withholds verdicts of another baseline', () => {
  const [a, b, c] = threeSetups.setups;
  if (!a || !b || !c) throw new Error('three setups');
  const swapped = { ...threeSetups, setups: [b, a, c] };
  expect(comparisonReport(swapped, runsOf(), null).doubts['q1/s1']).toBe('other-baseline');
});

it('is refused while nothing is measured', () => {
  expect(exportRefusal(threeSetups, { results: {} })).toContain('Compare');
  expect(exportRefusal(threeSetups, runsOf())).toBeNull();
  expect(exportRefusal({ queries: [] }, runsOf())).not.toBeNull();
});
