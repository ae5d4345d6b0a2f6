import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CacheSummary } from '../../model/comparison/comparison.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import {
  formatChange,
  formatHitRatio,
  formatShortSpeedRange,
  formatSpeedRange,
} from './change-format.ts';
import { doubtWords, verdictWords } from './verdict-words.ts';

const names = { setup: 'B', baseline: 'A' };
const faster: Verdict = {
  kind: 'faster',
  ratio: { estimate: 1 / 5.9, low: 1 / 6.1, high: 1 / 5.6, level: 0.975 },
  margin: 0.05,
};
const cache: CacheSummary = {
  hitRatio: 0.938,
  warmHitRatio: 1,
  warmMedianMs: 0.001,
  copy: 'reference',
  draws: 1000,
  distinctKeys: 62,
};

test('faster and slower carry their interval, as factors above 1', () => {
  expect(verdictWords(faster, names)).toEqual({
    headline: '5.9× faster',
    interval: '5.6–6.1',
    sentence: 'B is 5.9 times faster than A (97.5 % interval 5.6 to 6.1).',
  });
  const slower: Verdict = {
    kind: 'slower',
    ratio: { estimate: 1.344, low: 1.28, high: 1.41, level: 0.95 },
    margin: 0.05,
  };
  expect(verdictWords(slower, { setup: 'C', baseline: 'A' })).toEqual({
    headline: '1.34× slower',
    interval: '1.28–1.41',
    sentence: 'C is 1.34 times slower than A (95 % interval 1.28 to 1.41).',
  });
});

test('a ratio with a cache never stands without its hit ratio', () => {
  const words = verdictWords(faster, names, cache);
  expect(words.headline).toBe('5.9× faster at 94 % hits, by reference');
  expect(words.sentence).toContain('answered 94 % of 1,000 calls, by reference');
  const ratio = { estimate: 1.01, low: 0.98, high: 1.03, level: 0.95 };
  const others: Verdict[] = [
    { kind: 'equal', ratio, margin: 0.05 },
    { kind: 'unresolved', ratio, margin: 0.05, moreRounds: 3 },
    { kind: 'clearly-faster', low: 0.1, high: 0.2, rounds: 3 },
    { kind: 'clearly-slower', low: 2, high: 3, rounds: 3 },
  ];
  for (const verdict of others) {
    expect(verdictWords(verdict, names, cache).headline).toContain('at 94 % hits, by reference');
  }
});

test('a query without parameters says that every call after the first is a hit', () => {
  const always = { ...cache, hitRatio: 0.999, distinctKeys: 1 };
  const words = verdictWords(faster, names, always);
  expect(words.headline).toContain('at 99.9 % hits');
  expect(words.sentence).toContain('every call after the first is a hit');
});

test('what has no ratio says what happened', () => {
  const difference = { baselineRows: 20, setupRows: 20 };
  const verdicts: [Verdict, string][] = [
    [{ kind: 'baseline' }, 'baseline'],
    [{ kind: 'too-few-runs', rounds: 3 }, '3 rounds cannot tell B from A'],
    [{ kind: 'too-few-runs', rounds: 0 }, 'not measured'],
    [{ kind: 'different-answer', difference: { ...difference, kind: 'content' } }, '20 rows'],
    [{ kind: 'different-answer', difference: { ...difference, kind: 'unstable' } }, 'random()'],
    [
      { kind: 'different-answer', difference: { baselineRows: 1, setupRows: 1500, kind: 'count' } },
      'B answers with 1,500 rows, A with 1 row',
    ],
    [{ kind: 'failed', error: { code: 'sql-failed', message: 'No.', hint: 'Yes.' } }, 'No. Yes.'],
    [{ kind: 'over-limit', limitMs: 20_000 }, 'limit of 20 s'],
    [
      {
        kind: 'too-noisy',
        ratio: { estimate: 0.9, low: 0.8, high: 1.1, level: 0.95 },
        margin: 0.2,
        control: { estimate: 1, low: 0.85, high: 1.2, level: 0.95 },
      },
      'came out 1.18× faster to 1.20× slower',
    ],
  ];
  for (const [verdict, words] of verdicts) {
    const { headline, sentence } = verdictWords(verdict, names, cache);
    expect(`${headline} ${sentence}`).toContain(words);
    expect(headline).not.toContain('hits');
  }
});

test('what is too noisy to rank still has its interval', () => {
  const words = verdictWords({
    kind: 'too-noisy',
    ratio: { estimate: 0.9, low: 0.8, high: 1.1, level: 0.95 },
    margin: 0.2,
    control: { estimate: 1, low: 0.85, high: 1.2, level: 0.95 },
  });
  expect(words).toMatchObject({ headline: 'too noisy', interval: '1.25× faster to 1.10× slower' });
});

test('an interval on one side alone does not contradict that nothing is resolved: why is said', () => {
  const hidden = {
    kind: 'unresolved',
    ratio: { estimate: 3.4, low: 2.3, high: 5, level: 0.95 },
    margin: 0.6,
    moreRounds: 2,
  } as const;
  expect(doubtWords(hidden)).toBe('the baseline measured against itself differed by up to 60 %');
  expect(verdictWords(hidden, names).sentence).toBe(
    'B against A is not resolved (95 % interval 2.3–5.0× slower): the baseline measured against itself differed by up to 60 %; about 2 more rounds could resolve it.',
  );
  const close = { ...hidden, ratio: { ...hidden.ratio, low: 1.02, high: 1.2 }, margin: 0.05 };
  expect(doubtWords(close)).toMatch(/reaches into ±5 %/);
  const open = { ...hidden, ratio: { ...hidden.ratio, low: 0.9 } };
  expect(doubtWords(open)).toBe('the interval reaches to both sides');
});

test('short mode and unresolved say how much they know', () => {
  expect(
    verdictWords({ kind: 'clearly-faster', low: 1 / 31, high: 1 / 25, rounds: 3 }, names),
  ).toMatchObject({ headline: 'clearly faster', interval: '25–31×, 3 of 3 runs' });
  const unresolved: Verdict = {
    kind: 'unresolved',
    ratio: { estimate: 1.04, low: 0.959, high: 1.12, level: 0.95 },
    margin: 0.05,
    moreRounds: 14,
  };
  expect(verdictWords(unresolved, names)).toEqual({
    headline: 'not resolved',
    interval: '1.04× faster to 1.12× slower',
    sentence:
      'B against A is not resolved (95 % interval 1.04× faster to 1.12× slower); about 14 more rounds could resolve it.',
  });
  expect(
    verdictWords({ kind: 'equal', ratio: unresolved.ratio, margin: 0.05 }, names),
  ).toMatchObject({ headline: 'no meaningful difference', interval: 'within ±5 %' });
});

test('changes of time are signed, hit ratios never round up to all', () => {
  expect([0.938, 0.999, 0.99999, 1].map(formatHitRatio)).toEqual([
    '94 %',
    '99.9 %',
    '99.9 %',
    '100 %',
  ]);
  expect([0.96, 1, 1.0049, 2.2, 0.99999].map(formatChange)).toEqual([
    '−4.0 %',
    '±0 %',
    '+0.5 %',
    '+120 %',
    '±0 %',
  ]);
});

test('an interval that ranks nothing is written in factors, as a ranking is', () => {
  const range = (low: number, high: number) => {
    const ratio = { estimate: Math.sqrt(low * high), low, high, level: 0.95 };
    return [formatSpeedRange(ratio), formatShortSpeedRange(ratio)];
  };
  expect(range(0.35, 1.1)).toEqual(['2.9× faster to 1.10× slower', '0.91–2.9×']);
  expect(range(0.35, 0.64)).toEqual(['1.56–2.9× faster', '1.56–2.9×']);
  expect(range(1.2, 12)).toEqual(['1.20–12× slower', '0.083–0.83×']);
  expect(range(0.8, 1.001)).toEqual(['1.25× faster to equal', '1.00–1.25×']);
  expect(range(0.999, 1.001)).toEqual(['equal', '1.00×']);
});

test('no verdict reads "1.00 times": what is outside the margin shows it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1 / 1.05, noNaN: true }), (estimate) => {
      const ratio = { estimate, low: estimate, high: estimate, level: 0.95 };
      const { headline } = verdictWords({ kind: 'faster', ratio, margin: 0.05 }, names);
      expect(Number(headline.split('×')[0]?.replaceAll(',', ''))).toBeGreaterThanOrEqual(1.05);
    }),
  );
});
