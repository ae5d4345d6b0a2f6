// Column settings for tests: random ones of every kind, and one of each to read.
// In every setting's whole range, sense or not: what is merely wrong must travel too.
import fc from 'fast-check';
import {
  type ColumnGenerator,
  type ColumnRecipe,
  type ColumnRecipes,
  type GeneratorKind,
  type GeneratorOf,
  plainKinds,
  type ReferenceSpread,
  type Weights,
} from '../../engine/model/recipe/column-generator.ts';
import { anyCharacter } from '../../lib/any-character.testing.ts';

type Arbitraries<Kind extends GeneratorKind> = {
  [Key in Exclude<keyof GeneratorOf<Kind>, 'kind'>]: fc.Arbitrary<GeneratorOf<Kind>[Key]>;
};

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: anyCharacter, maxLength: 10 }),
  fc.constantFrom('__proto__', 'constructor', '{first name}', 'Größe ☕ 𝒳', '\ud800', ''),
);
// JSON knows no negative zero.
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value));
const whole = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger());
const exponent = fc.double({ min: 0, max: 10, noNaN: true });
const share = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const literal = fc.oneof(fc.constant(null), number, text);
const values = fc.array(literal, { maxLength: 5 });
const decimals = fc.integer({ min: 0, max: 20 });
const length = fc.integer({ min: 0, max: 1_000_000 });
const shape = fc.constantFrom('even' as const, 'low' as const, 'very-low' as const);
const form = fc.constantFrom(
  'date' as const,
  'date-time' as const,
  'seconds' as const,
  'days' as const,
);
const day = fc.tuple(fc.nat(9999), fc.nat(99), fc.nat(99)).map(([year, month, date]) => {
  const padded = (part: number, digits: number) => `${part}`.padStart(digits, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
});
const weights: fc.Arbitrary<Weights> = fc.oneof(
  fc.constant({ kind: 'even' as const }),
  fc.record({ kind: fc.constant('falling' as const), flatness: number }),
  fc.record({ kind: fc.constant('power' as const), exponent }),
  fc.record({
    kind: fc.constant('explicit' as const),
    weights: fc.array(number, { maxLength: 5 }),
  }),
);
const spread: fc.Arbitrary<ReferenceSpread> = fc.oneof(
  fc.constantFrom(
    { kind: 'uniform' as const },
    { kind: 'skewed' as const },
    { kind: 'earlier' as const },
  ),
  fc.record({ kind: fc.constant('zipf' as const), exponent }),
  fc.record({ kind: fc.constant('children' as const), min: whole, max: whole }),
);

const settings: { [Kind in GeneratorKind]: Arbitraries<Kind> } = {
  ...plainKinds,
  sequence: { start: whole, step: whole },
  integer: { min: whole, max: whole, shape },
  decimal: { min: number, max: number, decimals, shape },
  price: { min: number, max: number },
  normal: { mean: number, deviation: number, decimals },
  'log-normal': { median: number, spread: number, decimals },
  zipf: { min: whole, max: whole, exponent },
  choice: { values, weights },
  list: { values },
  flag: { share },
  constant: { value: literal },
  moment: {
    from: day,
    to: day,
    form,
    order: fc.constantFrom('rows' as const, 'uniform' as const, 'recent' as const),
    delayDays: fc.oneof(fc.nat(100_000), fc.double({ min: 0, max: 100, noNaN: true })),
  },
  birthday: { form },
  template: { template: text },
  words: { minLength: length, maxLength: length },
  sentences: { most: fc.nat(10_000) },
  pattern: { pattern: text },
  code: { prefix: text, digits: fc.nat(100) },
  letters: { length },
  hex: { digits: length },
  blob: { bytes: length },
  json: { keys: fc.nat(10_000) },
  reference: { spread },
  expression: { sql: text },
  default: {},
};

/** Every kind that there is. */
export const generatorKinds = Object.keys(settings) as GeneratorKind[];

/** Random settings of one kind. */
export function anyGeneratorOf(kind: GeneratorKind): fc.Arbitrary<ColumnGenerator> {
  return fc.record({ kind: fc.constant(kind), ...settings[kind] }) as fc.Arbitrary<ColumnGenerator>;
}

export const anyGenerator = fc.oneof(...generatorKinds.map(anyGeneratorOf));

const anyColumn: fc.Arbitrary<ColumnRecipe> = fc.record({
  generator: anyGenerator,
  nullShare: share,
});

function byName<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> {
  return fc
    .array(fc.tuple(text, value), { minLength: 1, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
}

/** Random settings of some columns of some tables. */
export const anyColumns: fc.Arbitrary<ColumnRecipes> = byName(byName(anyColumn));
