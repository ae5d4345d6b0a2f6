import { describe, expect, it } from 'vitest';
import type { RoundReport } from '../../../../engine/model/comparison/comparison.ts';
import type { QueryResult } from '../../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import { cellBasis, databaseBasis } from '../../basis.ts';
import { measuredQuery, faster as verdictOfFaster } from '../../chart/measured-query.testing.ts';
import { breakEvenView } from './break-even-view.ts';
import { measuredPrice, shop } from './measured-price.testing.ts';
import { priceRequestOf } from './price-run.ts';
import { breakEvenSentences } from './price-sentences.ts';

/** The query compared in all setups; milliseconds a call by setup id. */
function compared(
  queryId: string,
  timesMs: Record<string, number>,
  patch: Partial<QueryResult> = {},
): QueryResult {
  const query = shop.queries.find(({ id }) => id === queryId);
  const verdicts = { s1: { kind: 'baseline' as const }, s2: verdictOfFaster, s3: verdictOfFaster };
  const base = measuredQuery({}, { verdicts });
  const standing = base.rounds[0]?.standing;
  if (!query || !standing) throw new Error('There is no such query.');
  const rounds = Array.from({ length: 12 }, (_, at): RoundReport => {
    const noise = 1 + (at % 4) / 200;
    const samples = Object.entries(timesMs).map(([id, time]) => [
      id,
      { perCallMs: time * noise, calls: 1, hits: null, warmPerCallMs: null, warmHits: null },
    ]);
    return {
      queryId,
      round: at + 1,
      order: [],
      control: null,
      standing,
      samples: Object.fromEntries(samples),
    };
  });
  const bases = shop.setups.map((setup) => [
    setup.id,
    cellBasis(databaseBasis(shop), shop, query, setup),
  ]);
  return {
    ...base,
    queryId,
    setups: shop.setups,
    bases: Object.fromEntries(bases),
    rounds,
    ...patch,
  };
}

/** The query compared, with another verdict on the first setup after the baseline. */
function judged(queryId: string, verdict: Verdict): QueryResult {
  const result = compared(queryId, faster);
  const rounds = result.rounds.map((round) => ({
    ...round,
    standing: { ...round.standing, verdicts: { ...round.standing.verdicts, s2: verdict } },
  }));
  return { ...result, rounds };
}

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
    const row = viewOf({ q1: compared('q1', faster) })?.rows[0];
    expect(row?.saving.text).toMatch(/^saves 7\.\d+ ms a read \(7\.\d+–7\.\d+ ms\)$/);
    // 7 ms saved a read, 0.5 µs more a row: about 14,000 rows.
    expect(row?.cells[0]?.text).toMatch(/^worth it from 1 read per 1[34],000 inserts$/);
    expect(row?.cells[0]?.interval).toMatch(/^1 per 1\d,000 to 1 per 1\d,000$/);
    expect(row?.cells[0]).toMatchObject({ operation: 'insert', tone: 'good' });
    const [sentence] = breakEvenSentences(viewOf({ q1: compared('q1', faster) }));
    expect(sentence?.letters).toEqual(['B']);
    expect(sentence?.text).toMatch(
      /^For “expensive in a category” it is worth it from 1 read per 1[34],000 inserts \(.+\)\.$/,
    );
  });

  it('says so where the setup differs in more than the indexes of the table', () => {
    const view = viewOf({ q1: compared('q1', faster) });
    expect(view?.rows.slice(0, 2).map(({ remark }) => remark)).toEqual([
      null,
      'of the whole setup',
    ]);
    expect(view?.notes[0]).toBe(
      'C also differs from A in idx_orders_product, the statistics and the cache: what it saves is of the whole setup, what it costs is that of its indexes on products.',
    );
  });

  it('never pays where reads become slower, and is not resolved without an interval', () => {
    const slower = viewOf({ q1: compared('q1', { s1: 1, s2: 8, s3: 8 }) })?.rows[0];
    expect(slower?.cells[0]).toMatchObject({ text: 'never worth it', tone: 'bad' });
    expect(slower?.saving.text).toMatch(/^costs /);
    const few = compared('q1', faster);
    const short = viewOf({ q1: { ...few, rounds: few.rounds.slice(0, 3) } })?.rows[0];
    expect(short?.saving.text).toBe('too few rounds');
    const cell = viewOf({ q1: few }, shop, { rounds: 3 })?.rows[0]?.cells[0];
    expect(cell).toMatchObject({ text: '–', tip: expect.stringContaining('not measured') });
  });

  it('asks for no comparison that was made, whatever it found', () => {
    const both = { q1: compared('q1', faster), q2: compared('q2', faster) };
    expect(viewOf(both)?.needsComparison).toBe(false);
    const short = { ...both.q1, rounds: both.q1.rounds.slice(0, 3) };
    expect(viewOf({ ...both, q1: short })?.needsComparison).toBe(false);
    const differ = { kind: 'count' as const, setupRows: 1, baselineRows: 2 };
    const otherwise = judged('q1', { kind: 'different-answer', difference: differ });
    expect(viewOf({ ...both, q1: otherwise })).toMatchObject({
      needsComparison: false,
      rows: [{ saving: { text: 'answers differ' } }, {}, {}, {}],
    });
  });

  it('says nothing is worth it where the comparison or the price is too noisy', () => {
    const ratio = { estimate: 0.1, low: 0.05, high: 0.2, level: 0.975 };
    const noisy = { kind: 'too-noisy' as const, ratio, margin: 0.3 };
    const row = viewOf({ q1: judged('q1', noisy) })?.rows[0];
    expect(row?.saving).toMatchObject({ text: 'cannot be told: too noisy', isKnown: false });
    const run = measuredPrice();
    const id = 'insert +idx_products_category';
    const cell = run.standing?.cells[id];
    if (!run.standing || !cell) throw new Error('Nothing was measured.');
    const cells = { ...run.standing.cells, [id]: { ...cell, verdict: noisy } };
    const patch = { standing: { ...run.standing, cells } };
    const view = viewOf({ q1: compared('q1', faster) }, shop, {
      patch,
      operations: ['insert'],
    });
    expect(view?.rows[0]?.cells[0]).toMatchObject({
      text: 'cannot be told: too noisy',
      tone: 'plain',
    });
    expect(breakEvenSentences(view).map(({ letters }) => letters)).toEqual([['C']]);
  });

  it('says at the latest where the price makes no meaningful difference', () => {
    const update = viewOf({ q1: compared('q1', faster) })?.rows[0]?.cells[1];
    expect(update?.text).toMatch(/^worth it from 1 read per .+ updates at the latest$/);
    expect(update?.tone).toBe('plain');
  });

  it('takes no stale result', () => {
    const stale = compared('q1', faster, { bases: { s1: 'old', s2: 'old', s3: 'old' } });
    expect(viewOf({ q1: stale })?.rows[0]?.saving.text).toBe('stale: compare again');
  });

  it('leaves out setups with the same indexes on the table, and says so', () => {
    const setups = shop.setups.map((setup) =>
      setup.id === 's2' ? { ...setup, indexes: ['idx_orders_product'] } : setup,
    );
    const view = viewOf({}, { ...shop, setups });
    expect(view?.rows.map(({ letter }) => letter)).toEqual(['C', 'C']);
    expect(view?.notes).toContain(
      'B has the same indexes on products as A: writing to it costs the same there.',
    );
    expect(viewOf({}, { ...shop, setups: shop.setups.slice(0, 1) })).toBeNull();
  });
});
