import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxRowsPerTable, type Query, type Recipe } from '../../../engine/model/playground.ts';
import { largestRowChoices, rowSteps, shareSteps } from './scale-steps.ts';
import { followingParameters, scaledQuery, scaledRecipe, scaleTable } from './scaled-recipe.ts';

function recipeOf(rows: Record<string, number>): Recipe {
  return { seed: 1, generatorsVersion: 1, rows };
}

const shop = recipeOf({ products: 20_000, orders: 80_000, tags: 0 });

describe('the table of the axis', () => {
  it('is the largest that the query names, else the largest of all', () => {
    expect(scaleTable(shop, 'SELECT * FROM Products p')).toEqual({
      name: 'products',
      rows: 20_000,
      maxRows: 2_500_000,
    });
    expect(scaleTable(shop, 'SELECT 1')?.name).toBe('orders');
    expect(scaleTable(shop, 'SELECT * FROM products JOIN "orders"')?.name).toBe('orders');
    expect(scaleTable(recipeOf({ tags: 0 }), 'SELECT * FROM tags')).toBeNull();
  });
});

describe('a scaled recipe', () => {
  it('keeps proportions, empty tables and at least one row', () => {
    expect(scaledRecipe(shop, 'products', 1000).rows).toEqual({
      products: 1000,
      orders: 4000,
      tags: 0,
    });
    expect(scaledRecipe(recipeOf({ a: 10_000, b: 5 }), 'a', 100).rows).toEqual({ a: 100, b: 1 });
  });

  it('never asks for more than a table can have, and the axis is what was asked', () => {
    const counts = fc.integer({ min: 1, max: maxRowsPerTable });
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 1 }), (a, b, wanted) => {
        const recipe = recipeOf({ a, b });
        const table = scaleTable(recipe, 'SELECT * FROM a');
        const rows = Math.max(1, Math.min(wanted, table?.maxRows ?? 0));
        const scaled = scaledRecipe(recipe, 'a', rows);
        expect(scaled.rows.a).toBe(rows);
        expect(scaled.rows.b).toBeGreaterThanOrEqual(1);
        expect(scaled.rows.b).toBeLessThanOrEqual(maxRowsPerTable);
      }),
    );
  });
});

describe('the parameters of a scaled query', () => {
  const query: Query = {
    id: 'q',
    name: 'q',
    sql: '',
    weight: 1,
    parameters: [
      { name: ':id', generator: { kind: 'uniform', min: 1, max: 20_000 } },
      { name: ':hot', generator: { kind: 'zipf', min: 1, max: 80_000, exponent: 1 } },
      { name: ':price', generator: { kind: 'uniform', min: 1, max: 900 } },
      { name: ':word', generator: { kind: 'constant', value: 20_000 } },
    ],
  };

  it('follow the table whose keys they range over', () => {
    const scaled = scaledQuery(query, shop, scaledRecipe(shop, 'products', 1000));
    expect(scaled.parameters.map(({ generator }) => generator)).toEqual([
      { kind: 'uniform', min: 1, max: 1000 },
      { kind: 'zipf', min: 1, max: 4000, exponent: 1 },
      { kind: 'uniform', min: 1, max: 900 },
      { kind: 'constant', value: 20_000 },
    ]);
    expect(followingParameters(query, shop)).toEqual([
      { name: ':id', table: 'products' },
      { name: ':hot', table: 'orders' },
    ]);
  });
});

describe('the steps', () => {
  it('are 1-3-10 numbers and end at the largest', () => {
    expect(rowSteps(1_000_000)).toEqual([1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000]);
    expect(rowSteps(80_000)).toEqual([1000, 3000, 10_000, 30_000, 80_000]);
    expect(rowSteps(20_000)).toEqual([300, 1000, 3000, 10_000, 20_000]);
    expect(rowSteps(2000)).toEqual([30, 100, 300, 1000, 2000]);
    expect(shareSteps(20_000)).toEqual([0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]);
    expect(shareSteps(500)).toEqual([0.003, 0.01, 0.03, 0.1, 0.3, 1]);
    expect(largestRowChoices(20_000, 250_000)).toEqual([
      3000, 10_000, 20_000, 30_000, 100_000, 250_000,
    ]);
  });

  it('rise, and are at least four from 30 rows on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 1_000_000 }), (largest) => {
        const steps = rowSteps(largest);
        expect(steps.length).toBeGreaterThanOrEqual(4);
        expect(steps.length).toBeLessThanOrEqual(8);
        expect(steps.at(-1)).toBe(largest);
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
        expect(new Set(steps).size).toBe(steps.length);
      }),
    );
  });
});
