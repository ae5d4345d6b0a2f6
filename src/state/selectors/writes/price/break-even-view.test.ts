import { describe, expect, it } from 'vitest';
import type { RoundReport } from '../../../../engine/model/comparison/comparison.ts';
import type { QueryResult } from '../../../../engine/model/comparison/query-result.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import { cellBasis, databaseBasis } from '../../basis.ts';
import { measuredQuery } from '../../chart/measured-query.testing.ts';
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
  const base = measuredQuery();
  const standing = base.rounds[0]?.standing;
  if (!query || !standing) throw new Error('There is no such query.');
  const rounds = Array.from({ length: 12 }, (_, at): RoundReport => {
    const noise = 1 + (at % 4) / 200;
    const samples = Object.entries(timesMs).map(([id, time]) => [
      id,
      { perCallMs: time * noise, calls: 1, hits: null, warmPerCallMs: null, warmHits: null },
    ]);
    return {
      ...{ queryId, round: at + 1, order: [], control: null, standing },
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
    expect(view?.rows[0]?.saving).toMatchObject({ text: 'compare first', isKnown: false });
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
    expect(short?.saving.tip).toContain('too few rounds');
    const cell = viewOf({ q1: few }, shop, { rounds: 3 })?.rows[0]?.cells[0];
    expect(cell).toMatchObject({ text: '–', tip: expect.stringContaining('not measured') });
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
