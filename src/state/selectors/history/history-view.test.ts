import { expect, test } from 'vitest';
import type { HistorySummary } from '../../../engine/model/comparison/history.ts';
import { clearWords, historyItems } from './history-view.ts';

const entry: HistorySummary = {
  id: 7,
  at: '2026-01-02T03:04:05.000Z',
  title: ' ',
  playgroundHash: 'ab',
  queries: ['top', 'even'],
  setups: ['baseline', 'indexed', 'cached'],
  isPinned: true,
  environment: {
    tickMs: 0.005,
    isIsolated: true,
    userAgent: 'Mozilla/5.0 Gecko/20100101 Firefox/140.0',
    cores: 2,
    sqliteVersion: '3.54.1',
    pageSizeBytes: 4096,
    cacheSizeBytes: 0,
    hasStatistics: false,
    seed: 1,
    schemaHash: '',
    rowCounts: { products: 100_000, orders: 5 },
  },
};

test('an entry is a line of facts', () => {
  const [item] = historyItems([entry], 7, Date.parse('2026-01-02T05:04:05Z'));
  expect(item).toMatchObject({
    title: 'Untitled',
    when: expect.stringMatching(/^2 h ago, \d\d?:\d\d:\d\d/),
    headline: '',
    size: '2 queries × 3 setups',
    data: '100,005 rows',
    environment: 'Firefox 140, tick 5.00 µs',
    isPinned: true,
    isCurrent: true,
  });
  expect(item?.sizeTip).toContain('top, even');
  expect(item?.environmentTip).toContain('SQLite 3.54.1');
});

test('clearing says how many go, the pinned and the unreadable included', () => {
  const other = { ...entry, id: 8, isPinned: false };
  expect(clearWords([entry, other], 0)).toMatch(
    /^2 comparisons go for good, the pinned one included/,
  );
  expect(clearWords([other], 0)).toMatch(/^1 comparison goes for good\. Playgrounds/);
  expect(clearWords([other], 3)).toContain('So do 3 entries of another version');
});
