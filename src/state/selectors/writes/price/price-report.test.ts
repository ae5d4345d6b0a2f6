import { expect, it } from 'vitest';
import { writesSamplesFile } from '../run/writes-samples-file.ts';
import { comparedQuery } from './compared-query.testing.ts';
import { measuredPrice, shop } from './measured-price.testing.ts';
import { priceMarkdown } from './price-report.ts';
import { priceResults } from './price-results.ts';

it('says findings, sets, break-even and build in Markdown', () => {
  const results = priceResults(shop, {}, measuredPrice());
  const text = results ? priceMarkdown('Shop', results) : '';
  expect(text).toContain('### Price of 2 indexes on products: inserts, updates and deletes of');
  expect(text).toMatch(/^- Without an index an insert takes /m);
  expect(text).toMatch(/\| \+ idx_products_category_price \|\s+\| .+ µs \(.+\), 2\.7× slower/);
  expect(text).toMatch(/^- B: What its reads save: not compared\. Each insert: \+0\.\d+ µs \(/m);
  expect(text).toContain('#### Make the indexes before or after a load?');
});

it('names the queries that gain most and least', () => {
  const compared = {
    q1: comparedQuery('q1', { s1: 1, s2: 0.5, s3: 0.5 }),
    q2: comparedQuery('q2', { s1: 100, s2: 10, s3: 5 }),
  };
  const results = priceResults(shop, compared, measuredPrice());
  expect(results && priceMarkdown('Shop', results)).toMatch(
    /^- B: Worth it from 1 read per \S+ inserts for top categories \(1 per .+ to 1 per .+\); 1 read per \S+ inserts for expensive in a category\. Each insert: /m,
  );
});

it('saves the samples with operation and indexes', () => {
  const { name, text } = writesSamplesFile(measuredPrice(), 'csv');
  expect(name).toBe('writes-index-price.csv');
  expect(text).toContain('delete');
  expect(text).toContain('idx_products_category; idx_products_category_price');
});
