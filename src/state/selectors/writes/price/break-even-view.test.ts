import { describe, expect, it } from 'vitest';
import type { QueryResult } from '../../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import { faster as verdictOfFaster } from '../../chart/measured-query.testing.ts';
import { breakEvenView } from './break-even-view.ts';
import { comparedQuery, judgedQuery } from './compared-query.testing.ts';
import { measuredPrice, shop } from './measured-price.testing.ts';
import { priceRequestOf } from './price-run.ts';

function viewOf(
  results: Record<string, QueryResult>,
  playground: Playground = shop,
  given: Parameters<typeof measuredPrice>[0] = {},
) {
  const run = measuredPrice(given);
  const request = priceRequestOf(run);
  if (!request) throw new Error('That is no price run.');
  return breakEvenView(playground, results, run, request);
}

const faster = { s1: 8, s2: 1, s3: 0.5 };

describe('breakEvenView', () => {
  it('asks for a comparison where there is none; queries that write are left out', () => {
    const view = viewOf({});
    expect(view?.needsComparison).toBe(true);
    expect(view?.rows.map(({ queryName, letter }) => `${queryName} ${letter}`)).toEqual([
      'expensive in a category B',
      'expensive in a category C',
      'top categories B',
      'top categories C',
    ]);
    expect(view?.rows[0]?.saving).toMatchObject({ text: 'not compared', isKnown: false });
    expect(view?.rows[0]?.cells[0]?.text).toBe('–');
    expect(view?.notes).toContain('Queries that write are left out: they have no read to save.');
  });

  it('sets the saving of a read against the price of a row, with intervals', () => {
    const row = viewOf({ q1: comparedQuery('q1', faster) })?.rows[0];
    expect(row?.saving.text).toMatch(/^saves 7\.\d+ ms a read \(7\.\d+–7\.\d+ ms\)$/);
    // 7 ms saved a read, 0.5 µs more a row: about 14,000 rows.
    expect(row?.cells[0]?.text).toMatch(/^worth it from 1 read per 1[34],000 inserts$/);
    expect(row?.cells[0]?.interval).toMatch(/^1 per 1\d,000 to 1 per 1\d,000$/);
    expect(row?.cells[0]).toMatchObject({ operation: 'insert', tone: 'good' });
    expect(row?.cells[0]?.finding).toMatch(/^it is worth it from 1 read per 1[34],000 inserts$/);
  });

  it('says so where the setup differs in more than the indexes of the table', () => {
    const view = viewOf({ q1: comparedQuery('q1', faster) });
    expect(view?.rows.slice(0, 2).map(({ remark }) => remark)).toEqual([
      null,
      'of the whole setup',
    ]);
    expect(view?.notes[0]).toBe(
      'C also differs from A in idx_orders_product, the statistics and the cache: what it saves is of the whole setup, what it costs is that of its indexes on products.',
    );
  });

  it('never pays where reads become slower, and is not resolved without an interval', () => {
    const slower = viewOf({ q1: comparedQuery('q1', { s1: 1, s2: 8, s3: 8 }) })?.rows[0];
    expect(slower?.cells[0]).toMatchObject({ text: 'never worth it', tone: 'bad' });
    expect(slower?.saving.text).toMatch(/^costs /);
    const few = comparedQuery('q1', faster);
    const short = viewOf({ q1: { ...few, rounds: few.rounds.slice(0, 3) } })?.rows[0];
    expect(short?.saving.text).toBe('too few rounds');
    const cell = viewOf({ q1: few }, shop, { rounds: 3 })?.rows[0]?.cells[0];
    expect(cell).toMatchObject({
      text: 'too few rounds',
      tip: expect.stringContaining('too few rounds'),
    });
  });

  it('asks for no comparison that was made, whatever it found', () => {
    const both = { q1: comparedQuery('q1', faster), q2: comparedQuery('q2', faster) };
    expect(viewOf(both)?.needsComparison).toBe(false);
    const short = { ...both.q1, rounds: both.q1.rounds.slice(0, 3) };
    expect(viewOf({ ...both, q1: short })?.needsComparison).toBe(false);
    const differ = { kind: 'count' as const, setupRows: 1, baselineRows: 2 };
    const otherwise = judgedQuery('q1', faster, { kind: 'different-answer', difference: differ });
    expect(viewOf({ ...both, q1: otherwise })).toMatchObject({
      needsComparison: false,
      rows: [{ saving: { text: 'answers differ' } }, {}, {}, {}],
    });
  });

  it('says nothing is worth it where the comparison or the price is too noisy', () => {
    const ratio = { estimate: 0.1, low: 0.05, high: 0.2, level: 0.975 };
    const noisy = { kind: 'too-noisy' as const, ratio, margin: 0.3 };
    const row = viewOf({ q1: judgedQuery('q1', faster, noisy) })?.rows[0];
    const why =
      'Too noisy: the baseline measured against itself differed by up to 30 %, and this does not lie wholly beyond twice that.';
    expect(row?.saving).toMatchObject({ text: 'too noisy', tip: why, isKnown: false });
    const run = measuredPrice();
    const id = 'insert +idx_products_category';
    const cell = run.standing?.cells[id];
    if (!run.standing || !cell) throw new Error('Nothing was measured.');
    const cells = { ...run.standing.cells, [id]: { ...cell, verdict: noisy } };
    const patch = { standing: { ...run.standing, cells } };
    const view = viewOf({ q1: comparedQuery('q1', faster) }, shop, {
      patch,
      operations: ['insert'],
    });
    expect(view?.rows[0]?.cells[0]).toMatchObject({
      text: 'too noisy',
      tone: 'plain',
      counted: null,
      tip: expect.stringContaining(why),
    });
    expect(view?.rows.map(({ cells }) => cells[0]?.finding != null)).toEqual([
      ...[false, true, false, false],
    ]);
  });

  it('says what is counted beside what times leave open, where reads gain', () => {
    const run = measuredPrice();
    const counts = (run.opened?.contenders ?? []).map(({ id, groupId, indexes }) => ({
      status: 'counted' as const,
      contenderId: id,
      counters: { vmSteps: 220_000, pagesWritten: groupId === 'delete' ? indexes.length : 130 },
    }));
    const countedOf = (s2: number) =>
      viewOf({ q1: comparedQuery('q1', { s1: 8, s2, s3: 0.5 }) }, shop, { patch: { counts } })
        ?.rows[0]?.cells ?? [];
    const [insert, update, remove] = countedOf(1);
    // The times of inserts tell what they cost: no count stands against that.
    expect([insert?.counted, remove?.counted]).toEqual([null, null]);
    expect(update).toMatchObject({
      text: expect.stringMatching(/ updates at the latest$/),
      counted: 'same work counted: any read pays',
      tip: expect.stringContaining('Counted, the writes do exactly the same work as in the base'),
    });
    expect(countedOf(20).map(({ counted }) => counted)).toEqual([null, null, null]);
  });

  it('says at the latest where the price makes no meaningful difference', () => {
    const update = viewOf({ q1: comparedQuery('q1', faster) })?.rows[0]?.cells[1];
    expect(update?.text).toMatch(/^worth it from 1 read per .+ updates at the latest$/);
    expect(update?.tone).toBe('plain');
  });

  it('takes no stale result', () => {
    const stale = comparedQuery('q1', faster, { bases: { s1: 'old', s2: 'old', s3: 'old' } });
    expect(viewOf({ q1: stale })?.rows[0]?.saving.text).toBe('stale: compare again');
  });

  it('leaves out setups with the same indexes on the table', () => {
    const setups = shop.setups.map((setup) =>
      setup.id === 's2' ? { ...setup, indexes: ['idx_orders_product'] } : setup,
    );
    const view = viewOf({}, { ...shop, setups });
    expect(view?.rows.map(({ letter }) => letter)).toEqual(['C', 'C']);
    expect(viewOf({}, { ...shop, setups: shop.setups.slice(0, 1) })).toBeNull();
  });

  describe('between setups that differ in indexes alone', () => {
    const [category, price] = ['idx_products_category', 'idx_products_category_price'] as const;

    /** A and B with these indexes; the query as fast in them as said, in milliseconds. */
    function rowOf(
      a: string[],
      b: string[],
      [inA, inB]: readonly [number, number],
      given: Parameters<typeof measuredPrice>[0] = {},
      verdict: Verdict = verdictOfFaster,
    ) {
      const [first, second] = shop.setups;
      if (!first || !second) throw new Error('There are no setups.');
      const common = { hasStatistics: false, cache: { kind: 'none' as const } };
      const setups = [
        { ...first, ...common, indexes: a },
        { ...second, ...common, indexes: b },
      ];
      const playground = { ...shop, setups };
      const result = comparedQuery('q1', { s1: inA, s2: inB }, {}, playground);
      const rounds = result.rounds.map((round) => ({
        ...round,
        standing: {
          ...round.standing,
          verdicts: { s1: { kind: 'baseline' as const }, s2: verdict },
        },
      }));
      const view = viewOf({ q1: { ...result, rounds } }, playground, given);
      const row = view?.rows[0];
      const [insert] = row?.cells ?? [];
      if (!row || !insert) throw new Error('The table has no such row.');
      return { row, insert };
    }

    it('states the level of the interval and what it is joined from', () => {
      const { insert } = rowOf([], [category], [8, 1]);
      expect(insert.tip).toMatch(
        /^Having idx_products_category in B makes these reads faster and inserts dearer: it is worth it from 1 read per \S+ inserts \(interval of at least 93\.3 %: /,
      );
      expect(insert.tip).toContain('that of the saving (95 %) and that of the cost (98.3 %).');
      expect(insert.tip).toMatch(/ An insert takes 0\.\d+ µs \(.+ µs\) more a row than in the /);
      expect(insert.finding).toMatch(/^it is worth it from 1 read per /);
    });

    it('tells a setup with fewer indexes than A from its own side', () => {
      const { row, insert } = rowOf([category], [], [1, 8]);
      const forward = rowOf([], [category], [8, 1]).insert;
      expect(row.saving.text).toMatch(/^costs 7\.\d+ ms a read/);
      expect(insert.text).toBe(forward.text.replace('worth it from', 'pays below'));
      expect(insert).toMatchObject({ interval: forward.interval, tone: 'plain' });
      expect(insert.tip).toMatch(
        /^Leaving idx_products_category out in B makes these reads slower and inserts cheaper: it pays below 1 read per /,
      );
      expect(insert.tip).toMatch(/ An insert takes 0\.\d+ µs \(.+ µs\) less a row than in the /);
      expect(insert.finding).toBe(`leaving idx_products_category out ${insert.text}`);
    });

    it('sees no saving where the reads are equal, whichever side their interval lies on', () => {
      const ratio = { estimate: 1.001, low: 1.0005, high: 1.002, level: 0.95 };
      const same: Verdict = { kind: 'equal', ratio, margin: 0.05 };
      const more = rowOf([], [category], [8, 8.01], {}, same);
      expect(more.row.saving.text).toMatch(/^no meaningful saving \(/);
      expect(more.insert).toMatchObject({ text: 'no meaningful saving', tone: 'plain' });
      expect(more.insert.tip).not.toContain('More rounds');
      expect(more.insert.finding).toBeNull();
      const less = rowOf([category], [], [8, 8.01], {}, same).insert;
      expect(less).toMatchObject({ text: 'only inserts gain', tone: 'plain' });
      expect(less.tip).toMatch(/^Leaving \S+ out in B makes no meaningful difference to these /);
    });

    it('takes the verdict on the two sets where neither is without an index', () => {
      const timesOf = (inB: number) => ({
        timeMs: (_: string, indexes: readonly string[]) =>
          10 + (indexes.includes(category) ? 10 : 0) + (indexes.includes(price) ? inB - 10 : 0),
      });
      // 1 % lies above zero, and within what counts as no difference.
      const { insert } = rowOf([category], [price], [8, 1], timesOf(20.2));
      expect(insert.text).toMatch(/^worth it from 1 read per \S+ inserts at the latest$/);
      expect(insert).toMatchObject({ interval: '', tone: 'plain' });
      expect(insert.tip).toMatch(
        /^Having idx_products_category_price instead of idx_products_category in B makes these /,
      );
      expect(insert.tip).toContain('That counts as no difference.');
      const dearer = rowOf([category], [price], [8, 1], timesOf(30)).insert;
      expect(dearer).toMatchObject({ tone: 'good', interval: expect.stringMatching(/^1 per /) });
    });
  });
});
