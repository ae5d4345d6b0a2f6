import { describe, expect, test } from 'vitest';
import type { BreakEven } from '../../model/writes/break-even.ts';
import { breakEvenWords } from './break-even-words.ts';

type WithInterval = Extract<BreakEven, { kind: 'worth' | 'reverse' }>;

function withInterval(
  kind: WithInterval['kind'],
  writesPerRead: number,
  low: number,
  high: number,
): WithInterval {
  return { kind, writesPerRead, low, high, level: 0.9 };
}

test.each([
  [14.3, 11.2, 18.4, '1 read per 14 inserts', '1 per 11 to 1 per 18'],
  [14_857, 11_600, 19_200, '1 read per 15,000 inserts', '1 per 12,000 to 1 per 19,000'],
  [1.001, 0.5, 2, '1 read per insert', '2.0 per 1 to 1 per 2.0'],
  [0.31, 0.25, 0.4, '3.2 reads per insert', '4.0 per 1 to 2.5 per 1'],
])('%d writes per read', (writesPerRead, low, high, share, interval) => {
  const worth = withInterval('worth', writesPerRead, low, high);
  expect(breakEvenWords(worth, 'insert', 'by_category')).toEqual({
    headline: `worth it from ${share}`,
    predicate: `is worth it from ${share}`,
    interval,
    sentence: `by_category makes these reads faster and inserts dearer: it is worth it from ${share} (interval of at least 90 %: ${interval}). With more reads than that it saves more than it costs.`,
  });
  const reverse = withInterval('reverse', writesPerRead, low, high);
  expect(breakEvenWords(reverse, 'insert', 'Leaving by_category out')).toEqual({
    headline: `pays below ${share}`,
    predicate: `pays below ${share}`,
    interval,
    sentence: `Leaving by_category out makes these reads slower and inserts cheaper: it pays below ${share} (interval of at least 90 %: ${interval}). With fewer reads than that it saves more than it costs.`,
  });
});

test('a level is rounded down: it is at least so much', () => {
  const worth = { ...withInterval('worth', 2, 1, 4), level: 1 - 0.05 / 3 - 0.025 };
  expect(breakEvenWords(worth, 'insert').sentence).toContain('interval of at least 95.8 %:');
});

describe('what has no interval says what is gained, what is lost, and what is not known', () => {
  test.each<[BreakEven, string, string]>([
    [
      { kind: 'worth-at-latest', writesPerRead: 2500, writes: 'equal', level: 0.9 },
      'worth it from 1 read per 2,500 deletes at the latest',
      'B makes these reads faster; to deletes it makes no meaningful difference. It is worth it from 1 read per 2,500 deletes at the latest (at a level of at least 90 %).',
    ],
    [
      { kind: 'worth-at-latest', writesPerRead: 2500, writes: 'unclear', level: 0.9 },
      'worth it from 1 read per 2,500 deletes at the latest',
      'B makes these reads faster; what it costs a delete cannot be told from nothing. It is worth it from 1 read per 2,500 deletes at the latest (at a level of at least 90 %).',
    ],
    [
      { kind: 'free', writes: 'equal' },
      'free',
      'B makes these reads faster and deletes no dearer: every read is a gain.',
    ],
    [
      { kind: 'free', writes: 'cheaper' },
      'gains in both',
      'B makes these reads faster and deletes cheaper: it gains in both.',
    ],
    [
      { kind: 'no-saving', writes: 'dearer' },
      'no meaningful saving',
      'B makes no meaningful difference to these reads and makes deletes dearer: there is no meaningful saving to set against that.',
    ],
    [
      { kind: 'no-saving', writes: 'equal' },
      'no meaningful saving',
      'B makes no meaningful difference to these reads, nor to deletes.',
    ],
    [
      { kind: 'no-saving', writes: 'cheaper' },
      'only deletes gain',
      'B makes no meaningful difference to these reads and makes deletes cheaper.',
    ],
    [
      { kind: 'no-saving', writes: 'unclear' },
      'no meaningful saving',
      'B makes no meaningful difference to these reads; what it costs a delete cannot be told from nothing.',
    ],
    [
      { kind: 'never', writes: 'dearer' },
      'never worth it',
      'B makes these reads slower and deletes dearer: it is never worth it.',
    ],
    [
      { kind: 'never', writes: 'equal' },
      'not worth it',
      'B makes these reads slower and makes no meaningful difference to deletes: there is no gain to set against that.',
    ],
    [
      { kind: 'unclear', open: 'saving' },
      'not resolved',
      'B: whether that is worth its price is not resolved, since what it saves a read cannot be told from nothing. More rounds may tell.',
    ],
    [
      { kind: 'unclear', open: 'both' },
      'not resolved',
      'B: whether that is worth its price is not resolved, since neither what it saves a read nor what it costs a delete can be told from nothing. More rounds may tell.',
    ],
  ])('%j', (result, headline, sentence) => {
    expect(breakEvenWords(result, 'delete', 'B')).toMatchObject({
      headline,
      interval: '',
      sentence,
    });
  });

  test('only what may change with more rounds promises that', () => {
    const told: BreakEven[] = [
      { kind: 'no-saving', writes: 'dearer' },
      { kind: 'never', writes: 'equal' },
    ];
    for (const each of told) {
      expect(breakEvenWords(each, 'insert').sentence).not.toContain('More rounds');
    }
    expect(breakEvenWords({ kind: 'unclear', open: 'cost' }, 'insert').sentence).toMatch(
      /what it costs an insert .* More rounds may tell\.$/,
    );
  });
});
