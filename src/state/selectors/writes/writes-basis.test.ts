import { expect, it } from 'vitest';
import { shop } from './price/measured-price.testing.ts';
import { trialsBasis } from './writes-basis.ts';

it('trials are stale when an index changes, which may be UNIQUE; not when setups do', () => {
  const sql = 'CREATE UNIQUE INDEX once ON Product (name)';
  const indexed = { ...shop, indexes: [...shop.indexes, { name: 'once', sql }] };
  expect(trialsBasis(indexed)).not.toBe(trialsBasis(shop));
  const setups = shop.setups.map((setup) => ({ ...setup, indexes: ['once'] }));
  expect(trialsBasis({ ...indexed, setups })).toBe(trialsBasis(indexed));
});
