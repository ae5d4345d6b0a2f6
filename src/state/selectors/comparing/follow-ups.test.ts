import { expect, it } from 'vitest';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import { measuredQuery, threeSetups } from '../chart/measured-query.testing.ts';
import { confirmWords, countWorkWords, followUpRefusal, followUps } from './follow-ups.ts';

const ratio = { estimate: 1.04, low: 0.98, high: 1.1, level: 0.975 };
const open = (moreRounds: number): Verdict => ({
  kind: 'unresolved',
  ratio,
  margin: 0.05,
  moreRounds,
});
const after = (s2: Verdict, roundMs = 400) =>
  followUps(
    threeSetups,
    measuredQuery({}, { verdicts: { s1: { kind: 'baseline' }, s2 }, roundMs }),
    10_000,
  );

it('offers what would resolve a verdict, and never promises more than one request does', () => {
  expect(after(open(24))).toEqual({ more: 'about 24 more rounds, 10 s', canConfirm: false });
  expect(after(open(1), 100).more).toBe('about 1 more round, under 1 s');
  expect(after(open(240)).more).toBe('10 s, of about 240 more rounds');
  expect(after(open(240), 1).more).toBe('50 of about 240 more rounds');
});

it('offers Confirm for what says something about the times, while it is fresh', () => {
  const result = measuredQuery();
  expect(followUps(threeSetups, result, 10_000)).toEqual({ more: null, canConfirm: true });
  const changed = { ...threeSetups, schemaSql: 'CREATE TABLE t (id, other)' };
  expect(followUps(changed, result, 10_000).canConfirm).toBe(false);
  expect(followUps(threeSetups, { ...result, status: 'measuring' }, 10_000).canConfirm).toBe(false);
  expect(followUps(threeSetups, undefined, 10_000)).toEqual({ more: null, canConfirm: false });
});

it('says which fresh worker measures, and that some were stopped', () => {
  const activity = {
    kind: 'confirming',
    queryName: 'dear',
    run: 2,
    runs: 3,
    fraction: 0.4,
  } as const;
  expect(confirmWords(activity, 'dear', 1)).toBe('fresh worker 2 of 3');
  expect(confirmWords(activity, 'another', null)).toBe('in 3 fresh workers');
  expect(confirmWords({ kind: 'ready' }, 'dear', 3)).toBe('again in 3 fresh workers');
  expect(confirmWords({ kind: 'stopped' }, 'dear', 1)).toContain('stopped after 1 of 3');
  expect(followUpRefusal(activity)).toContain('Stop');
  expect(followUpRefusal({ kind: 'stopped' })).toBeNull();
});

it('offers to count what was left out because of its size', () => {
  const tooLarge = { code: 'too-large', message: 'Too large.' } as const;
  expect(countWorkWords([{ countError: null }, { countError: tooLarge }], 168_000_000)).toBe(
    '168 MB: needs a second copy in memory',
  );
  const other = { code: 'time-limit', message: 'Too long.' } as const;
  expect(countWorkWords([{ countError: null }, { countError: other }], 168_000_000)).toBeNull();
});
