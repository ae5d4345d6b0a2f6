import { expect, test } from 'vitest';
import { createSampleCosts } from './sample-costs.ts';

/** Kin by the second word of the id, as a technique is in every group. */
function costsOf(firstMs: Record<string, number>) {
  const costs = createSampleCosts((id) => id.split(' ')[1] ?? '');
  for (const [id, timedMs] of Object.entries(firstMs)) costs.add(id, { timedMs, wholeMs: null });
  return costs;
}

test('what stands around one technique does not price the others', () => {
  const costs = costsOf({ 'A fresh': 400, 'B fresh': 500, 'A json': 20, 'B json': 30 });
  costs.add('A fresh', { timedMs: 400, wholeMs: 1400 });
  expect(costs.expect('A fresh')).toBe(1400);
  expect(costs.expect('B fresh')).toBe(1500);
  costs.add('A json', { timedMs: 20, wholeMs: 22 });
  expect(costs.expect('B json')).toBe(32);
});

test('without kin the least that stands around any is added', () => {
  const costs = costsOf({ 'A fresh': 400, 'A json': 20, 'A values': 10 });
  costs.add('A fresh', { timedMs: 400, wholeMs: 1400 });
  costs.add('A json', { timedMs: 20, wholeMs: 22 });
  expect(costs.expect('A values')).toBe(12);
});

test('one that never ran takes what its kin does, else what all do', () => {
  const costs = costsOf({ 'A json': 20, 'B json': 40, 'A values': 60 });
  expect(costs.expect('C json')).toBe(30);
  expect(costs.expect('C select')).toBe(40);
});
