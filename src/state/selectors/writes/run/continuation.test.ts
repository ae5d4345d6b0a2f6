import { describe, expect, test } from 'vitest';
import type { WritesRun } from '../../../writes-store.ts';
import {
  type InventedContender,
  inventedRun,
  playground,
} from '../techniques/writes-runs.testing.ts';
import { toEarlierWrites, writesContinuation } from './continuation.ts';

const base: InventedContender = { technique: 'insert-prepared', ms: 10 };
const json: InventedContender = { technique: 'insert-json', ms: 30 };

function found(all: readonly InventedContender[], patch: Partial<WritesRun> = {}) {
  return writesContinuation(playground, withControl(inventedRun(all, patch)), 20_000);
}

/** The baseline is sampled once more in each round, as the engine does it. */
function withControl(run: WritesRun): WritesRun {
  const ids = run.opened?.contenders.filter(({ isBaseline }) => isBaseline).map(({ id }) => id);
  const again = run.samples
    .filter(({ contenderId }) => ids?.includes(contenderId))
    .map((sample) => ({ ...sample, isControl: true, elapsedMs: sample.elapsedMs * 1.001 }));
  return { ...run, samples: [...run.samples, ...again] };
}

describe('a run that has ended', () => {
  test('says how many are open, for what the chosen time would be', () => {
    const short: InventedContender = {
      technique: 'insert-prepared-autocommit',
      ms: 400,
      rounds: 3,
      verdict: { kind: 'clearly-slower', low: 30, high: 40, rounds: 3 },
    };
    const few: InventedContender = {
      technique: 'insert-values',
      ms: 8,
      rounds: 1,
      verdict: { kind: 'too-few-runs', rounds: 1 },
    };
    expect(found([base, json, short])).toEqual({
      words: '20 s more: 1 of 3 is open',
      refusal: null,
    });
    expect(found([base, json, short, few])?.words).toBe('20 s more: 2 of 4 are open');
  });

  test('with verdicts whose intervals are wide can narrow them', () => {
    // Six rounds give an interval that reaches over all that was seen.
    const vague: InventedContender = { technique: 'insert-values', ms: 10.8, rounds: 6 };
    const run = inventedRun([{ ...base, rounds: 6 }, vague]);
    const [baseline, other] = run.opened?.contenders ?? [];
    const samples = withControl(run).samples.map((sample) =>
      sample.contenderId === other?.id && sample.round === 2
        ? { ...sample, elapsedMs: 14 }
        : sample,
    );
    expect(baseline?.isBaseline).toBe(true);
    expect(writesContinuation(playground, { ...run, samples }, 60_000)).toEqual({
      words: '60 s more: 1 of 2 has a wide interval',
      refusal: null,
    });
  });

  test('with nothing open is not continued', () => {
    const error = { code: 'time-limit' as const, message: 'Too long.' };
    const failed: InventedContender = {
      technique: 'insert-values',
      ms: 8,
      rounds: 0,
      verdict: { kind: 'failed', error },
    };
    expect(found([base, json, failed])).toEqual({
      words: 'nothing is open',
      refusal: expect.stringContaining('as narrow as'),
    });
  });

  test('without a baseline asks for medians alone', () => {
    const error = { code: 'sql-failed' as const, message: 'No.' };
    const failed: InventedContender = { ...base, rounds: 2, verdict: { kind: 'failed', error } };
    const alone = { verdict: { kind: 'too-few-runs' as const, rounds: 0 } };
    expect(found([failed, { ...json, ...alone, rounds: 12 }])?.words).toBe('nothing is open');
    expect(found([failed, { ...json, ...alone, rounds: 4 }])?.words).toContain('1 of 2 is open');
  });
});

test('before there is anything, while it measures, and when it is stale it is refused', () => {
  expect(writesContinuation(playground, undefined, 20_000)).toBeNull();
  expect(found([base, json], { samples: [] })).toBeNull();
  expect(found([base, json], { status: 'measuring' })).toBeNull();
  const { subject } = inventedRun([base, json]);
  const stale = found([base, json], { subject: { ...subject, basis: 'another' } });
  expect(stale?.refusal).toContain('has changed since');
});

test('the engine is told all that was known', () => {
  const run = inventedRun([base, json]);
  const { samples, proofs, failures } = run;
  expect(toEarlierWrites(run)).toEqual({ samples, proofs, failures, varying: [] });
  expect(toEarlierWrites({ ...run, standing: null }).varying).toEqual([]);
});
