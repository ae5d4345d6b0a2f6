import { expect, test } from 'vitest';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { Counters } from '../../../engine/model/counters/counters.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import { productsAndOrders } from '../../../examples/products-and-orders.ts';
import type { ScalePoint, ScaleRun } from '../../scale-store.ts';
import { firstSettings } from '../../scale-store.ts';
import { scaleForm } from './scale-form.ts';
import { outcomeAt } from './scale-outcome.ts';
import { scaleResults, scaleResultsMarkdown } from './scale-results.ts';
import { scaleChoice, scaleSubject } from './scale-subject.ts';

const { playground } = productsAndOrders;
const [a, b] = playground.setups as [Setup, Setup];

const counters: Counters = {
  vmSteps: 0,
  fullScanSteps: 0,
  sorts: 0,
  autoIndexRows: 0,
  filterHits: 0,
  filterMisses: 0,
  pageHits: 0,
  pageMisses: 0,
  rows: 1,
  resultHash: '',
  planHash: '',
};

/** A point where A takes `msA` and B `msB`, each in 12 samples that scatter by 2 %. */
function pointAt(x: number, msA: number, msB: number, patch: Partial<ScalePoint> = {}): ScalePoint {
  const cell = (setupId: string, ms: number, vmSteps: number) => ({
    firstRun: null,
    samplesMs: Array.from({ length: 12 }, (_, at) => ms * (0.99 + 0.002 * at)),
    counts: { status: 'counted' as const, setupId, counters: { ...counters, vmSteps } },
  });
  const ratio = {
    estimate: msB / msA,
    low: (0.98 * msB) / msA,
    high: (1.02 * msB) / msA,
    level: 0.95,
  };
  const verdict: Verdict =
    ratio.high < 0.95
      ? { kind: 'faster', ratio, margin: 0.05 }
      : ratio.low > 1.05
        ? { kind: 'slower', ratio, margin: 0.05 }
        : { kind: 'equal', ratio, margin: 0.05 };
  return {
    x,
    value: null,
    rowCount: x,
    cells: { [a.id]: cell(a.id, msA, 10 * x), [b.id]: cell(b.id, msB, 40) },
    standing: {
      rounds: 12,
      isShort: false,
      verdicts: { [a.id]: { kind: 'baseline' }, [b.id]: verdict },
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
    },
    status: 'done',
    error: null,
    ...patch,
  };
}

function runOf(points: ScalePoint[], patch: Partial<ScaleRun> = {}): ScaleRun {
  const settings = { ...firstSettings, leftOutIds: ['s3'] };
  const choice = scaleChoice(playground, settings, null, 'q1');
  if (!choice) throw new Error('nothing to scale');
  return {
    subject: scaleSubject(playground, settings, choice),
    steps: points.map(({ x }) => x),
    points,
    environment: null,
    status: 'done',
    error: null,
    flip: null,
    ...patch,
  };
}

/** A scan whose time is n, against a lookup whose time is 1 ms: they cross at 1,000 rows. */
const linear = [100, 300, 1000, 3000, 10_000].map((rows) => pointAt(rows, rows / 1000, 1));

function texts(run: ScaleRun, of: Playground = playground): string[] {
  return (scaleResults(of, run)?.findings ?? []).map(
    ({ letters, text }) => `${letters.join('')}: ${text}`,
  );
}

test('says how each setup grows and where the winner changes', () => {
  expect(texts(runOf(linear))).toEqual([
    'A: The time grows in proportion to the rows (n^1.00). The work in VM steps grows in proportion to the rows (n^1.00).',
    'B: The time does not grow. The work in VM steps does not grow.',
    'AB: Up to 300 rows A is faster than B, from 3,000 rows on B is faster than A. They cross near 1,000 rows.',
  ]);
  const results = scaleResults(playground, runOf(linear));
  expect(results?.crossovers[0]?.x).toBeCloseTo(1000, -1);
  expect(results?.series[0]?.points[0]).toMatchObject({ x: 100, steps: 1000 });
  expect(results?.series[0]?.points[0]?.interval?.low).toBeLessThan(0.1);
  expect(results?.heading).toBe('expensive in a category by rows of products: 5 of 5 points');
});

test('growth says once what it needs', () => {
  const few = texts(runOf(linear.slice(0, 2)));
  expect(few.filter((text) => text.includes('rowth'))).toEqual([
    ': Growth needs 4 sizes over a tenfold range; 2 so far.',
  ]);
});

test('an unfinished point is drawn while it is measured, and never spoken of', () => {
  const points = [...linear.slice(2), pointAt(30_000, 1, 30, { status: 'measuring' })];
  const view = (patch: Partial<ScaleRun>) => scaleResults(playground, runOf(points, patch));
  const live = view({ status: 'measuring' });
  expect(live?.series[0]?.points).toHaveLength(4);
  expect(live?.findings.map(({ text }) => text).join()).toContain('3 so far');
  expect(live?.findings.at(-1)?.text).toMatch(/^Up to 1,000 rows .* on B is faster than A/);
  const stopped = view({ status: 'stopped' });
  expect(stopped?.series[0]?.points).toHaveLength(3);
  expect(stopped?.heading).toContain('3 of 4 points, stopped');
  const failed = pointAt(30_000, 1, 30, { error: { code: 'too-large', message: 'Lost.' } });
  expect(texts(runOf([...linear.slice(2), failed])).at(-1)).toMatch(/on B is faster than A\./);
});

test('results of another playground text are stale, names do not matter', () => {
  const run = runOf(linear);
  expect(scaleResults(playground, run)?.isStale).toBe(false);
  const renamed = playground.setups.map((setup) => ({ ...setup, name: 'x' }));
  expect(scaleResults({ ...playground, setups: renamed }, run)?.isStale).toBe(false);
  const recipe = { ...playground.recipe, seed: 1 };
  expect(scaleResults({ ...playground, recipe }, run)?.isStale).toBe(true);
  expect(scaleResults({ ...playground, setups: [a] }, run)?.isStale).toBe(true);
  expect(scaleResults({ ...playground, queries: [] }, run)?.isStale).toBe(true);
});

test('what failed, was slow or went over the limit is named with its place', () => {
  const error = { code: 'time-limit', message: 'too slow' } as const;
  const over = pointAt(10_000, 5, 1);
  const overCell = { ...over.cells[a.id], samplesMs: [], counts: null };
  const run = runOf([
    { ...pointAt(1000, 1, 1), standing: { ...linear[0]?.standing, isShort: true } as never },
    {
      ...over,
      cells: {
        ...over.cells,
        [a.id]: { ...overCell, firstRun: { status: 'failed', setupId: a.id, error } },
      },
    },
    pointAt(30_000, 1, 1, { error: { code: 'too-large', message: 'No memory.' } }),
  ]);
  expect(scaleResults(playground, run)?.notes).toEqual([
    'At 30,000 rows: No memory.',
    'A at 10,000 rows: over the limit of 20 s.',
    expect.stringContaining('Slow at 1,000 rows: three rounds only'),
  ]);
  const [, tooSlow] = run.points as [ScalePoint, ScalePoint];
  expect(outcomeAt(tooSlow, [a.id, b.id])).toBe('setup');
  expect(outcomeAt(tooSlow, [b.id, a.id])).toBe('baseline');
});

test('a flip is said with its bracket, and a search that ended early says so', () => {
  const flip: ScaleRun['flip'] = {
    setupIds: [a.id, b.id],
    probes: [
      { x: 100, outcome: 'baseline' },
      { x: 10_000, outcome: 'setup' },
    ],
    result: { kind: 'flip', below: 'baseline', above: 'setup', low: 950, high: 1040 },
  };
  expect(texts(runOf(linear, { flip })).at(-1)).toBe(
    'AB: The flip lies between 950 rows and 1,040 rows: below it A is faster than B, above it B is faster than A (2 probes).',
  );
  expect(scaleResults(playground, runOf(linear, { flip }))?.bracket).toMatchObject({
    low: 950,
    high: 1040,
  });
  const ended = runOf(linear, { flip: { ...flip, result: null }, status: 'stopped' });
  expect(texts(ended).at(-1)).toContain('ended after 2 probes');
});

test('the Markdown has a row for each point', () => {
  const run = runOf(linear);
  const results = scaleResults(playground, run);
  if (!results) throw new Error('no results');
  const text = scaleResultsMarkdown(playground.title, run, results);
  expect(text.split('\n').filter((line) => /^\| [\d,]+ rows/.test(line))).toHaveLength(5);
  expect(text).toContain('- A: The time grows in proportion to the rows');
});

test('the fields follow the playground and say what a run costs or why there is none', () => {
  const runs = { inspection: null, activity: { kind: 'ready' } } as const;
  const form = scaleForm(playground, firstSettings, runs, 'q3');
  expect(form).toMatchObject({
    queryId: 'q3',
    axis: 'rows',
    rows: '20000',
    axisNote: "Parameters that range over a table's rows follow them: :id (products).",
    flipIds: ['s1', 's2'],
    refusal: null,
  });
  expect(form.plan).toMatch(/^5 points, 300 to 20,000 rows of products, 3 setups: about \d+ s$/);
  expect(form.rowChoices.at(-1)?.value).toBe('2500000');
  const alone = scaleForm(playground, { ...firstSettings, leftOutIds: ['s2', 's3'] }, runs, null);
  expect(alone.flipRefusal).toContain('two setups');
  const empty = scaleForm({ ...playground, queries: [] }, firstSettings, runs, null);
  expect(empty.refusal).toContain('no query');
  const bare = { ...playground, recipe: { ...playground.recipe, rows: {} } };
  expect(scaleForm(bare, firstSettings, runs, null).refusal).toContain('nothing to scale');
  const imported = {
    imageId: 'i0123456789abcdef',
    fileName: 'shop.db',
    sizeBytes: 1,
    tables: [],
    engine: 'sql.js' as const,
  };
  const ofFile = scaleForm({ ...playground, imported }, firstSettings, runs, 'q3');
  expect(ofFile.refusal).toContain('shop.db, which has one size');
  expect(ofFile.plan).toBe('');
});
