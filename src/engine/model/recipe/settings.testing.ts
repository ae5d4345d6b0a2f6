// Random settings of every standalone kind, sensible and not, for property tests.
// What makes sense of them settingsProblem says.
import fc from 'fast-check';
import {
  type GeneratorOf,
  plainKinds,
  type StandaloneGenerator,
  type Weights,
} from './column-generator.ts';

const whole = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);
const number = fc.oneof(
  whole,
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const decimals = fc.integer({ min: -1, max: 7 });
const shape = fc.constantFrom('even', 'low', 'very-low');
const exponent = fc.double({ min: -1, max: 11, noNaN: true });
const literal = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.constant(null));
const values = fc.array(literal, { maxLength: 12 });
const weights: fc.Arbitrary<Weights> = fc.oneof(
  fc.constant({ kind: 'even' } as const),
  fc.record({ kind: fc.constant('falling'), flatness: fc.double({ max: 50, noNaN: true }) }),
  fc.record({ kind: fc.constant('power'), exponent }),
  fc.record({
    kind: fc.constant('explicit'),
    weights: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 12 }),
  }),
);
const day = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.nat(31))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const form = fc.constantFrom('date', 'date-time', 'seconds', 'days');
const templates = fc
  .array(
    fc.constantFrom(
      '{row}',
      '{first name}',
      '{name}',
      '{word}',
      '{city}',
      '{digit}',
      '{1-9}',
      '{05-50}',
      '{category}',
      '-',
      ' of ',
      '7',
      '{{',
      '{',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const patterns = fc.string({
  unit: fc.constantFrom('#', 'A', 'a', '*', '-', '\\', '7', 'ß'),
  maxLength: 14,
});
const count = (max: number) => fc.integer({ min: 0, max });

type Settings<Kind extends StandaloneGenerator['kind']> = {
  [Key in Exclude<keyof GeneratorOf<Kind>, 'kind'>]: fc.Arbitrary<GeneratorOf<Kind>[Key]>;
};

const bySetting: { [Kind in StandaloneGenerator['kind']]: Settings<Kind> } = {
  ...plainKinds,
  sequence: { start: whole, step: whole },
  integer: { min: whole, max: whole, shape },
  decimal: { min: number, max: number, decimals, shape },
  price: { min: number, max: number },
  normal: { mean: number, deviation: number, decimals },
  'log-normal': { median: number, spread: fc.double({ min: -1, max: 6, noNaN: true }), decimals },
  zipf: { min: whole, max: whole, exponent },
  choice: { values, weights },
  list: { values },
  flag: { share: fc.double({ min: -0.1, max: 1.1, noNaN: true }) },
  constant: { value: literal },
  moment: {
    from: day,
    to: day,
    form,
    order: fc.constantFrom('rows', 'uniform', 'recent'),
    delayDays: fc.integer({ min: -1, max: 800 }),
  },
  birthday: { form },
  template: { template: templates },
  words: { minLength: count(200), maxLength: count(300) },
  sentences: { most: count(5) },
  pattern: { pattern: patterns },
  code: { prefix: fc.string({ maxLength: 4 }), digits: count(16) },
  letters: { length: count(40) },
  hex: { digits: count(80) },
  blob: { bytes: count(70) },
  json: { keys: count(12) },
};

/** Settings of one kind. */
export function anySettingsOf(
  kind: StandaloneGenerator['kind'],
): fc.Arbitrary<StandaloneGenerator> {
  // The record holds what the kind asks for, by the type above.
  return fc.record({
    kind: fc.constant(kind),
    ...bySetting[kind],
  }) as fc.Arbitrary<StandaloneGenerator>;
}

export const standaloneKinds = Object.keys(bySetting) as StandaloneGenerator['kind'][];
