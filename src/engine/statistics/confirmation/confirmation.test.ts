import { expect, test } from 'vitest';
import type { Standing } from '../../model/comparison/comparison.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { confirmationOf } from './confirmation.ts';
import { confirmationWords } from './confirmation-words.ts';

function standing(verdicts: Record<string, Verdict>): Standing {
  return {
    rounds: 12,
    isShort: false,
    verdicts: { A: { kind: 'baseline' }, ...verdicts },
    summaries: {},
    control: null,
    margin: 0.05,
    discarded: 0,
    spentMs: 100,
    roundMs: 8,
    next: 'done',
    reason: 'precise',
    minRounds: 12,
    maxRounds: 50,
  };
}

function measured(kind: 'faster' | 'slower' | 'equal', estimate: number): Verdict {
  const ratio = { estimate, low: estimate / 1.01, high: estimate * 1.01, level: 0.95 };
  return { kind, ratio, margin: 0.05 };
}

const unresolved: Verdict = {
  kind: 'unresolved',
  ratio: { estimate: 0.93, low: 0.85, high: 1.02, level: 0.95 },
  margin: 0.05,
  moreRounds: 9,
};
const names = { setup: 'B', baseline: 'A' };

function cellOf(...verdicts: Verdict[]) {
  const cell = confirmationOf(verdicts.map((verdict) => standing({ B: verdict }))).B;
  if (!cell) throw new Error('B was asked about');
  return cell;
}

test('a verdict stands when three workers give it, with the spread of their estimates', () => {
  const cell = cellOf(
    measured('faster', 1 / 5.6),
    measured('faster', 1 / 6.3),
    measured('faster', 1 / 6),
  );
  expect(cell).toEqual({
    status: 'stands',
    kinds: ['faster', 'faster', 'faster'],
    low: 1 / 6.3,
    high: 1 / 5.6,
  });
  expect(confirmationWords(cell, names).headline).toBe(
    'confirmed: 5.6–6.3× faster in 3 of 3 fresh workers',
  );
  expect(confirmationWords(cell, names, 'faster', 0.94).headline).toBe(
    'confirmed: 5.6–6.3× faster at 94 % hits, by reference in 3 of 3 fresh workers',
  );
});

test('one worker that says something else is enough against it', () => {
  const cell = cellOf(measured('faster', 0.8), measured('faster', 0.82), unresolved);
  expect(cell.status).toBe('disagree');
  const words = confirmationWords(cell, names);
  expect(words.headline).toBe('not confirmed: faster, faster, not resolved');
  expect(words.sentence).toContain('from −20 % to −7.0 %');
  expect(cellOf(measured('faster', 0.8), measured('slower', 1.2), unresolved).status).toBe(
    'disagree',
  );
});

test('workers that agree on another verdict do not confirm the first', () => {
  const cell = cellOf(measured('equal', 1), measured('equal', 1.02), measured('equal', 0.99));
  expect(confirmationWords(cell, names, 'faster').headline).toBe(
    'not confirmed: no meaningful difference (−1.0 % to +2.0 %) in 3 of 3 fresh workers',
  );
  expect(confirmationWords(cell, names, 'equal').headline).toMatch(
    /^confirmed: no meaningful diff/,
  );
});

test('agreement on not knowing confirms nothing', () => {
  const words = confirmationWords(cellOf(unresolved, unresolved, unresolved), names, 'unresolved');
  expect(words.headline).toMatch(/^nothing to confirm: not resolved/);
});

test('short mode: the spread is that of all rounds', () => {
  const clear = (low: number, high: number): Verdict => ({
    kind: 'clearly-slower',
    low,
    high,
    rounds: 3,
  });
  const cell = cellOf(clear(2, 2.5), clear(1.9, 2.2), clear(2.1, 3));
  expect(cell).toMatchObject({ status: 'stands', low: 1.9, high: 3 });
  expect(confirmationWords(cell, names).headline).toBe(
    'confirmed: 1.90–3.0× clearly slower in 3 of 3 fresh workers',
  );
});

test('a finding of the short mode and one of the full mode are one', () => {
  const clear: Verdict = { kind: 'clearly-faster', low: 1 / 33, high: 1 / 25, rounds: 3 };
  const three = cellOf(clear, clear, clear);
  expect(confirmationWords(three, names, 'faster').headline).toBe(
    'confirmed: 25–33× clearly faster in 3 of 3 fresh workers',
  );
  const mixed = cellOf(clear, measured('faster', 1 / 28), clear);
  expect(mixed.status).toBe('stands');
  expect(confirmationWords(mixed, names, 'clearly-faster').headline).toBe(
    'confirmed: 25–33× faster in 3 of 3 fresh workers',
  );
  expect(cellOf(clear, measured('slower', 28), clear).status).toBe('disagree');
  expect(confirmationWords(three, names, 'slower').headline).toMatch(/^not confirmed: 25–33×/);
});

test('a spread whose ends are written alike is one figure', () => {
  const cell = cellOf(
    measured('faster', 1 / 26),
    measured('faster', 1 / 26.2),
    measured('faster', 1 / 26.1),
  );
  expect(confirmationWords(cell, names, 'faster').headline).toBe(
    'confirmed: 26× faster in 3 of 3 fresh workers',
  );
});

test('a worker without a ratio leaves no spread; one without the setup did not measure it', () => {
  const failed: Verdict = { kind: 'failed', error: { code: 'sql-failed', message: 'No.' } };
  expect(cellOf(failed, failed, failed)).toMatchObject({ status: 'stands', low: null, high: null });
  expect(cellOf(failed, failed, measured('equal', 1))).toMatchObject({
    status: 'disagree',
    low: null,
  });
  const cells = confirmationOf([
    standing({ B: measured('equal', 1) }),
    standing({}),
    standing({ B: measured('equal', 1) }),
  ]);
  expect(cells.B?.kinds).toEqual(['equal', 'too-few-runs', 'equal']);
});

test('fewer workers than three decide nothing, and the baseline has no cell', () => {
  const standings = [standing({ B: unresolved }), standing({ B: unresolved })];
  expect(confirmationOf([])).toEqual({});
  expect(confirmationOf(standings)).toEqual({});
  expect(Object.keys(confirmationOf([...standings, standing({ B: unresolved })]))).toEqual(['B']);
});
