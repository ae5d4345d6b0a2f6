import { expect, it } from 'vitest';
import { writesSamplesFile } from '../run/writes-samples-file.ts';
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

it('saves the samples with operation and indexes', () => {
  const { name, text } = writesSamplesFile(measuredPrice(), 'csv');
  expect(name).toBe('writes-index-price.csv');
  expect(text).toContain('delete');
  expect(text).toContain('idx_products_category; idx_products_category_price');
});
