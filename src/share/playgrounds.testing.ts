// Playgrounds for tests of links, files and storage: random ones, and one to read.
import fc from 'fast-check';
import type { AuthorCounters } from '../engine/model/counters/author-counters.ts';
import type { Counters } from '../engine/model/counters/counters.ts';
import type { ImportedData } from '../engine/model/database/imported-data.ts';
import type { ParameterGenerator, Playground } from '../engine/model/playground.ts';
import { anyCharacter } from '../lib/any-character.testing.ts';
import { anyColumns } from './recipe/columns.testing.ts';

// 'full' units reach every code point, lone surrogates too.
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc.constantFrom('__proto__', 'constructor', 'Größe ☕ 𝒳', '\ud800', '\u0000', "O'Brien"),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const literal = fc.oneof(fc.constant(null), number, text);
const whole = fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value));
const exponent = fc.double({ min: 0, max: 10, noNaN: true }).map((value) => Math.abs(value));

const generator: fc.Arbitrary<ParameterGenerator> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), value: literal }),
  fc.record({ kind: fc.constant('list' as const), values: fc.array(literal, { maxLength: 6 }) }),
  fc.record({ kind: fc.constant('uniform' as const), min: whole, max: whole }),
  fc.record({ kind: fc.constant('zipf' as const), min: whole, max: whole, exponent }),
  fc.record({ kind: fc.constant('query' as const), sql: text, exponent }),
);

/** Random playgrounds of the first version, with the ids that opening a link gives ('q1', 's1'). */
export const anyPlayground: fc.Arbitrary<Playground> = fc
  .uniqueArray(text, { maxLength: 5 })
  .chain((indexNames) =>
    fc.record({
      title: text,
      notes: text,
      schemaSql: text,
      recipe: fc.record({
        seed: fc.oneof(fc.constant(42), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
        generatorsVersion: fc.constant(1 as const),
        rows: fc
          .array(fc.tuple(text, fc.integer({ min: 0, max: 1_000_000 })), { maxLength: 4 })
          .map((entries): Record<string, number> => Object.fromEntries(entries)),
      }),
      indexes: fc.tuple(
        ...indexNames.map((name) => fc.record({ name: fc.constant(name), sql: text })),
      ),
      queries: fc
        .array(
          fc.record({
            name: text,
            sql: text,
            parameters: fc.array(fc.record({ name: text, generator }), { maxLength: 3 }),
            weight: fc.oneof(fc.constant(1), fc.nat()),
          }),
          { maxLength: 4 },
        )
        .map((queries) => queries.map((query, index) => ({ id: `q${index + 1}`, ...query }))),
      setups: fc
        .array(
          fc.record({
            name: fc.oneof(fc.constant('baseline'), text),
            indexes: fc.subarray(indexNames),
            hasStatistics: fc.boolean(),
            cache: fc.oneof(
              fc.constant({ kind: 'none' as const }),
              fc.record({
                kind: fc.constant('lru' as const),
                capacity: fc.integer({ min: 1, max: 1_000_000 }),
              }),
            ),
          }),
          { minLength: 1, maxLength: 6 },
        )
        .map((setups) => setups.map((setup, index) => ({ id: `s${index + 1}`, ...setup }))),
    }),
  );

const anyImported: fc.Arbitrary<ImportedData> = fc.record({
  imageId: fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 })
    .map((digits) => `i${digits}`),
  fileName: text,
  sizeBytes: fc.maxSafeNat(),
  tables: fc.array(fc.record({ name: text, rows: fc.maxSafeNat() }), { maxLength: 4 }),
  engine: fc.constantFrom('sql.js' as const, 'sqlite-wasm' as const),
});

/** Random playgrounds with what the third version of links added: at least one thing of it. */
export const anyRecentPlayground: fc.Arbitrary<Playground> = fc
  .tuple(
    anyPlayground,
    fc.constantFrom(1 as const, 2 as const),
    fc.option(anyColumns),
    fc.option(anyImported),
  )
  .filter(
    ([, version, columns, imported]) => version === 2 || columns !== null || imported !== null,
  )
  .map(([playground, generatorsVersion, columns, imported]) => ({
    ...playground,
    recipe: { ...playground.recipe, generatorsVersion, ...(columns && { columns }) },
    ...(imported && { imported }),
  }));

const hash = fc
  .integer({ min: 0, max: 2 ** 32 - 1 })
  .map((value) => value.toString(16).padStart(8, '0'));
const count = fc.oneof(fc.constant(0), fc.nat(), fc.integer({ min: 0, max: 2 ** 53 - 1 }));

/** Random counters, hashes of 8 digits. */
export const anyCount: fc.Arbitrary<Counters> = fc.record({
  vmSteps: count,
  fullScanSteps: count,
  sorts: count,
  autoIndexRows: count,
  filterHits: count,
  filterMisses: count,
  pageHits: count,
  pageMisses: count,
  rows: count,
  resultHash: hash,
  planHash: hash,
});

/** What an author may have counted of a playground: any cell or none. */
export function anyCounters({ queries, setups }: Playground): fc.Arbitrary<AuthorCounters> {
  const exactly = <Item>(item: fc.Arbitrary<Item>, length: number) =>
    fc.array(item, { minLength: length, maxLength: length });
  return fc.record({
    sqliteVersion: fc.constantFrom('3.54.1', '3.100.0'),
    cells: exactly(exactly(fc.option(anyCount), setups.length), queries.length),
  });
}

/** A small playground in which nothing has its default. */
export const samplePlayground: Playground = {
  title: 'Product search',
  notes: 'Größe ☕ "quoted" \u2028 lines',
  schemaSql: 'CREATE TABLE products (id INTEGER PRIMARY KEY, category TEXT, price REAL);',
  recipe: { seed: 7, generatorsVersion: 1, rows: { products: 1_000_000 } },
  indexes: [
    { name: 'idx_category', sql: 'CREATE INDEX idx_category ON products (category)' },
    { name: 'idx_price', sql: 'CREATE INDEX idx_price ON products (price)' },
  ],
  queries: [
    {
      id: 'q1',
      name: 'expensive in a category',
      sql: 'SELECT * FROM products WHERE category = :category AND price > :price',
      parameters: [
        {
          name: ':category',
          generator: { kind: 'query', sql: 'SELECT DISTINCT category FROM products', exponent: 1 },
        },
        { name: ':price', generator: { kind: 'list', values: [900, 950.5, '1e3', null] } },
      ],
      weight: 8,
    },
  ],
  setups: [
    { id: 's1', name: 'baseline', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
    {
      id: 's2',
      name: 'by price',
      indexes: ['idx_price'],
      hasStatistics: true,
      cache: { kind: 'lru', capacity: 500 },
    },
  ],
};

/** The small playground with what the third version of links added. */
export const recentPlayground: Playground = {
  ...samplePlayground,
  recipe: {
    seed: 7,
    generatorsVersion: 2,
    rows: { products: 1_000_000 },
    columns: {
      products: {
        category: {
          generator: {
            kind: 'choice',
            values: ['tools', 'toys', null],
            weights: { kind: 'explicit', weights: [5, 3, 0.5] },
          },
          nullShare: 0.25,
        },
        price: { generator: { kind: 'price', min: 1, max: 900 }, nullShare: 0 },
      },
      orders: {
        product_id: {
          generator: { kind: 'reference', spread: { kind: 'children', min: 0, max: 9 } },
          nullShare: 0,
        },
        ordered: {
          generator: {
            kind: 'moment',
            from: '2024-01-01',
            to: '2025-12-31',
            form: 'seconds',
            order: 'recent',
            delayDays: 0,
          },
          nullShare: 0,
        },
      },
    },
  },
  imported: {
    imageId: 'i0123456789abcdef',
    fileName: 'shop.db',
    sizeBytes: 31_457_280,
    tables: [
      { name: 'products', rows: 1_000_000 },
      { name: '__proto__', rows: 0 },
    ],
    engine: 'sqlite-wasm',
  },
};
