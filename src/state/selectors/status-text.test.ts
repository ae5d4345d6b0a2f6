import { describe, expect, it } from 'vitest';
import type { Activity } from '../runs-store.ts';
import { activityFraction, statusText } from './status-text.ts';

const measuring: Activity = {
  kind: 'measuring',
  queryName: 'top',
  round: 7,
  minRounds: 12,
  maxRounds: 50,
  fraction: 0.4,
};

describe('the sentence of the live region', () => {
  it.each<[Activity, string]>([
    [{ kind: 'ready' }, 'Ready'],
    [{ kind: 'generating', progress: { phase: 'rows', fraction: 0.429 } }, 'Generating 42 %'],
    [
      {
        kind: 'generating',
        progress: { phase: 'rows', fraction: 0.42, rowsPerSecond: 1_234_567 },
      },
      'Generating 42 %, 1.2 M rows/s',
    ],
    [
      {
        kind: 'generating',
        progress: { phase: 'indexes', fraction: 0.9, rowsPerSecond: 1_234_567 },
      },
      'Building indexes 90 %',
    ],
    [measuring, 'Measuring round 7 of 12-50'],
    [{ ...measuring, round: 0 }, 'Measuring top: first runs'],
    [{ kind: 'paused' }, 'Paused while this page is hidden'],
    [{ kind: 'asking', names: ['top'], expectedMs: 84_000 }, 'Waiting for your answer'],
    [
      { kind: 'confirming', queryName: 'top', run: 2, runs: 3, fraction: 0.5 },
      'Confirming top: fresh worker 2 of 3',
    ],
    [{ kind: 'testing', fraction: 0.5 }, 'Testing this instrument 50 %'],
    [
      { kind: 'writing', text: 'Writing: making the rows', fraction: 0.1 },
      'Writing: making the rows',
    ],
    [{ kind: 'reading-pages', text: 'Reading the pages', fraction: 0.4 }, 'Reading the pages'],
    [{ kind: 'stopped' }, 'Stopped'],
  ])('says %o', (activity, text) => {
    expect(statusText(activity)).toBe(text);
  });

  it('says something of everything', () => {
    expect(statusText({ kind: 'counting', fraction: 0.1 })).toMatch(/^Counting/);
  });
});

describe('the progress bar', () => {
  it('has the fraction of whatever knows one', () => {
    expect(activityFraction(measuring)).toBe(0.4);
    expect(activityFraction({ kind: 'counting', fraction: 0.15 })).toBe(0.15);
    expect(activityFraction({ kind: 'testing', fraction: 0.5 })).toBe(0.5);
    expect(
      activityFraction({ kind: 'generating', progress: { phase: 'rows', fraction: 0.2 } }),
    ).toBe(0.2);
  });

  it('only moves while nothing is known', () => {
    expect(activityFraction({ kind: 'paused' })).toBeNull();
    expect(activityFraction({ kind: 'settling' })).toBeNull();
  });
});
