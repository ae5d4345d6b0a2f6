import { describe, expect, it } from 'vitest';
import { measuredPrice, type PriceCase, shop } from './measured-price.testing.ts';
import { priceMarkdown } from './price-report.ts';
import { priceResults } from './price-results.ts';

function resultsOf(given: PriceCase = {}) {
  const results = priceResults(shop, {}, measuredPrice(given));
  if (!results) throw new Error('There are no results.');
  return results;
}

describe('priceResults', () => {
  it('is nothing before a run, and nothing of a run of another kind', () => {
    expect(priceResults(shop, {}, null)).toBeNull();
    const run = measuredPrice();
    const request = { ...run.subject.request, kind: 'constraints' as const };
    const other = { ...run, subject: { ...run.subject, request } };
    expect(priceResults(shop, {}, other)).toBeNull();
  });

  it('has a row for none, one more each time, and each alone, with the setups that have them', () => {
    const { rows } = resultsOf();
    expect(rows.map(({ title, count, letters }) => [title, count, letters.join('')])).toEqual([
      ['no index', 0, 'A'],
      ['idx_products_category', 1, 'B'],
      ['+ idx_products_category_price', 2, ''],
      ['only idx_products_category_price', 1, 'C'],
    ]);
  });

  it('says times a row with intervals, and the verdict relative to no index', () => {
    const all = resultsOf().rows[2];
    expect(all?.cells[0]).toMatchObject({
      operation: 'insert',
      headline: '2.7× slower',
      tone: 'slower',
      extra: expect.stringMatching(/^\+1\.7\d µs \(1\.\d+–1\.\d+ µs\)$/),
      sentence: expect.stringContaining(
        'Inserting with 2 indexes is 2.7 times slower than inserting without an index',
      ),
    });
    expect(all?.cells[0]?.time).toMatch(/^2\.\d+ µs$/);
    expect(all?.cells[1]?.headline).toBe('no meaningful difference');
    expect(all?.bytes.text).toBe('900 kB');
    const none = resultsOf().rows[0]?.cells[0];
    expect(none).toMatchObject({ headline: 'baseline', extra: '' });
  });

  it('tells all indexes, the dearest and the bytes in sentences with intervals', () => {
    const texts = resultsOf().frame.findings.map(({ text }) => text);
    expect(texts[0]).toMatch(
      /^Without an index an insert takes 1\.0\d µs a row \(.+\); both indexes make it 2\.7× slower \(2\.7–2\.7\): 1\.7\d µs more a row \(.+\)\.$/,
    );
    expect(texts[1]).toContain(
      'both indexes make no meaningful difference to updates (within ±5 %)',
    );
    expect(texts[3]).toMatch(
      /^The dearest insert by itself is that into idx_products_category_price: 1\.2\d µs more/,
    );
    expect(texts[4]).toBe(
      '10,000 inserted rows take 400 kB without an index and 900 kB with both indexes.',
    );
  });

  it('names no dearest index where intervals overlap', () => {
    const timeMs = (_: string, indexes: readonly string[]) => 10 + 5 * indexes.length;
    const texts = resultsOf({ timeMs }).frame.findings.map(({ text }) => text);
    expect(texts.some((text) => text.startsWith('The dearest'))).toBe(false);
  });

  it('names no dearest index where another one is not resolved', () => {
    const run = measuredPrice();
    const id = 'insert +idx_products_category';
    const cell = run.standing?.cells[id];
    if (!run.standing || cell?.verdict.kind !== 'slower') throw new Error('Nothing was measured.');
    const { ratio, margin } = cell.verdict;
    const noisy = { ...cell, verdict: { kind: 'too-noisy' as const, ratio, margin } };
    const standing = { ...run.standing, cells: { ...run.standing.cells, [id]: noisy } };
    const texts = priceResults(shop, {}, { ...run, standing })?.frame.findings.map(
      ({ text }) => text,
    );
    expect(texts?.some((text) => text.startsWith('The dearest'))).toBe(false);
  });

  it('has no finding on bytes where no further page was taken', () => {
    const run = measuredPrice();
    const proofs = Object.fromEntries(
      Object.entries(run.proofs).map(([id, proof]) => [id, { ...proof, grownBytes: 0 }]),
    );
    const results = priceResults(shop, {}, { ...run, proofs });
    expect(results?.rows[0]?.bytes.text).toBe('no further page');
    expect(results?.frame.findings.some(({ text }) => text.includes('inserted rows'))).toBe(false);
  });

  it('says why updates set a column to itself', () => {
    const run = measuredPrice();
    const { request } = run.subject;
    const update = { column: 'parent_id', expression: 'parent_id' };
    const subject = { ...run.subject, request: { ...request, update } };
    const notes = priceResults(shop, {}, { ...run, subject })?.method ?? [];
    expect(notes.find((note) => note.startsWith('Updates'))).toMatch(
      /with the value that it has, which breaks no rule of the schema/,
    );
  });

  it('compares loading first with loading into indexes, where the run has it', () => {
    const { build } = resultsOf();
    expect(build?.lines.map(({ title, headline }) => [title, headline])).toEqual([
      ['make the indexes, then load', 'baseline'],
      ['load, then make the indexes', '2.0× faster'],
    ]);
    expect(build?.sentence).toMatch(/^Loading first and .+ 2\.0 times faster than .+ 2 indexes/);
    expect(resultsOf({ hasBuild: false }).build).toBeNull();
  });

  it('draws a panel for each operation, and what each index adds by itself', () => {
    const { panels, extras } = resultsOf({ operations: ['insert', 'delete'] });
    expect(panels.map(({ title, points }) => [title, points.map(({ count }) => count)])).toEqual([
      ['Insert', [0, 1, 2, 1]],
      ['Delete', [0, 1, 2, 1]],
    ]);
    // C has only the second index: its set is no step, and drawn all the same.
    expect(panels[0]?.points.map(({ isStep, letters }) => [isStep, letters.join('')])).toEqual([
      [true, 'A'],
      [true, 'B'],
      [true, ''],
      [false, 'C'],
    ]);
    expect(panels[0]?.points[0]?.samplesMs).toHaveLength(12);
    expect(extras.map(({ title }) => title)).toEqual([
      'insert: idx_products_category',
      'insert: idx_products_category_price',
      'delete: idx_products_category',
      'delete: idx_products_category_price',
    ]);
    expect(extras[0]?.interval?.estimate).toBeCloseTo(0.0005, 4);
  });

  it('keeps what there is of a run that has no interval yet', () => {
    const { rows, frame } = resultsOf({ rounds: 2 });
    expect(rows[2]?.cells[0]).toMatchObject({
      interval: '2.71–2.75 µs, all 2 runs',
      extra: '',
      tone: 'plain',
    });
    expect(frame.findings[0]?.text).toContain('both indexes: too few runs to test');
    expect(frame.course).toContain('2 runs each');
    const waiting = resultsOf({ patch: { opened: null, standing: null, samples: [] } });
    expect(waiting.rows[0]?.cells[0]?.time).toBe('–');
    expect(waiting.frame).toMatchObject({ findings: [], isEmpty: true });
  });

  it('shows a refused set with its reason and a failed one with its error', () => {
    const run = measuredPrice();
    const [first, ...others] = run.opened?.contenders ?? [];
    if (!first || !run.opened) throw new Error('There is no contender.');
    const reason = 'products has no key.';
    const opened = {
      ...run.opened,
      contenders: others,
      refused: [{ contender: first, reason }],
    };
    const failures = {
      [others[0]?.id ?? '']: { code: 'sql-failed' as const, message: 'A trigger failed.' },
    };
    const results = priceResults(shop, {}, { ...run, opened, failures });
    expect(results?.rows[0]?.cells[0]).toMatchObject({ headline: 'not possible', tip: reason });
    expect(results?.rows[1]?.cells[0]).toMatchObject({
      headline: 'failed',
      tip: 'A trigger failed.',
    });
  });

  it('writes a column in one unit, though its sets are a hundredfold apart', () => {
    const timeMs = (_: string, indexes: readonly string[]) => 100 + 2000 * indexes.length;
    const { rows } = resultsOf({ timeMs });
    const texts = rows.map(({ cells }) => cells[0]?.time ?? '');
    expect(texts[0]).toMatch(/^10\.\d µs$/);
    expect(texts[2]).toMatch(/^4\d\d µs$/);
    expect(rows[2]?.cells[0]?.extra).toMatch(/^\+4\d\d µs \(\d+–\d+ µs\)$/);
  });

  it('takes no side that noise forbids, though the interval lies on one', () => {
    const run = measuredPrice({ operations: ['insert'] });
    const id = 'insert +idx_products_category+idx_products_category_price';
    const cell = run.standing?.cells[id];
    if (!run.standing || !cell) throw new Error('Nothing was measured.');
    const ratio = { estimate: 3.5, low: 2.2, high: 6.1, level: 0.95 };
    const verdict = { kind: 'unresolved' as const, ratio, margin: 0.6, moreRounds: 3 };
    const cells = { ...run.standing.cells, [id]: { ...cell, verdict } };
    const results = priceResults(shop, {}, { ...run, standing: { ...run.standing, cells } });
    expect(results?.frame.findings[0]?.text).toMatch(
      /; so far both indexes came out 2\.2–6\.1× slower, not resolved: the baseline measured against itself differed by up to 60 %\.$/,
    );
  });

  it('leaves out operations that found no rows to write', () => {
    const run = measuredPrice();
    if (!run.opened) throw new Error('There is no contender.');
    const isInsert = ({ groupId }: { groupId: string }) => groupId === 'insert';
    const contenders = run.opened.contenders.filter(isInsert);
    const reason = 'products has no rows to update or delete.';
    const refused = run.opened.contenders
      .filter((each) => !isInsert(each))
      .map((contender) => ({ contender, reason }));
    const results = priceResults(
      shop,
      {},
      { ...run, opened: { ...run.opened, contenders, refused } },
    );
    expect(results?.operations).toEqual(['insert']);
    expect(results?.panels.map(({ title }) => title)).toEqual(['Insert']);
    expect(results?.frame.heading).toBe('Price of 2 indexes on products: inserts of 10,000 rows');
    expect(results?.frame.lack).toBe(
      'products has no rows to update or delete. Only inserts are measured.',
    );
  });

  it('is stale when an index changes', () => {
    const changed = { ...shop, indexes: shop.indexes.slice(1) };
    expect(priceResults(shop, {}, measuredPrice())?.frame.isStale).toBe(false);
    expect(priceResults(changed, {}, measuredPrice())?.frame.isStale).toBe(true);
  });
});

describe('the counted work of a price run', () => {
  /** VM steps a row and pages of each set; the same for updates whatever the set. */
  function countedPrice(given: PriceCase = {}) {
    const run = measuredPrice(given);
    const counts = (run.opened?.contenders ?? []).map(({ id, groupId, indexes }) => {
      const more = groupId === 'update' ? 0 : indexes.length;
      const counters = { vmSteps: 10_000 * (22 + 4 * more) + 3, pagesWritten: 130 + 90 * more };
      return { status: 'counted' as const, contenderId: id, counters };
    });
    return { ...run, counts };
  }
  const resultsOf = (run: ReturnType<typeof measuredPrice>) => {
    const results = priceResults(shop, {}, run);
    if (!results) throw new Error('There are no results.');
    return results;
  };

  it('is asked for once, and then stands in each cell', () => {
    expect(resultsOf(measuredPrice()).frame.count?.refusal).toBeNull();
    expect(resultsOf(measuredPrice()).rows[0]?.cells[0]?.work).toBeNull();
    const { rows, frame, method } = resultsOf(countedPrice());
    expect(frame.count).toBeNull();
    expect(rows[2]?.cells[0]?.work).toEqual({
      text: '30 VM steps, 0.031 pages',
      explanation: expect.stringMatching(
        /^300,003 VM steps and 310 pages written in one run of 10,000 rows\. .*official build/,
      ),
    });
    expect(method.join(' ')).toContain('with a real COMMIT');
  });

  it('says in a sentence what indexes add, beside the verdict', () => {
    const [insert, update] = resultsOf(countedPrice()).frame.findings.map(({ text }) => text);
    expect(insert).toMatch(
      /1\.7\d µs more a row .* Counted: an insert takes 22 VM steps and 0\.013 pages without an index, 30 and 0\.031 with both indexes: 1\.36× the VM steps, 2\.4× the pages\.$/,
    );
    expect(update).toMatch(
      /no meaningful difference to updates .* Counted: an update takes 22 VM steps and 0\.013 pages without an index and exactly the same with both indexes\.$/,
    );
  });

  it('says that more work is done where times do not tell', () => {
    const run = countedPrice({ timeMs: () => 10 });
    const [insert] = resultsOf(run).frame.findings.map(({ text }) => text);
    expect(insert).toMatch(
      /no meaningful difference .*: more work all the same, 1\.36× the VM steps/,
    );
    expect(insert).not.toMatch(/faster|slower/);
  });

  it('speaks of both orders of making indexes, and goes into the report', () => {
    const run = countedPrice();
    const after = run.counts.find(({ contenderId }) => contenderId.endsWith('then-index'));
    if (!after) throw new Error('Building was not counted.');
    after.counters = { vmSteps: 440_052, pagesWritten: 295 };
    const results = resultsOf(run);
    expect(results.build?.sentence).toMatch(
      /Counted, loading first against making the indexes first: 1\.47× the VM steps \(440,052 against 300,003\); 0\.95× the pages written \(295 against 310\)\.$/,
    );
    expect(priceMarkdown('Shop', results)).toContain('counted 30 VM steps, 0.031 pages');
  });
});
