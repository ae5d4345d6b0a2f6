import { describe, expect, it } from 'vitest';
import type { CacheSummary, SampleSummary } from '../../../engine/model/comparison/comparison.ts';
import type { RatioInterval } from '../../../engine/model/comparison/verdict.ts';
import type { Counters } from '../../../engine/model/counters/counters.ts';
import { verdictAnchor } from '../../../engine/statistics/words/verdict-anchor.ts';
import type { CellView } from './bench-view.ts';
import { cellWords } from './cell-words.ts';

const emptyPlan = { rows: [], badge: 'scan' as const };

function cell(patch: Partial<CellView>): CellView {
  return {
    key: 'q1/s2',
    queryId: 'q1',
    setupId: 's2',
    letter: 'B',
    isCached: false,
    progress: 'not-measured',
    isStale: false,
    badge: null,
    plan: null,
    isProvisional: false,
    summary: null,
    firstRun: null,
    counters: null,
    countError: null,
    verdict: null,
    rounds: 0,
    withheld: null,
    baselineFault: null,
    error: null,
    ...patch,
  };
}

function summary(medianMs: number, cache: CacheSummary | null = null): SampleSummary {
  return { medianMs, minMs: medianMs, madMs: 0.1, samples: 14, calls: 4, cache };
}

const firstRun = {
  status: 'ran' as const,
  setupId: 's2',
  firstRunMs: 12.3,
  rowCount: 1234,
  resultHash: 'h',
  plan: emptyPlan,
  difference: null,
};

const counters: Counters = {
  vmSteps: 400_601,
  fullScanSteps: 99_999,
  sorts: 1,
  autoIndexRows: 0,
  filterHits: 2,
  filterMisses: 3,
  pageHits: 12,
  pageMisses: 316,
  rows: 1234,
  resultHash: 'h',
  planHash: 'p',
};

const ratio: RatioInterval = { estimate: 0.17, low: 0.163, high: 0.178, level: 0.975 };
const faster = { kind: 'faster', ratio, margin: 0.05 } as const;

describe('cellWords', () => {
  it('has the plan before anything is measured', () => {
    const words = cellWords(cell({ badge: 'scan', isProvisional: true }), 'A');
    expect(words).toMatchObject({ time: '', badge: 'SCAN', headline: 'not measured', foot: '' });
    expect(words).toMatchObject({ steps: '', rows: '', round: '', methodLink: '' });
    expect(words.badgeTip).toContain('Provisional: this setup has statistics');
    const byValues = { isProvisional: true, provisionalReason: 'values' } as const;
    expect(cellWords(cell({ badge: 'scan', ...byValues }), 'A').badgeTip).toContain(
      'Provisional: the parameters take their values from the data',
    );
  });

  it('shows a first run as what it is', () => {
    const words = cellWords(cell({ progress: 'first-run', firstRun }), 'A');
    expect(words).toMatchObject({ time: '12.3 ms', headline: 'first run', isFirstRun: true });
    expect(words.rows).toBe('1,234 rows');
  });

  it('says that it measures until there is a verdict', () => {
    const measuring = cell({
      progress: 'measuring',
      firstRun,
      summary: summary(1.9),
      rounds: 3,
      verdict: { kind: 'too-few-runs', rounds: 3 },
    });
    const words = cellWords(measuring, 'A');
    expect(words).toMatchObject({ time: '1.90 ms', headline: 'measuring', isMeasuring: true });
    expect(words).toMatchObject({ round: 'round 3', rows: '1,234 rows', foot: '' });
  });

  it('never shows a ratio without its interval', () => {
    const measured = { progress: 'measured', firstRun, summary: summary(1.9), rounds: 14 } as const;
    const words = cellWords(cell({ ...measured, verdict: faster }), 'A');
    expect(`${words.headline} ${words.interval}`).toBe('5.9× faster 5.6–6.1');
    const equal = {
      kind: 'equal',
      ratio: { ...ratio, low: 0.98, high: 1.03 },
      margin: 0.05,
    } as const;
    const long = cellWords(cell({ ...measured, verdict: equal }), 'A');
    expect(long).toMatchObject({ headline: 'no meaningful difference', interval: '' });
    expect(long).toMatchObject({ foot: 'within ±5 %', rows: '1,234 rows' });
    // Where the column is narrow, the interval stands in the headline and not twice.
    expect(long).toMatchObject({ headlineNarrow: 'equal within ±5 %', footNarrow: '' });
  });

  it('never shows a cached ratio without its hits', () => {
    const cache: CacheSummary = {
      hitRatio: 0.94,
      warmHitRatio: 1,
      warmMedianMs: 0.01,
      copy: 'reference',
      draws: 1000,
      distinctKeys: 24,
    };
    const cached = cell({
      progress: 'measured',
      firstRun,
      summary: summary(0.37, cache),
      verdict: faster,
    });
    const words = cellWords(cached, 'A');
    expect(words).toMatchObject({
      hits: '94 % hits, by reference',
      hitsNarrow: '94 % hits',
      hitsShort: 'at 94 %',
    });
    expect(words.verdictTip).toContain('94 %');
  });

  it('leaves the foot to the counters where an interval can be said shortly', () => {
    const unresolved = {
      kind: 'unresolved',
      ratio: { ...ratio, low: 0.625, high: 1.1 },
      margin: 0.05,
      moreRounds: 3,
    } as const;
    const words = cellWords(
      cell({ progress: 'measured', firstRun, counters, summary: summary(1), verdict: unresolved }),
      'A',
    );
    expect(words).toMatchObject({
      headline: 'not resolved',
      interval: '1.60× faster to 1.10× slower',
      intervalNarrow: '0.91–1.60×',
      foot: '',
      steps: '400,601 steps',
    });
  });

  it('keeps the interval of a large factor beside it, but in a narrow column', () => {
    const large = {
      ...faster,
      ratio: { ...ratio, estimate: 1 / 3000, low: 1 / 3200, high: 1 / 2900 },
    };
    const words = cellWords(
      cell({ progress: 'measured', summary: summary(1), verdict: large }),
      'A',
    );
    expect(words).toMatchObject({
      headline: '3,000× faster',
      interval: '2,900–3,200',
      intervalMoved: '2,900–3,200',
      foot: '',
    });
  });

  it('labels the one run of an answer that is not ranked', () => {
    const difference = { kind: 'content', baselineRows: 3, setupRows: 3 } as const;
    const verdict = { kind: 'different-answer', difference } as const;
    const once = cellWords(cell({ progress: 'measured', firstRun, verdict }), 'A');
    expect(once).toMatchObject({ time: '12.3 ms', timeNote: 'first run', isFirstRun: true });
    const sampled = cell({ progress: 'measured', firstRun, summary: summary(1.9), verdict });
    expect(cellWords(sampled, 'A')).toMatchObject({ time: '12.3 ms', timeNote: 'first run' });
    expect(cellWords(cell({ ...sampled, verdict: faster }), 'A').timeNote).toBe('');
  });

  it('says why a setup that runs has no verdict when the baseline does not', () => {
    const ran = { progress: 'measured', firstRun } as const;
    const failed = cellWords(cell({ ...ran, baselineFault: 'failed' }), 'A');
    expect(`${failed.headline} ${failed.interval}`).toBe('A failed: nothing to compare with');
    expect(failed).toMatchObject({ time: '12.3 ms', timeNote: 'first run' });
    const slow = cellWords(cell({ ...ran, baselineFault: 'over-limit' }), 'A');
    expect(`${slow.headline} ${slow.intervalNarrow}`).toBe('A over limit: no comparison');
  });

  it('shows an error in place of a verdict', () => {
    const error = {
      code: 'sql-invalid',
      message: 'There is no column "x".',
      hint: 'Check.',
    } as const;
    const words = cellWords(cell({ error }), 'A');
    expect(words).toMatchObject({ headline: 'no plan', interval: error.message });
    expect(words.verdictTip).toBe('There is no column "x". Check.');
    expect(cellWords(cell({ error, progress: 'measured' }), 'A').headline).toBe('failed');
  });

  it('shows the limit where a time would stand', () => {
    const words = cellWords(
      cell({ progress: 'measured', verdict: { kind: 'over-limit', limitMs: 20_000 } }),
      'A',
    );
    expect(words).toMatchObject({ time: '> 20.0 s', headline: 'over the limit' });
  });

  it('says of an index that failed more than of the plan without it', () => {
    const error = { code: 'index-invalid', message: 'idx could not be created: no.' } as const;
    const words = cellWords(cell({ error, badge: 'scan', progress: 'measured' }), 'A');
    expect(words).toMatchObject({ headline: 'index failed', interval: error.message, time: '' });
  });

  it('keeps times and gives no verdict against a baseline that is one no more', () => {
    const words = cellWords(
      cell({
        withheld: 'other-baseline',
        isStale: true,
        progress: 'measured',
        summary: summary(1),
      }),
      'A',
    );
    expect(words).toMatchObject({ time: '1.00 ms', headline: 'other baseline' });
  });

  it('writes the hits as everywhere', () => {
    const cache: CacheSummary = {
      hitRatio: 0.999,
      warmHitRatio: 1,
      warmMedianMs: 0.01,
      copy: 'reference',
      draws: 1000,
      distinctKeys: 1,
    };
    const words = cellWords(cell({ progress: 'measured', summary: summary(0.37, cache) }), 'A');
    expect(words.hits).toContain('99.9 % hits');
  });

  it('says what a stale result is', () => {
    const stale = cell({ isStale: true, progress: 'measured', firstRun, summary: summary(1) });
    expect(cellWords(stale, 'A').isStale).toBe(true);
    expect(cellWords(stale, 'A').footTip).toContain('changed since');
  });

  it('links every verdict but the baseline to the method', () => {
    const measured = { progress: 'measured', firstRun, summary: summary(1) } as const;
    const link = (verdict: CellView['verdict']) =>
      cellWords(cell({ ...measured, verdict }), 'A').methodLink;
    expect(link(faster)).toBe(`measuring.html#${verdictAnchor('faster')}`);
    expect(link({ kind: 'over-limit', limitMs: 20_000 })).toContain('measuring.html#');
    expect(link({ kind: 'too-few-runs', rounds: 3 })).toContain('measuring.html#');
    expect(link({ kind: 'baseline' })).toBe('');
    expect(link(null)).toBe('');
  });

  it('links a failure too, but no fault that is not a verdict', () => {
    const error = { code: 'sql-failed', message: 'It failed.' } as const;
    const failed = cell({ error, progress: 'measured', verdict: { kind: 'failed', error } });
    expect(cellWords(failed, 'A').methodLink).toContain('measuring.html#');
    expect(cellWords(cell({ error }), 'A').methodLink).toBe('');
  });
});

describe('the counters of a cell', () => {
  it('stand beside the times, with all of them in the tooltip', () => {
    const words = cellWords(cell({ progress: 'measured', firstRun, counters }), 'A');
    expect(words).toMatchObject({ steps: '400,601 steps', rows: '1,234 rows' });
    for (const said of ['99,999 full-scan steps', '1 sort', '316 page reads', '12 found']) {
      expect(words.stepsTip).toContain(said);
    }
    expect(words.stepsTip).toContain('the same on every machine');
    expect(words.stepsTip).toContain('VM steps are not time');
    expect(words.stepsTip).not.toContain('miss:');
  });

  it('are those of a miss where there is a cache', () => {
    const words = cellWords(cell({ counters, isCached: true }), 'A');
    expect(words.stepsTip).toContain('the work of a miss');
  });

  it('say why they are not there, unless the query has failed', () => {
    const countError = { code: 'time-limit', message: 'Too long.', hint: 'Wait.' } as const;
    const words = cellWords(cell({ countError }), 'A');
    expect(words).toMatchObject({ steps: 'not counted', stepsTip: 'Too long. Wait.' });
    expect(cellWords(cell({ countError, error: countError }), 'A').steps).toBe('');
  });

  it('are confirmed or contradicted once they are counted', () => {
    const authorSteps = 'author: 42 steps';
    const confirmation = { status: 'confirmed', tip: 'Same plan.', authorSteps } as const;
    expect(cellWords(cell({ counters }), 'A', true, confirmation)).toMatchObject({
      confirmation: 'confirmed',
      confirmationTip: 'Same plan.',
    });
    expect(cellWords(cell({}), 'A', true, confirmation)).toMatchObject({
      confirmation: '',
      steps: 'author: 42 steps',
    });
    expect(cellWords(cell({ counters }), 'A').confirmation).toBe('');
  });
});
