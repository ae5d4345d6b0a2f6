import { expect, it } from 'vitest';
import { comparisonSummary, discardedWords } from './comparison-summary.ts';
import { detailOf, measuredQuery } from './measured-query.testing.ts';

const texts = (...given: Parameters<typeof measuredQuery>) =>
  comparisonSummary(detailOf(measuredQuery(...given))).map(({ text }) => text);

it('says why the rounds ended', () => {
  expect(texts()).toEqual([
    '2 rounds',
    'stopped for precision',
    'clock tick 5.00 µs',
    'control ±1 %',
  ]);
  expect(texts({}, { reason: 'budget' })).toContain('budget of 10 s used up');
  expect(texts({ status: 'stopped' })).toContain('stopped early');
  expect(texts({ status: 'measuring' }).join()).not.toContain('stopped');
  const error = { code: 'sql-failed' as const, message: 'Out of memory.' };
  expect(texts({ status: 'stopped', error })).toContain('ended by an error');
});

it('says how many rounds were discarded and why', () => {
  expect(discardedWords({ hidden: 0, overlapped: 0 })).toBeNull();
  expect(discardedWords({ hidden: 1, overlapped: 0 })).toBe(
    '1 round discarded: the page was hidden',
  );
  expect(discardedWords({ hidden: 2, overlapped: 3 })).toBe(
    '5 rounds discarded: 2 while the page was hidden, 3 beside other work',
  );
  expect(texts({ discarded: { hidden: 0, overlapped: 2 } })[2]).toContain('other work');
});
