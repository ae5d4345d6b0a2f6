import { expect, test } from 'vitest';
import { type ScaleReport, scaleMarkdown } from './scale-markdown.ts';

const report: ScaleReport = {
  title: 'A *shop*',
  heading: 'lookup | by rows of t: 2 of 2 points',
  isStale: false,
  findings: ['A: The time grows like n^1.00.'],
  axis: 'Rows of t',
  setups: [
    { letter: 'A', name: 'none' },
    { letter: 'B', name: 'a|b' },
  ],
  points: [
    {
      place: '1,000 rows',
      cells: [
        { medianMs: 1, interval: { low: 0.9, high: 1.2 }, steps: 4000 },
        { medianMs: null, interval: null, steps: null },
      ],
    },
  ],
  notes: [],
  environment: null,
};

test('findings, then a row for each point with time and steps of each setup', () => {
  expect(scaleMarkdown(report)).toBe(`## A \\*shop\\*

### lookup &#124; by rows of t: 2 of 2 points

- A: The time grows like n^1.00.

| Rows of t | A none | A VM steps | B a&#124;b | B VM steps |
| --: | --: | --: | --: | --: |
| 1,000 rows | 1.00 ms (0.900–1.20 ms) | 4,000 | – | – |

Times are medians per call with their 95 % interval, from paired rounds; VM steps are those of one execution with the first drawn values, counted by SQLite itself.
`);
});

test('stale results and notes are said', () => {
  const text = scaleMarkdown({
    ...report,
    isStale: true,
    notes: ['slow'],
    environment: 'SQLite 3',
  });
  expect(text).toContain('Stale: the playground has changed');
  expect(text).toContain('- slow');
  expect(text.trimEnd()).toMatch(/SQLite 3$/);
});
