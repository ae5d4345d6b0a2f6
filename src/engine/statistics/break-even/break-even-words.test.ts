import { expect, test } from 'vitest';
import type { BreakEven } from '../../model/writes/break-even.ts';
import { breakEvenWords } from './break-even-words.ts';

function worth(writesPerRead: number, low: number, high: number): BreakEven {
  return { kind: 'worth', writesPerRead, low, high };
}

test.each([
  [worth(14.3, 11.2, 18.4), 'worth it from 1 read per 14 inserts', '1 per 11 to 1 per 18'],
  [
    worth(14_857, 11_600, 19_200),
    'worth it from 1 read per 15,000 inserts',
    '1 per 12,000 to 1 per 19,000',
  ],
  [worth(1.001, 0.5, 2), 'worth it from 1 read per insert', '2.0 per 1 to 1 per 2.0'],
  [worth(0.31, 0.25, 0.4), 'worth it from 3.2 reads per insert', '4.0 per 1 to 2.5 per 1'],
])('%j', (result, headline, interval) => {
  const words = breakEvenWords(result, 'insert', 'by_category');
  expect(words).toMatchObject({ headline, interval });
  expect(words.sentence).toBe(
    `by_category is ${headline} (interval ${interval}): with more reads than that it saves more than it costs.`,
  );
});

test('what has no figure says why', () => {
  expect(breakEvenWords({ kind: 'free' }, 'update', 'B')).toEqual({
    headline: 'free',
    interval: '',
    sentence: 'B makes reads faster and updates no slower: every read is a gain.',
  });
  expect(breakEvenWords({ kind: 'never' }, 'delete').sentence).toBe(
    'It makes these reads no faster, however many there are: it is not worth what deletes pay for it.',
  );
  expect(breakEvenWords({ kind: 'unclear' }, 'insert').sentence).toMatch(
    /^Whether it is worth its price is not resolved: .* what it costs an insert, /,
  );
  expect(breakEvenWords({ kind: 'unclear', leastWritesPerRead: 2500 }, 'delete', 'B')).toEqual({
    headline: 'worth it from 1 read per 2,500 deletes at the latest',
    interval: '',
    sentence:
      'B makes reads faster; what it costs a delete cannot be told from nothing. It is worth it from 1 read per 2,500 deletes at the latest.',
  });
});
