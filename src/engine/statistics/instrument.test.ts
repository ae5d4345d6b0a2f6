// The words about the instrument, from standings made as the product makes them.
import { describe, expect, it } from 'vitest';
import type { MeasuredRound, Standing } from '../model/comparison/comparison.ts';
import type { InstrumentReading } from '../model/instrument/instrument.ts';
import { instrumentReport } from './instrument.ts';
import { standingOf } from './standing.ts';

const isolated = { tickMs: 0.005, isIsolated: true };

/** 12 rounds of a call of `timeMs`; the copy takes `copy` times as long, the control wobbles. */
function reading(name: string, timeMs: number, { copy = 1, noise = 0.01 } = {}): InstrumentReading {
  const rounds: MeasuredRound[] = Array.from({ length: 12 }, (_, round) => {
    const wobble = 1 + noise * ((round % 5) - 2);
    return {
      samples: { a: sample(timeMs), b: sample(timeMs * copy * (1 + 0.01 * (round % 3))) },
      control: sample(timeMs * wobble),
    };
  });
  return { name, baselineId: 'a', setupId: 'b', standing: standing(rounds) };
}

function standing(rounds: MeasuredRound[]): Standing {
  return standingOf({
    baselineId: 'a',
    comparedIds: ['b'],
    unmeasured: {},
    rounds,
    isShort: false,
    spentMs: 100,
    budgetMs: 3000,
    discarded: 0,
    maxRounds: 50,
    roundMs: 8,
    distinctKeys: 0,
  });
}

function sample(perCallMs: number) {
  return { perCallMs, calls: 1, hits: null, warmPerCallMs: null, warmHits: null };
}

const quiet = [
  reading('key lookups', 0.002),
  reading('index ranges', 0.098),
  reading('whole-table scans', 10.2),
];

describe('a quiet machine', () => {
  const report = instrumentReport(quiet, isolated);

  it('is good, and says from which size on it can tell effects', () => {
    expect(report.level).toBe('good');
    expect(report.headline).toBe(
      'This machine can now tell differences beyond 1.05× for key lookups of 2.00 µs, 1.05× for index ranges of 98.0 µs and 1.05× for whole-table scans of 10.2 ms.',
    );
    expect(report.sentences).toContain('Trust the verdicts.');
    expect(report.queries.map(({ verdict }) => verdict.kind)).toEqual(['equal', 'equal', 'equal']);
  });

  it('says how much a setup differed from itself', () => {
    expect(report.sentences[0]).toMatch(
      /^A setup measured against itself differed by up to 1\.0\d×\.$/,
    );
  });

  it('says the tick, and what isolation means', () => {
    expect(report.sentences.at(-2)).toContain('steps of 5.00 µs');
    expect(report.sentences.at(-1)).toContain('is cross-origin isolated');
    const coarse = instrumentReport(quiet, { tickMs: 1, isIsolated: false });
    expect(coarse.sentences.at(-2)).toContain('steps of 1.00 ms');
    expect(coarse.sentences.at(-1)).toContain('is not cross-origin isolated');
  });
});

describe('a busy machine', () => {
  it('is fair while it can tell a time from its double', () => {
    const busy = reading('index ranges', 0.1, { noise: 0.1 });
    const report = instrumentReport([reading('key lookups', 0.002), busy], isolated);
    expect(report.level).toBe('fair');
    expect(report.headline).toMatch(
      /^This machine is busy: now only effects beyond 1\.\d\d× are sure to be ranked \(1\.05× for key lookups/,
    );
    expect(report.sentences.join(' ')).toContain('Close other programs');
    expect(report.sentences).not.toContain('Trust the verdicts.');
  });

  it('is poor beyond that', () => {
    const report = instrumentReport([reading('key lookups', 0.002, { noise: 0.4 })], isolated);
    expect(report.level).toBe('poor');
    expect(report.sentences.join(' ')).toContain('Do not compare now.');
  });
});

describe('a false verdict', () => {
  const report = instrumentReport(
    [reading('key lookups', 0.002), reading('whole-table scans', 10, { copy: 1.3 })],
    isolated,
  );

  it('makes it poor, however quiet the machine is', () => {
    expect(report.level).toBe('poor');
    expect(report.headline).toBe(
      'Two equal setups were called different: do not trust verdicts now.',
    );
    expect(report.queries.map(({ isFalse }) => isFalse)).toEqual([false, true]);
  });

  it('is named, with its interval', () => {
    expect(report.sentences[0]).toBe(
      'Of two equal setups the one was called 1.31× slower (1.31–1.32) for whole-table scans.',
    );
    expect(report.sentences).not.toContain('Trust the verdicts.');
  });
});

describe('a test that did not come to its end', () => {
  it('says nothing about the machine', () => {
    const unfinished = { ...reading('key lookups', 0.002), standing: standing([]) };
    const report = instrumentReport([unfinished], isolated);
    expect(report).toMatchObject({ level: 'poor', queries: [{ medianMs: null, control: null }] });
    expect(report.headline).toContain('did not come to its end');
    expect(report.sentences[0]).toContain('There is no interval for key lookups');
    expect(instrumentReport([], isolated).level).toBe('poor');
  });

  it('says what it can where one size of query had too few rounds', () => {
    const slow = { ...reading('whole-table scans', 17), standing: standing([]) };
    const report = instrumentReport([reading('key lookups', 0.002), slow], isolated);
    expect(report.level).toBe('poor');
    expect(report.headline).toMatch(/only effects beyond .*\), and none for whole-table scans\.$/);
  });

  it('passes on why a query failed', () => {
    const { standing: whole, ...rest } = reading('key lookups', 0.002);
    const error = { code: 'sql-failed' as const, message: 'no such table: readings' };
    const failed = { ...whole, control: null, verdicts: { b: { kind: 'failed' as const, error } } };
    const report = instrumentReport([{ ...rest, standing: failed }], isolated);
    expect(report.level).toBe('poor');
    expect(report.sentences[0]).toContain('no such table: readings');
  });
});
