import { expect, it } from 'vitest';
import type { ConfirmedCell } from '../../../engine/model/comparison/confirmation.ts';
import type { AnswerDifference, Verdict } from '../../../engine/model/comparison/verdict.ts';
import { detailOf, faster, measuredQuery, threeSetups } from './measured-query.testing.ts';
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

it('takes clear rounds in every worker for the same finding', () => {
  const kinds = ['clearly-faster', 'clearly-faster', 'clearly-faster'] as const;
  const said = sentences(faster, { ...confirmed, kinds: [...kinds] })[0]?.confirmation;
  expect(said).toMatchObject({ status: 'confirmed' });
  expect(said?.text).not.toContain('not confirmed');
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

it('says once that the machine is busy, after the verdicts', () => {
  const ratio = { estimate: 0.1, low: 0.09, high: 0.11, level: 0.975 };
  const busy: Verdict = { kind: 'faster', ratio, margin: 0.32 };
  const verdicts = { s1: { kind: 'baseline' as const }, s2: busy, s3: busy };
  const said = verdictSentences(detailOf(measuredQuery({}, { verdicts })));
  expect(said.filter(({ text }) => text.includes('busy'))).toHaveLength(1);
  expect(said.at(-1)).toMatchObject({ letter: null });
  expect(said.at(-1)?.text).toContain('A measured against itself differed by up to 32 %');
});

it('confirms a direction without the size that fresh workers contradict', () => {
  const said = sentences(faster, { ...confirmed, low: 0.2, high: 0.25 })[0]?.confirmation;
  expect(said).toMatchObject({ status: 'in-part' });
  expect(said?.text).toContain('how much: not');
});

it('names what makes an answer change by itself', () => {
  const verdict: Verdict = {
    kind: 'different-answer',
    difference: { kind: 'unstable', baselineRows: 1, setupRows: 1 },
  };
  const verdicts = { s1: { kind: 'baseline' as const }, s2: verdict };
  const [query] = threeSetups.queries;
  const withSql = (sql: string) =>
    verdictSentences(
      detailOf(measuredQuery({}, { verdicts }), {
        ...threeSetups,
        queries: query ? [{ ...query, sql }] : [],
      }),
    )[0]?.text;
  expect(withSql("SELECT random(), datetime( 'now' )")).toContain(
    "it uses random(), datetime('now').",
  );
  expect(withSql('SELECT a FROM t LIMIT 3')).toContain('rows are in no fixed order');
});
