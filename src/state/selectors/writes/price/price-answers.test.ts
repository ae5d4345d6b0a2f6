import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import { comparedQuery, judgedQuery } from './compared-query.testing.ts';
import { measuredPrice, type PriceCase, shop } from './measured-price.testing.ts';
import { priceResults } from './price-results.ts';

function answersOf(
  given: PriceCase = {},
  compared: Parameters<typeof priceResults>[1] = {},
  playground: Playground = shop,
) {
  const results = priceResults(playground, compared, measuredPrice(given));
  if (!results) throw new Error('There are no results.');
  return results.answers;
}

const faster = { s1: 8, s2: 1, s3: 0.5 };

describe('priceAnswers', () => {
  it('has what writes cost before anything is compared, and asks for the comparison', () => {
    const { answers, needsComparison } = answersOf();
    expect(needsComparison).toBe(true);
    expect(answers.map(({ letter, change }) => [letter, change])).toEqual([
      ['B', 'with idx_products_category'],
      ['C', 'with idx_products_category_price'],
    ]);
    const [first] = answers;
    expect(first).toMatchObject({
      headline: 'What its reads save: not compared',
      isTold: false,
      query: null,
      reads: [],
    });
    expect(first?.costs.map(({ title, kind }) => [title, kind])).toEqual([
      ['Each insert', 'time'],
      ['Each update', 'words'],
      ['Each delete', 'time'],
    ]);
    expect(first?.costs[0]).toMatchObject({
      text: expect.stringMatching(/^\+0\.5\d* µs$/),
      interval: expect.stringMatching(/^0\.\d+–0\.\d+ µs$/),
      detail: expect.stringMatching(/× slower$/),
      tone: 'slower',
      worth: null,
    });
    expect(first?.costs[1]?.text).toBe('no meaningful difference');
  });

  it('says from how many reads it pays, of the query that gains most', () => {
    const compared = {
      q1: comparedQuery('q1', faster),
      q2: comparedQuery('q2', { s1: 100, s2: 10, s3: 5 }),
    };
    const [first] = answersOf({}, compared).answers;
    expect(first).toMatchObject({
      headline: expect.stringMatching(/^Worth it from 1 read per \S+ inserts$/),
      interval: expect.stringMatching(/^1 per \S+ to 1 per \S+$/),
      isTold: true,
      tone: 'good',
      query: shop.queries.find(({ id }) => id === 'q2')?.name,
    });
    expect(first?.reads).toHaveLength(2);
    expect(first?.costs[1]?.worth?.text).toMatch(/ updates at the latest$/);
  });

  it('takes the first operation that tells', () => {
    const ratio = { estimate: 2, low: 0.7, high: 6, level: 0.95 };
    const noisy: Verdict = { kind: 'too-noisy', ratio, margin: 0.5 };
    const run = measuredPrice();
    const id = 'insert +idx_products_category';
    const cell = run.standing?.cells[id];
    if (!run.standing || !cell) throw new Error('Nothing was measured.');
    const cells = { ...run.standing.cells, [id]: { ...cell, verdict: noisy } };
    const patch = { standing: { ...run.standing, cells } };
    const [first] = answersOf({ patch }, { q1: comparedQuery('q1', faster) }).answers;
    expect(first?.headline).toMatch(/ updates at the latest$/);
    expect(first?.costs[0]).toMatchObject({ text: 'too noisy', kind: 'words', worth: null });
  });

  it('bounds what is not resolved by the worst that it may be', () => {
    const ratio = { estimate: 1.1, low: 0.9, high: 1.4, level: 0.95 };
    const unresolved: Verdict = { kind: 'unresolved', ratio, margin: 0.05, moreRounds: 9 };
    const run = measuredPrice();
    const id = 'insert +idx_products_category';
    const cell = run.standing?.cells[id];
    if (!run.standing || !cell) throw new Error('Nothing was measured.');
    const cells = { ...run.standing.cells, [id]: { ...cell, verdict: unresolved } };
    const patch = { standing: { ...run.standing, cells } };
    const [first] = answersOf({ patch }, { q1: comparedQuery('q1', faster) }).answers;
    expect(first).toMatchObject({
      headline: expect.stringMatching(/^Worth it from 1 read per \S+ inserts at the latest$/),
      tone: 'plain',
    });
    expect(first?.costs[0]).toMatchObject({ text: 'not resolved', kind: 'words' });
  });

  it('puts counted work where the time is not told', () => {
    const run = measuredPrice({ timeMs: (_, indexes) => 10 + indexes.length * 0.6 });
    const counts = (run.opened?.contenders ?? []).map(({ id, indexes }) => ({
      status: 'counted' as const,
      contenderId: id,
      counters: { vmSteps: 220_000 + 80_000 * indexes.length, pagesWritten: 130 },
    }));
    const id = 'insert +idx_products_category';
    const cell = run.standing?.cells[id];
    if (!run.standing || !cell) throw new Error('Nothing was measured.');
    const ratio = { estimate: 1.06, low: 0.9, high: 1.4, level: 0.95 };
    const verdict: Verdict = { kind: 'unresolved', ratio, margin: 0.05, moreRounds: 9 };
    const standing = {
      ...run.standing,
      cells: { ...run.standing.cells, [id]: { ...cell, verdict } },
    };
    const [first] = answersOf({ patch: { ...run, counts, standing } }).answers;
    expect(first?.costs[0]).toMatchObject({
      text: '+8 VM steps, 0 pages',
      kind: 'count',
      interval: expect.stringMatching(/^time: not resolved \(.+\)$/),
    });
  });

  it('says what is missing where setups do not differ, or there is only one', () => {
    const setups = shop.setups.map((setup) =>
      setup.id === 's2' ? { ...setup, indexes: ['idx_orders_product'] } : setup,
    );
    const { answers, notes } = answersOf({}, {}, { ...shop, setups });
    expect(answers.map(({ letter }) => letter)).toEqual(['C']);
    expect(notes).toEqual([
      'B has the same indexes on products as A: writing to it costs the same there.',
    ]);
    const alone = answersOf({}, {}, { ...shop, setups: shop.setups.slice(0, 1) });
    expect(alone).toMatchObject({ answers: [], needsComparison: false });
    expect(alone.notes[0]).toMatch(/^There is no setup besides A: switch an index on/);
  });

  it('says so where no read was told apart', () => {
    const equal: Verdict = {
      kind: 'equal',
      ratio: { estimate: 1, low: 0.99, high: 1.01, level: 0.95 },
      margin: 0.05,
    };
    const [first] = answersOf({}, { q1: judgedQuery('q1', faster, equal) }).answers;
    expect(first).toMatchObject({ headline: 'No meaningful saving', tone: 'plain' });
  });
});
