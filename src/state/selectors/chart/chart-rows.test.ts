import { expect, it } from 'vitest';
import {
  countersRows,
  distributionRows,
  emptyPictureText,
  hasNothingToDraw,
  partsNote,
  partsRows,
  ratiosRows,
  runOrderNote,
  runOrderRows,
  timesRows,
} from './chart-rows.ts';
import { detailOf, measuredQuery, threeSetups } from './measured-query.testing.ts';

const call = { prepareMs: 0.1, executeMs: 1, fetchMs: 0.2, rounds: 7 };

it('keeps a row for a setup that was not measured where rows stand side by side', () => {
  const detail = detailOf(measuredQuery());
  expect(timesRows(detail).map(({ samplesMs }) => samplesMs)).toEqual([[10, 11], [1, 1.1], []]);
  expect(ratiosRows(detail).map(({ headline }) => headline)).toEqual([
    'baseline',
    '10× faster',
    'not measured',
  ]);
});

it('puts the second samples of the baseline after its first', () => {
  const rows = runOrderRows(detailOf(measuredQuery()));
  expect(rows.map(({ letter, isControl }) => [letter, isControl])).toEqual([
    ['A', false],
    ['A', true],
    ['B', false],
  ]);
  expect(rows[1]?.samples).toEqual([
    { round: 1, perCallMs: 12 },
    { round: 2, perCallMs: 13 },
  ]);
});

it('leaves them with the setup that was the baseline when measured', () => {
  const [a, b, c] = threeSetups.setups;
  if (!a || !b || !c) throw new Error('three setups');
  const rows = runOrderRows(detailOf(measuredQuery(), { ...threeSetups, setups: [b, a, c] }));
  expect(rows.map(({ letter, name, isControl }) => [letter, name, isControl])).toEqual([
    ['A', 's2', false],
    ['B', 's1', false],
    ['B', 's1', true],
  ]);
  expect(rows.every(({ isStale }) => isStale)).toBe(true);
});

it('says which rounds are missing from the run order', () => {
  expect(runOrderNote(detailOf(measuredQuery()))).toBeUndefined();
  const discarded = { hidden: 2, overlapped: 0 };
  expect(runOrderNote(detailOf(measuredQuery({ discarded })))).toBe(
    '2 rounds discarded: the page was hidden.',
  );
});

it('knows the calls behind a sample of the distribution', () => {
  const rows = distributionRows(detailOf(measuredQuery()));
  expect(rows.map(({ letter, callsPerSample }) => [letter, callsPerSample])).toEqual([
    ['A', 4],
    ['B', 4],
  ]);
});

it('shows no counters that were not counted, and says when they would be old', () => {
  expect(countersRows(detailOf(measuredQuery())).map(({ counters }) => counters)).toEqual([
    null,
    null,
    null,
  ]);
  const changed = { ...threeSetups, schemaSql: 'CREATE TABLE t (id, other)' };
  expect(countersRows(detailOf(measuredQuery(), changed))[0]?.note).toContain('changed');
});

it('leaves it to the empty picture to say that a database is too large to be counted unasked', () => {
  const detail = detailOf(measuredQuery());
  const error = { code: 'too-large' as const, message: 'Counting needs a copy.' };
  const setups = detail.setups.map((setup) => ({
    ...setup,
    cell: { ...setup.cell, countError: error },
  }));
  const large = { ...detail, setups };
  expect(countersRows(large).map(({ note }) => note)).toEqual([undefined, undefined, undefined]);
});

it('gives parts to the setups that were sampled, and tells those of a miss', () => {
  const parts = { s1: call, s2: call };
  const detail = detailOf(measuredQuery({ parts }));
  expect(partsRows(detail).map((row) => row.parts)).toEqual([call, call, null]);
  expect(partsNote(detail)).not.toContain('cache');
  const summary = { medianMs: 1, minMs: 1, madMs: 0, samples: 2, calls: 1000, cache: null };
  const cached = measuredQuery(
    { parts: { ...parts, s3: call } },
    { summaries: { s1: summary, s2: summary, s3: summary } },
  );
  expect(partsNote(detailOf(cached))).toContain('C: parts of a miss');
});

it('says why there are no parts only when none will come', () => {
  const text = (result = measuredQuery(), isBusy = false) =>
    emptyPictureText('parts', detailOf(result), isBusy);
  expect(text()).toContain('Too slow');
  expect(text(measuredQuery(), true)).toBeUndefined();
  expect(text(measuredQuery({ status: 'stopped' }))).toContain('stopped');
  const nothing = measuredQuery({}, { reason: 'nothing-to-compare' });
  expect(emptyPictureText('samples', detailOf(nothing), false)).toContain('baseline');
  expect(emptyPictureText('samples', detailOf(measuredQuery()), false)).toBeUndefined();
});

it('has nothing to draw where the statement failed in every setup', () => {
  const error = { code: 'sql-failed' as const, message: 'No such column.' };
  const failed = measuredQuery({ rounds: [], error });
  expect(hasNothingToDraw(detailOf(failed))).toBe(true);
  expect(hasNothingToDraw(detailOf(measuredQuery({ error })))).toBe(false);
});
