import { describe, expect, it } from 'vitest';
import { measuredPrice, type PriceCase, shop } from './measured-price.testing.ts';
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
    const texts = resultsOf().sentences.map(({ text }) => text);
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
    const texts = resultsOf({ timeMs }).sentences.map(({ text }) => text);
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
    const texts = priceResults(shop, {}, { ...run, standing })?.sentences.map(({ text }) => text);
    expect(texts?.some((text) => text.startsWith('The dearest'))).toBe(false);
  });

  it('has no finding on bytes where no further page was taken', () => {
    const run = measuredPrice();
    const proofs = Object.fromEntries(
      Object.entries(run.proofs).map(([id, proof]) => [id, { ...proof, grownBytes: 0 }]),
    );
    const results = priceResults(shop, {}, { ...run, proofs });
    expect(results?.rows[0]?.bytes.text).toBe('no further page');
    expect(results?.sentences.some(({ text }) => text.includes('inserted rows'))).toBe(false);
  });

  it('says why updates set a column to itself', () => {
    const run = measuredPrice();
    const { request } = run.subject;
    const update = { column: 'parent_id', expression: 'parent_id' };
    const subject = { ...run.subject, request: { ...request, update } };
    const notes = priceResults(shop, {}, { ...run, subject })?.notes ?? [];
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
      ['Insert', [0, 1, 2]],
      ['Delete', [0, 1, 2]],
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
    const { rows, sentences } = resultsOf({ rounds: 2 });
    expect(rows[2]?.cells[0]).toMatchObject({
      interval: '2.71–2.75 µs, all 2 runs',
      extra: '',
      tone: 'plain',
    });
    expect(sentences[0]?.text).toContain('too few runs to test');
    const waiting = resultsOf({ patch: { opened: null, standing: null, samples: [] } });
    expect(waiting.rows[0]?.cells[0]?.time).toBe('–');
    expect(waiting.sentences).toEqual([]);
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

  it('is stale when an index changes', () => {
    const changed = { ...shop, indexes: shop.indexes.slice(1) };
    expect(priceResults(shop, {}, measuredPrice())?.isStale).toBe(false);
    expect(priceResults(changed, {}, measuredPrice())?.isStale).toBe(true);
  });
});
