import { expect, it } from 'vitest';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import { faster, measuredQuery, threeSetups } from '../chart/measured-query.testing.ts';
import { historyHeadline } from './history-headline.ts';

it('is the verdict on the fastest setup of a single query', () => {
  const ratio = { estimate: 2, low: 1.9, high: 2.1, level: 0.975 };
  const slower: Verdict = { kind: 'slower', ratio, margin: 0.05 };
  const verdicts = { s1: { kind: 'baseline' as const }, s2: slower, s3: faster };
  const result = measuredQuery({}, { verdicts });
  expect(historyHeadline(threeSetups, [result])).toBe('dear: C 10× faster');
});

it('is who wins over the workload where there is one', () => {
  const second = { id: 'q2', name: 'even', sql: 'SELECT 2', parameters: [], weight: 0 };
  const two = { ...threeSetups, queries: [...threeSetups.queries, second] };
  expect(historyHeadline(two, [measuredQuery()])).not.toBe('');
  expect(historyHeadline(threeSetups, [])).toBe('');
});
