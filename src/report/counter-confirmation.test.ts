import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counters } from '../engine/model/counters/counters.ts';
import { toSharedCounters } from '../share/link-counters.ts';
import { anyCount } from '../share/playgrounds.testing.ts';
import {
  compareCounters,
  counterConfirmationWords,
  summarizeCounters,
} from './counter-confirmation.ts';

const own: Counters = {
  vmSteps: 800,
  fullScanSteps: 0,
  sorts: 0,
  autoIndexRows: 0,
  filterHits: 0,
  filterMisses: 0,
  pageHits: 103,
  pageMisses: 5,
  rows: 99,
  resultHash: '0123456789abcdef',
  planHash: 'fedcba9876543210',
};
const author = toSharedCounters(own);

describe('counters of an author', () => {
  it('are confirmed by the same ones, their hashes cut short', () => {
    const outcome = compareCounters(author, own);
    expect(outcome).toEqual({ status: 'confirmed' });
    expect(counterConfirmationWords(outcome)).toBe(
      'confirmed: same plan, same VM steps, same result hash',
    );
  });

  it('are contradicted by others, which are named', () => {
    const outcome = compareCounters({ ...author, vmSteps: 400_601 }, own);
    expect(outcome).toEqual({
      status: 'contradicted',
      differences: [{ what: 'VM steps', author: '400,601', own: '800' }],
    });
    expect(counterConfirmationWords(outcome)).toBe(
      "contradicted: VM steps 400,601 at the author's, 800 here",
    );
  });

  it('say the plan, the VM steps and the result first', () => {
    const other = { ...author, pageMisses: 6, rows: 1, vmSteps: 1, resultHash: 'ffffffff' };
    const outcome = compareCounters({ ...other, planHash: '00000000' }, own);
    expect(counterConfirmationWords(outcome)).toBe(
      "contradicted: another plan; VM steps 1 at the author's, 800 here; result hash ffffffff at the author's, 01234567 here; 2 more differences",
    );
  });

  it('without a hash are confirmed by nothing', () => {
    expect(compareCounters({ ...author, resultHash: '' }, own).status).toBe('contradicted');
  });

  it('are contradicted by any difference at all', () => {
    fc.assert(
      fc.property(
        anyCount,
        fc.constantFrom(...(Object.keys(own) as (keyof Counters)[])),
        (counters, key) => {
          expect(compareCounters(counters, counters).status).toBe('confirmed');
          const value = counters[key];
          const changed = typeof value === 'number' ? value + 1 : `x${value.slice(1)}`;
          const outcome = compareCounters({ ...counters, [key]: changed }, counters);
          expect(outcome).toMatchObject({ status: 'contradicted', differences: [{}] });
        },
      ),
    );
  });

  it('are summed up over all cells', () => {
    const counters = { sqliteVersion: '3.54.1', cells: [[author, null, author], [author]] };
    const other = { ...own, vmSteps: 1 };
    expect(summarizeCounters(counters, [[own, own, own], [own]], '3.54.1')).toEqual({
      confirmed: 3,
      contradicted: 0,
      open: 0,
      sentence: 'Confirmed in 3 of 3 cells: same plan, same VM steps, same result hash.',
    });
    expect(summarizeCounters(counters, [[own, own, null]], '3.54.1')).toMatchObject({
      confirmed: 1,
      open: 2,
      sentence: expect.stringMatching(/^Confirmed in 1 of 3 cells: .* 2 not counted here yet\.$/),
    });
    expect(summarizeCounters(counters, [], '3.54.1').sentence).toBe(
      'The author counted 3 cells; nothing has been counted here yet.',
    );
    expect(summarizeCounters(counters, [[other]], '3.54.1').sentence).toMatch(
      /^Contradicted in 1 of 3/,
    );
    expect(summarizeCounters(counters, [[other]], '3.55.0').sentence).toContain(
      'The author counted with SQLite 3.54.1, this page with 3.55.0',
    );
  });
});
