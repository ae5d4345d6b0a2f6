import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counters } from '../engine/model/counters/counters.ts';
import { toSharedCounters } from '../share/link/link-counters.ts';
import { anyCount } from '../share/playgrounds.testing.ts';
import { compareCounters, counterConfirmationWords } from './counter-confirmation.ts';

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
    expect(outcome).toEqual({ status: 'confirmed', isChanging: false });
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

  it('of an answer that changes by itself are compared without the result hash', () => {
    const other = { ...author, resultHash: 'ffffffff' };
    expect(compareCounters(other, own).status).toBe('contradicted');
    const outcome = compareCounters(other, own, true);
    expect(outcome).toEqual({ status: 'confirmed', isChanging: true });
    expect(counterConfirmationWords(outcome)).toBe(
      'confirmed: same plan, same VM steps; its answer changes by itself, so the result hash is left out',
    );
    const moved = compareCounters({ ...other, rows: 98, vmSteps: 790 }, own, true);
    expect(counterConfirmationWords(moved)).toMatch(/^not compared: the answer changes by itself/);
    const replanned = compareCounters({ ...other, planHash: '00000000' }, own, true);
    expect(counterConfirmationWords(replanned)).toBe('contradicted: another plan');
  });
});
