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
      whom: null,
      otherEnd: null,
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
      whom: 'for top categories',
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

  it('names the query in headline and cells, and the one that gains least', () => {
    const compared = {
      q1: comparedQuery('q1', { s1: 1, s2: 0.5, s3: 0.5 }),
      q2: comparedQuery('q2', { s1: 100, s2: 10, s3: 5 }),
    };
    const [first] = answersOf({}, compared).answers;
    expect(first).toMatchObject({
      whom: 'for top categories',
      otherEnd: expect.stringMatching(/^1 read per \S+ inserts for expensive in a category$/),
    });
    expect(first?.costs.map(({ worth }) => worth?.whom)).toEqual(
      ['insert', 'update', 'delete'].map(() => 'for top categories'),
    );
    const [alike] = answersOf(
      { timeMs: (_, indexes) => 20 - indexes.length * 5 },
      { ...compared, q1: comparedQuery('q1', faster) },
    ).answers;
    expect(alike).toMatchObject({
      headline: 'Gains in both',
      whom: 'for every query compared',
      otherEnd: null,
    });
  });

  describe('where the machine is too noisy to tell what writes cost', () => {
    const ratio = { estimate: 1.4, low: 1.2, high: 1.5, level: 0.95 };
    const noisy: Verdict = { kind: 'too-noisy', ratio, margin: 0.3 };

    /** Every set too noisy; updates count the same work with indexes as without. */
    function noisyCase(): PriceCase {
      const run = measuredPrice();
      const { standing, opened } = run;
      if (!standing || !opened) throw new Error('Nothing was measured.');
      const counts = opened.contenders.map(({ id, groupId, indexes }) => ({
        status: 'counted' as const,
        contenderId: id,
        counters: {
          vmSteps: 220_000 + (groupId === 'update' ? 0 : 80_000 * indexes.length),
          pagesWritten: 130,
        },
      }));
      const cells = Object.fromEntries(
        Object.entries(standing.cells).map(([id, cell]) => [id, { ...cell, verdict: noisy }]),
      );
      return { patch: { counts, standing: { ...standing, cells } } };
    }

    it('takes the operation whose counts tell', () => {
      const [first] = answersOf(noisyCase(), { q1: comparedQuery('q1', faster) }).answers;
      expect(first).toMatchObject({
        headline: 'Same work counted for updates: any read pays',
        isTold: true,
        tone: 'plain',
        whom: 'for expensive in a category',
      });
      expect(first?.costs.map(({ text, worth }) => [text, worth?.text])).toEqual([
        ['+8 VM steps, 0 pages', undefined],
        ['exactly the same work', 'same work counted: any read pays'],
        ['+8 VM steps, 0 pages', undefined],
      ]);
      const lost = comparedQuery('q1', { s1: 1, s2: 8, s3: 8 });
      const [slower] = answersOf(noisyCase(), { q1: lost }).answers;
      expect(slower).toMatchObject({ headline: 'What inserts cost: too noisy', isTold: false });
    });

    it('says how far beyond the noise a figure would have to lie', () => {
      const [first] = answersOf(noisyCase()).answers;
      expect(first?.costs[0]?.interval).toMatch(/^time: too noisy \(0\.\d+–0\.\d+ µs\)$/);
      expect(first?.costs[0]?.tip).toContain(
        'until it lies wholly beyond twice the noise, of 30 % here.',
      );
    });
  });

  it('takes the query that loses least first where leaving an index out is the question', () => {
    const [a, b] = shop.setups;
    if (!a || !b) throw new Error('There are no setups.');
    const setups = [
      { ...a, indexes: ['idx_products_category'] },
      { ...b, indexes: [], hasStatistics: a.hasStatistics, cache: a.cache },
    ];
    const playground = { ...shop, setups };
    const compared = {
      q1: comparedQuery('q1', { s1: 1, s2: 80 }, {}, playground),
      q2: comparedQuery('q2', { s1: 1, s2: 2 }, {}, playground),
    };
    const [first] = answersOf({}, compared, playground).answers;
    expect(first).toMatchObject({
      headline: expect.stringMatching(/^Leaving \S+ out pays below /),
      whom: 'for top categories',
      otherEnd: expect.stringMatching(/^pays below .+ for expensive in a category$/),
    });
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
