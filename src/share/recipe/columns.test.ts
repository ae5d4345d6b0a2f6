import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Playground } from '../../engine/model/playground.ts';
import type { ColumnRecipes } from '../../engine/model/recipe/column-generator.ts';
import { parseLinkDocument, toLinkDocument } from '../link/link-document.ts';
import { checkPlayground } from '../playground-schema.ts';
import { samplePlayground } from '../playgrounds.testing.ts';
import { anyColumns, anyGeneratorOf, generatorKinds } from './columns.testing.ts';
import { toWireColumns } from './link-columns.ts';

function withColumns(columns: ColumnRecipes): Playground {
  return { ...samplePlayground, recipe: { ...samplePlayground.recipe, columns } };
}

/** Through the text that a link or a file holds. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function expectRoundTrip(columns: ColumnRecipes): void {
  const playground = withColumns(columns);
  expect(checkPlayground(asJson(playground))).toEqual({ kind: 'valid', playground });
  expect(parseLinkDocument(asJson(toLinkDocument({ playground })))).toMatchObject({
    kind: 'valid',
    payload: { playground },
  });
}

function problemOf(columns: unknown): string {
  const check = checkPlayground(withColumns(columns as ColumnRecipes));
  return check.kind === 'invalid' ? check.problem : 'none';
}

function linkProblemOf(...wire: unknown[]): string {
  const check = parseLinkDocument({ x: [['t', [['c', wire]]]] });
  return check.kind === 'invalid' ? check.problem : 'none';
}

describe('settings of columns', () => {
  it.each(generatorKinds)('of the kind %s come back as they were', (kind) => {
    fc.assert(
      fc.property(anyGeneratorOf(kind), (generator) => {
        expectRoundTrip({ t: { c: { generator, nullShare: 0 } } });
      }),
      { numRuns: 20 },
    );
  });

  it('of any tables and columns come back as they were, whatever their names', () => {
    fc.assert(fc.property(anyColumns, expectRoundTrip), { numRuns: 300 });
  });

  it('are small in a link: a code, and no more than was chosen', () => {
    const columns: ColumnRecipes = {
      orders: {
        id: { generator: { kind: 'sequence', start: 1, step: 1 }, nullShare: 0 },
        quantity: {
          generator: { kind: 'integer', min: 1, max: 9, shape: 'even' },
          nullShare: 0.1,
        },
        status: {
          generator: { kind: 'choice', values: ['new', 'paid'], weights: { kind: 'even' } },
          nullShare: 0,
        },
        customer_id: {
          generator: { kind: 'reference', spread: { kind: 'zipf', exponent: 1.2 } },
          nullShare: 0,
        },
      },
      empty: {},
    };
    expect(toWireColumns(columns)).toEqual([
      [
        'orders',
        [
          ['id', ['sq']],
          ['quantity', ['i', 1, 9], 0.1],
          ['status', ['ch', ['new', 'paid']]],
          ['customer_id', ['r', ['z', 1.2]]],
        ],
      ],
    ]);
    expect(toWireColumns({ empty: {} })).toBeNull();
    expect(toWireColumns(undefined)).toBeNull();
  });

  it('take names that every object answers to, and change no prototype', () => {
    const columns: unknown = JSON.parse(
      '{"__proto__":{"constructor":{"generator":{"kind":"uuid"},"nullShare":0},"__proto__":{"generator":{"kind":"word"},"nullShare":0}}}',
    );
    const check = checkPlayground(withColumns(columns as ColumnRecipes));
    if (check.kind !== 'valid') throw new Error(check.problem);
    const tables = check.playground.recipe.columns ?? {};
    expect(Object.keys(tables)).toEqual(['__proto__']);
    const table = Object.getOwnPropertyDescriptor(tables, '__proto__')?.value;
    expect(Object.keys(table)).toEqual(['constructor', '__proto__']);
    expect(Object.getPrototypeOf(tables)).toBe(Object.prototype);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('kind');
  });

  it.each([
    ['an unknown kind', { kind: 'teapot' }],
    ['a kind of every object', { kind: 'constructor' }],
    ['no kind', {}],
    ['a list', []],
    ['nothing', null],
    ['a missing setting', { kind: 'price', min: 1 }],
    ['a setting too many', { kind: 'uuid', version: 4 }],
    ['half a whole number', { kind: 'integer', min: 0.5, max: 2, shape: 'even' }],
    ['an infinite number', { kind: 'price', min: 0, max: Number.POSITIVE_INFINITY }],
    ['NaN', { kind: 'normal', mean: Number.NaN, deviation: 1, decimals: 0 }],
    ['a day that is none', { kind: 'moment', from: 'now', to: '2024-01-01' }],
    ['too long a list', { kind: 'list', values: Array(10_001).fill(1) }],
    ['an object as value', { kind: 'constant', value: {} }],
    ['too large a blob', { kind: 'blob', bytes: 1e9 }],
    ['too long a text', { kind: 'expression', sql: 'x'.repeat(100_001) }],
    ['weights of another kind', { kind: 'choice', values: [], weights: { kind: 'zipf' } }],
    ['a spread with too much', { kind: 'reference', spread: { kind: 'uniform', exponent: 1 } }],
    ['a share of two', { kind: 'flag', share: 2 }],
  ])('with %s are refused', (_, generator) => {
    expect(problemOf({ t: { c: { generator, nullShare: 0 } } })).toMatch(
      /^the setting .*of column “c” of table “t” /,
    );
  });

  it('say where they are wrong, and how', () => {
    const generator = { kind: 'price', min: '1', max: 2 };
    expect(problemOf({ orders: { total: { generator, nullShare: 0 } } })).toBe(
      'the setting “min” of column “total” of table “orders” is not what it should be',
    );
    const uuid = { kind: 'uuid' };
    expect(problemOf({ orders: { total: { generator: uuid, nullShare: 1.5 } } })).toBe(
      'the setting “nullShare” of column “total” of table “orders” must be 1 or less',
    );
    const entries = Array.from({ length: 501 }, (_, index) => [`t${index}`, {}]);
    expect(problemOf(Object.fromEntries(entries))).toBe(
      'the list of tables with settings has more than 500 entries',
    );
  });

  it.each([
    ['an unknown code', ['??']],
    ['an old prototype', ['constructor']],
    ['too many settings', ['uu', 1]],
    ['too few settings', ['pr', 1]],
    ['an unknown word', ['i', 1, 2, 'q']],
    ['weights with too much', ['ch', [], ['f', 1, 2]]],
    ['an unknown spread', ['r', ['q', 1]]],
    ['an object in place of a list', ['r', { kind: 'uniform' }]],
  ])('in a link with %s are refused', (_, wire) => {
    expect(linkProblemOf(...wire)).not.toBe('none');
  });

  it('are refused in no time, however many', () => {
    const generator = { kind: 'teapot' };
    const columns = Array.from({ length: 2000 }, (_, index) => [
      `c${index}`,
      { generator: { kind: 'uuid' }, nullShare: 0 },
    ]);
    const tables = Array.from({ length: 50 }, (_, index) => [
      `t${index}`,
      Object.fromEntries(columns),
    ]);
    const whole = { ...Object.fromEntries(tables), last: { c: { generator, nullShare: 0 } } };
    const start = performance.now();
    expect(problemOf(whole)).toMatch(/does not know$/);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
