import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Weights } from '../../../../engine/model/recipe/column-generator.ts';
import { spreadChoices, toSpread } from './spread-choices.ts';
import { weightRows, withWeight } from './weight-rows.ts';
import { toWeights, weightShares } from './weights.ts';

test('shares follow the rule', () => {
  expect(weightShares({ kind: 'even' }, 4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(weightShares({ kind: 'power', exponent: 1 }, 2)).toEqual([2 / 3, 1 / 3]);
  expect(weightShares({ kind: 'falling', flatness: 1 }, 2)).toEqual([2 / 3, 1 / 3]);
  expect(weightShares({ kind: 'explicit', weights: [3, 1] }, 2)).toEqual([0.75, 0.25]);
  expect(weightShares({ kind: 'explicit', weights: [0, 0] }, 2)).toEqual([0, 0]);
});

test('explicit weights begin as what the rule gave', () => {
  const explicit = toWeights({ kind: 'power', exponent: 1 }, 'explicit', 3);
  expect(explicit).toEqual({ kind: 'explicit', weights: [54.55, 27.27, 18.18] });
  expect(withWeight(explicit, 1, 5)).toEqual({ kind: 'explicit', weights: [54.55, 5, 18.18] });
});

test('what is drawn and what is not make up the whole', () => {
  const rule = fc.constantFrom<Weights>(
    { kind: 'even' },
    { kind: 'falling', flatness: 3 },
    { kind: 'power', exponent: 1.2 },
  );
  fc.assert(
    fc.property(
      rule,
      fc.array(fc.string(), { minLength: 1, maxLength: 300 }),
      (weights, values) => {
        const { rows, rest } = weightRows(weights, values);
        const drawn = rows.reduce((sum, { share }) => sum + share, 0);
        expect(rest === null).toBe(rows.length === values.length);
        if (rest === null) expect(drawn).toBeCloseTo(1);
      },
    ),
  );
  const { rows, rest } = weightRows({ kind: 'even' }, ['x', 1, null, '1', 5, 6, 7, 8]);
  expect(rows.map(({ text }) => text)).toEqual(['x', '1', 'NULL', "'1'", '5', '6']);
  expect(rest).toBe('and 2 more: 25 % together');
});

test('children are offered as the rows of both tables allow', () => {
  expect(toSpread('children', 5)).toEqual({ kind: 'children', min: 2, max: 8 });
  expect(toSpread('children', 0.2)).toEqual({ kind: 'children', min: 0, max: 1 });
  const kinds = (isTree: boolean) =>
    spreadChoices({ kind: 'uniform' }, isTree, null).choices.map(({ value }) => value);
  expect(kinds(false)).not.toContain('earlier');
  expect(kinds(true)).toContain('earlier');
  expect(spreadChoices({ kind: 'children', min: 1, max: 2 }, false, 2.5).hint).toMatch(/2\.5/);
});
