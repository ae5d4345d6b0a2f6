import { expect, test } from 'vitest';
import { writesTechniqueResults } from './technique-results.ts';
import { inventedRun, playground } from './writes-runs.testing.ts';

const latency = (latencyMs: number) => ({ latencyMs });

const usual = [
  { technique: 'insert-prepared-autocommit', ms: 310, roundTrips: 10_000 },
  { technique: 'insert-literal', ms: 30, roundTrips: 10_002 },
  { technique: 'insert-prepared', ms: 10, roundTrips: 10_002 },
  { technique: 'insert-values', ms: 7, roundTrips: 12, batchSize: 1000 },
] as const;

test('says what the transaction, preparing and batching bring, each with its interval', () => {
  const results = writesTechniqueResults(playground, inventedRun(usual), latency(0));
  const texts = results?.frame.findings.map(({ text }) => text) ?? [];
  expect(texts[0]).toMatch(
    /^One transaction for all rows is 31× faster than a transaction for each row \(\d+–\d+\)\.$/,
  );
  expect(texts[1]).toMatch(
    /^Preparing the statement once, .* is 3\.0× faster than .*\(\S+–\S+\)\.$/,
  );
  expect(texts[2]).toMatch(/^1,000 rows a statement is 1\.4\d× faster than one row a statement/);
  expect(texts[3]).toMatch(/^The most rows a second: multi-row VALUES × 1,000, 1\.4 M rows\/s/);
  expect(results?.frame.findings.every(({ explanation }) => explanation.length > 40)).toBe(true);
});

test('has a row and a lane for every contender, by technique and then by setup', () => {
  const run = inventedRun([
    { technique: 'insert-prepared-autocommit', ms: 300 },
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-prepared-autocommit', ms: 500, setup: 1 },
    { technique: 'insert-prepared', ms: 25, setup: 1 },
  ]);
  const results = writesTechniqueResults(playground, run, latency(0));
  expect(results?.rows.map(({ name, letter }) => `${name} ${letter}`)).toEqual([
    'prepared, autocommit A',
    'prepared, autocommit B',
    'prepared, one transaction A',
    'prepared, one transaction B',
  ]);
  expect(results?.bars.map(({ isBaseline, lanes }) => [isBaseline, lanes.length])).toEqual([
    [true, 2],
    [false, 2],
  ]);
  expect(results?.rows[2]?.figures.time?.text).toBe('10.0 ms');
  expect(results?.rows[2]?.figures.rate?.text).toBe('1.0 M rows/s');
  expect(results?.rows[2]?.tone).toBe('ok');
  expect(results?.rows[2]?.figures.simulated).toBeUndefined();
  expect(results?.frame.heading).toBe('10,000 inserts into products');
});

test('adds the latency to the measured time and never calls it measured', () => {
  const results = writesTechniqueResults(playground, inventedRun(usual), latency(5));
  const prepared = results?.rows.find(({ name }) => name === 'prepared, one transaction');
  expect(prepared?.figures.simulated?.text).toBe('50.0 s');
  expect(prepared?.figures.simulated?.explanation).toBe(
    'Simulated, not measured: 50.0 s = 10.0 ms measured + 10,002 round trips × 5 ms.',
  );
  expect(prepared?.figures.time?.text).toBe('10.0 ms');
  const told = results?.frame.findings.filter(({ isSimulated }) => isSimulated) ?? [];
  expect(told.map(({ text }) => text)).toEqual([
    'Simulated with 5 ms for each round trip: multi-row VALUES × 1,000 67.0 ms (12 round trips × 5 ms), prepared, autocommit 50.3 s (10,000 round trips × 5 ms), 750× as long.',
  ]);
});

test('does not rank a technique whose table ends otherwise, and says how', () => {
  const run = inventedRun([
    usual[0],
    {
      ...usual[2],
      verdict: {
        kind: 'different-answer',
        difference: { kind: 'count', setupRows: 9990, baselineRows: 10_000 },
      },
    },
  ]);
  const results = writesTechniqueResults(playground, run, latency(0));
  expect(results?.frame.findings).toEqual([]);
  expect(results?.rows[1]?.isRanked).toBe(false);
  expect(results?.rows[1]?.figures.speed).toMatchObject({
    text: 'not ranked',
    detail: 'the table ends otherwise: 9,990 rows instead of 10,000',
  });
  expect(results?.unranked).toEqual([
    {
      letter: 'A',
      name: 'prepared, one transaction',
      kind: 'otherwise',
      reason:
        'prepared, one transaction leaves 9,990 rows in the table, prepared, autocommit 10,000. Their times are not compared.',
    },
  ]);
});

test('lists what failed and what could not apply, once where it holds in every setup', () => {
  const run = inventedRun([usual[0], usual[2]]);
  const [, second] = run.opened?.contenders ?? [];
  if (!second || !run.opened) throw new Error('not open');
  const refused = ['s1', 's2'].map((groupId) => ({
    contender: { ...second, id: `x ${groupId}`, groupId, technique: 'insert-then-index' as const },
    reason: 'The table has no index that could be dropped.',
  }));
  const results = writesTechniqueResults(
    playground,
    {
      ...run,
      opened: { ...run.opened, refused },
      failures: { [second.id]: { code: 'sql-failed', message: 'UNIQUE constraint failed.' } },
    },
    latency(0),
  );
  expect(results?.unranked.map(({ kind, letter, reason }) => [kind, letter, reason])).toEqual([
    ['failed', 'A', 'UNIQUE constraint failed.'],
    ['refused', null, 'The table has no index that could be dropped.'],
  ]);
  expect(results?.rows[1]?.figures.speed?.text).toBe('failed');
});

test('shows what there is while it measures, and says nothing without an interval', () => {
  const run = inventedRun(
    usual.map((each) => ({ ...each, rounds: 2 })),
    { status: 'measuring' },
  );
  const results = writesTechniqueResults(playground, run, latency(0));
  expect(results?.frame.findings).toEqual([]);
  expect(results?.frame.fraction).toBe(1);
  expect(results?.rows[2]?.figures.time).toMatchObject({ detail: '2 runs: 9.80–9.90 ms' });
  expect(results?.rows[1]?.figures.rate?.detail).toBe('330,000–340,000');
  expect(results?.rows[2]?.figures.time?.explanation).toContain('Below 6 runs');
  expect(results?.frame.count).toBeNull();
});

test('shows one run as one run, without a range', () => {
  const run = inventedRun([{ ...usual[2], rounds: 1 }]);
  const [row] = writesTechniqueResults(playground, run, latency(0))?.rows ?? [];
  expect(row?.figures.time).toMatchObject({ text: '9.80 ms', detail: '1 run' });
  expect(row?.figures.time?.explanation).not.toContain('Median');
  expect(row?.figures.rate?.detail).toBe('1 run');
});

test('names a batch by the rows that there are', () => {
  const run = inventedRun([usual[2], usual[3]]);
  if (!run.opened) throw new Error('not open');
  const small = { ...run, opened: { ...run.opened, rows: 100 } };
  const results = writesTechniqueResults(playground, small, latency(0));
  expect(results?.rows[1]?.name).toBe('multi-row VALUES × 100');
  expect(results?.frame.findings[0]?.text).toMatch(/^100 rows a statement/);
});

test('says that the time was short for most of what was measured, but not after Stop', () => {
  const notesOf = (status: 'done' | 'stopped' | 'measuring', rounds = 3) => {
    const run = inventedRun(
      usual.map((each) => ({ ...each, rounds })),
      { status },
    );
    return writesTechniqueResults(playground, run, latency(0))?.frame.notes.join(' ');
  };
  expect(notesOf('done')).toContain(
    'The time was shared by 4 measurements: all got too few runs for an interval, and are called clearly faster or slower only where every run lies on the same side, beyond 25 % and beyond the noise.',
  );
  expect(notesOf('done', 2)).toContain(
    'The time was shared by 4 measurements: all got fewer than 3 runs, and are not compared.',
  );
  // Too few for an interval, however many more than three.
  expect(notesOf('done', 5)).toContain('all got too few runs for an interval');
  expect(notesOf('done')).toMatch(/Choose more time or fewer rows\.$/);
  expect(notesOf('stopped')).not.toContain('shared');
  expect(notesOf('measuring')).not.toContain('shared');
  expect(notesOf('done', 15)).not.toContain('shared');
});

test('tells those that the short rule judges from those that nothing does', () => {
  const rounds = [2, 3, 15, 15];
  const run = inventedRun(usual.map((each, at) => ({ ...each, rounds: rounds[at] ?? 0 })));
  const notes = writesTechniqueResults(playground, run, latency(0))?.frame.notes.join(' ');
  expect(notes).toMatch(/: 1 of them got too few runs for an interval, .*; 1 of them got fewer /);
});

test('compares nothing where the baseline is not ranked, and says so', () => {
  const run = inventedRun(usual);
  const [baseline] = run.opened?.contenders ?? [];
  const cell = run.standing?.cells[baseline?.id ?? ''];
  if (!run.standing || !baseline || !cell) throw new Error('nothing was measured');
  const difference = { kind: 'count' as const, setupRows: 1, baselineRows: 2 };
  const verdict = { kind: 'different-answer' as const, difference };
  // As the engine judges such a group.
  const judged = Object.entries(run.standing.cells).map(([id, each]) => [
    id,
    { ...each, verdict: { kind: 'too-few-runs' as const, rounds: 0 } },
  ]);
  const cells = { ...Object.fromEntries(judged), [baseline.id]: { ...cell, verdict } };
  const standing = { ...run.standing, cells, margins: {} };
  const results = writesTechniqueResults(playground, { ...run, standing }, latency(0));
  expect(results?.frame.findings).toEqual([]);
  expect(results?.frame.lack).toMatch(/^Without its baseline, which is not ranked, nothing /);
});

test('says first that nothing could be measured, and why', () => {
  const run = inventedRun([usual[0], usual[2]].map((each) => ({ ...each, rounds: 0 })));
  const failures = Object.fromEntries(
    (run.opened?.contenders ?? []).map(({ id }) => [
      id,
      {
        code: 'sql-failed' as const,
        message: 'The inserts into t failed: CHECK constraint failed.',
      },
    ]),
  );
  const failed = writesTechniqueResults(playground, { ...run, failures }, latency(0));
  expect(failed?.frame.lack).toBe(
    'Nothing could be measured, everything failed: The inserts into t failed: CHECK constraint failed.',
  );
});

test('speaks of three slow runs only when all of them agree', () => {
  const run = inventedRun([
    { technique: 'insert-prepared-autocommit', ms: 6000, rounds: 3 },
    {
      technique: 'insert-prepared',
      ms: 100,
      rounds: 3,
      verdict: { kind: 'clearly-faster', low: 1 / 62, high: 1 / 58, rounds: 3 },
    },
  ]);
  const [finding] = writesTechniqueResults(playground, run, latency(0))?.frame.findings ?? [];
  expect(finding?.text).toBe(
    'One transaction for all rows is clearly faster than a transaction for each row (58–62×, 3 of 3 runs).',
  );
});

test('is stale once the playground has changed, and keeps its figures', () => {
  const changed = { ...playground, schemaSql: `${playground.schemaSql} -- changed` };
  const results = writesTechniqueResults(changed, inventedRun(usual), latency(0));
  expect(results?.frame.isStale).toBe(true);
  expect(results?.rows).toHaveLength(4);
  expect(results?.frame.count?.refusal).toContain('changed');
});

test('shows counted work, and what could not be counted', () => {
  const run = inventedRun([usual[0], usual[2]]);
  const [one, other] = run.opened?.contenders ?? [];
  const results = writesTechniqueResults(
    playground,
    {
      ...run,
      counts: [
        {
          status: 'counted',
          contenderId: one?.id ?? '',
          counters: { vmSteps: 120_000, pagesWritten: 30_000 },
        },
        {
          status: 'failed',
          contenderId: other?.id ?? '',
          error: { code: 'sql-failed', message: 'It was too slow.' },
        },
      ],
    },
    latency(0),
  );
  expect(results?.rows[0]?.figures.work).toMatchObject({
    text: '120,000',
    detail: '30,000 pages',
  });
  expect(results?.rows[1]?.figures.work?.text).toBe('failed');
  // It is counted: nothing is left to press.
  expect(results?.frame.count).toBeNull();
  expect(writesTechniqueResults(playground, run, latency(0))?.frame.count?.refusal).toBeNull();
  expect(results?.frame.notes.join(' ')).toMatch(
    /official build .* fresh copy .* real COMMIT\..* not be counted of prepared, one transaction in A\./,
  );
});
