// What counts as a column's part of a recipe when it comes from outside: a shape for every generator.
// Limits keep the page alive; what is merely wrong (a minimum above its maximum) the engine says.
import * as v from 'valibot';
import {
  type ColumnGenerator,
  type ColumnRecipes,
  type GeneratorKind,
  type GeneratorOf,
  plainKinds,
  type Weights,
} from '../../engine/model/recipe/column-generator.ts';
import type { LiteralValue } from '../../engine/model/values.ts';
import { atMost, dictionary, finite, integer, text } from '../schema-parts.ts';

/** Above what the forms offer (setting-limits.ts), far below what a page cannot hold. */
export const columnLimits = {
  tables: 500,
  /** Of one table: SQLite's own limit. */
  columns: 2000,
  nameLength: 1000,
  listValues: 10_000,
  literalLength: 100_000,
  expressionLength: 100_000,
  templateLength: 10_000,
  /** Characters or bytes of one value that is made. */
  valueLength: 1_000_000,
  delayDays: 100_000,
} as const;

const limits = columnLimits;

const whole = v.pipe(v.number(), v.safeInteger('must be a whole number'));
const share = v.pipe(
  finite,
  v.minValue(0, 'must be 0 or more'),
  v.maxValue(1, 'must be 1 or less'),
);
const exponent = v.pipe(
  finite,
  v.minValue(0, 'must be 0 or more'),
  v.maxValue(10, 'must be at most 10'),
);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2024-02-29'));
const decimals = integer(0, 20);
const valueLength = integer(0, limits.valueLength);
const momentForm = v.picklist(['date', 'date-time', 'seconds', 'days']);
const shape = v.picklist(['even', 'low', 'very-low']);
const literal = v.union(
  [v.null(), finite, text(limits.literalLength)],
  `must be NULL, a number or a text of at most ${limits.literalLength.toLocaleString('en-US')} characters`,
);
const values = v.pipe(v.array(literal), atMost<LiteralValue>(limits.listValues));

const weights: v.GenericSchema<unknown, Weights> = v.variant('kind', [
  v.strictObject({ kind: v.literal('even') }),
  v.strictObject({ kind: v.literal('falling'), flatness: finite }),
  v.strictObject({ kind: v.literal('power'), exponent }),
  v.strictObject({
    kind: v.literal('explicit'),
    weights: v.pipe(v.array(finite), atMost<number>(limits.listValues)),
  }),
]);

const spread = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['uniform', 'skewed', 'earlier']) }),
  v.strictObject({ kind: v.literal('zipf'), exponent }),
  v.strictObject({ kind: v.literal('children'), min: whole, max: whole }),
]);

type SettingSchemas<Kind extends GeneratorKind> = {
  [Key in Exclude<keyof GeneratorOf<Kind>, 'kind'>]: v.GenericSchema<
    unknown,
    GeneratorOf<Kind>[Key]
  >;
};

const settings: { [Kind in GeneratorKind]: SettingSchemas<Kind> } = {
  ...plainKinds,
  sequence: { start: whole, step: whole },
  integer: { min: whole, max: whole, shape },
  decimal: { min: finite, max: finite, decimals, shape },
  price: { min: finite, max: finite },
  normal: { mean: finite, deviation: finite, decimals },
  'log-normal': { median: finite, spread: finite, decimals },
  zipf: { min: whole, max: whole, exponent },
  choice: { values, weights },
  list: { values },
  flag: { share },
  constant: { value: literal },
  moment: {
    from: day,
    to: day,
    form: momentForm,
    order: v.picklist(['rows', 'uniform', 'recent']),
    delayDays: v.pipe(
      finite,
      v.minValue(0, 'must be 0 or more'),
      v.maxValue(limits.delayDays, `must be at most ${limits.delayDays}`),
    ),
  },
  birthday: { form: momentForm },
  template: { template: text(limits.templateLength) },
  words: { minLength: valueLength, maxLength: valueLength },
  sentences: { most: integer(0, 10_000) },
  pattern: { pattern: text(limits.templateLength) },
  code: { prefix: text(limits.templateLength), digits: integer(0, 100) },
  letters: { length: valueLength },
  hex: { digits: valueLength },
  blob: { bytes: valueLength },
  json: { keys: integer(0, 10_000) },
  reference: { spread },
  expression: { sql: text(limits.expressionLength) },
  default: {},
};

type GeneratorSchema = v.GenericSchema<unknown, ColumnGenerator>;

// By its kind at once: trying one shape after the other takes long for a hostile document.
const byKind: ReadonlyMap<unknown, GeneratorSchema> = new Map(
  Object.entries(settings).map(([kind, shapes]) => [
    kind,
    v.strictObject({ kind: v.literal(kind), ...shapes }) as GeneratorSchema,
  ]),
);
const unknownKind: GeneratorSchema = v.never('has a kind that this page does not know');

/** The settings of one column's values. */
export const generatorSchema: GeneratorSchema = v.lazy(
  (input) => byKind.get(Object(input).kind) ?? unknownKind,
);

const name = text(limits.nameLength);

/** Columns with settings of their own, by table and column; any name is safe as a key. */
export const columnsSchema: v.GenericSchema<unknown, ColumnRecipes> = dictionary(
  name,
  dictionary(
    name,
    v.strictObject({ generator: generatorSchema, nullShare: share }),
    limits.columns,
  ),
  limits.tables,
);
