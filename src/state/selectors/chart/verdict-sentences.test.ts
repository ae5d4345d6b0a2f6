import { expect, it } from 'vitest';
import type { ConfirmedCell } from '../../../engine/model/comparison/confirmation.ts';
import type { AnswerDifference, Verdict } from '../../../engine/model/comparison/verdict.ts';
import { detailOf, faster, measuredQuery } from './measured-query.testing.ts';
import { verdictSentences } from './verdict-sentences.ts';

const sentences = (s2: Verdict, cell?: ConfirmedCell) => {
  const confirmation = cell ? { standings: [], cells: { s2: cell } } : null;
  const verdicts = { s1: { kind: 'baseline' as const }, s2 };
  return verdictSentences(detailOf(measuredQuery({ confirmation }, { verdicts })));
};

const confirmed: ConfirmedCell = {
  status: 'stands',
  kinds: ['faster', 'faster', 'faster'],
  low: 0.08,
  high: 0.12,
};

it('says every verdict but the baseline’s, with the way to its method', () => {
  const [only, ...others] = sentences(faster);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ letter: 'B', methodLink: 'measuring.html#faster-slower' });
  expect(only?.text).toContain('10 times faster than A');
});

it('lets what fresh workers said stand with it', () => {
  expect(sentences(faster)[0]?.confirmation).toBeNull();
  const stands = sentences(faster, confirmed)[0]?.confirmation;
  expect(stands).toMatchObject({ status: 'confirmed' });
  expect(stands?.text).toContain('3 of 3 fresh workers');
  const disagree = { ...confirmed, status: 'disagree', kinds: ['faster', 'equal', 'faster'] };
  const not = sentences(faster, disagree as ConfirmedCell)[0]?.confirmation;
  expect(not).toMatchObject({ status: 'not-confirmed' });
  expect(not?.text).toContain('do not agree');
});

it('does not call a verdict confirmed that agreeing workers contradict', () => {
  const kinds = ['equal', 'equal', 'equal'] as const;
  const said = sentences(faster, { ...confirmed, kinds: [...kinds] })[0]?.confirmation;
  expect(said?.status).toBe('not-confirmed');
});

it('offers the differing rows where they are the same each time', () => {
  const difference = (kind: AnswerDifference['kind']): Verdict => ({
    kind: 'different-answer',
    difference: { kind, baselineRows: 3, setupRows: 3 },
  });
  expect(sentences(difference('content'))[0]).toMatchObject({
    tone: 'bad',
    hasDifferingRows: true,
  });
  const [unstable] = sentences(difference('unstable'));
  expect(unstable?.hasDifferingRows).toBe(false);
  expect(unstable?.text).toMatch(/^Not deterministic/);
});
