// How the values of one column are made, as settings: what a recipe and a link carry.
// Plain data; the values are made in datagen, the forms are described in generator-forms.ts.
import type { Fraction } from '../units.ts';
import type { LiteralValue } from '../values.ts';

/** A column's part of the recipe: set by the user, or else inferred from name, type and constraints. */
export interface ColumnRecipe {
  generator: ColumnGenerator;
  /** Share of the rows that are NULL; 0 where the column does not allow it. */
  nullShare: Fraction;
}

/** Columns with settings of their own: by table name, then by column name. */
export type ColumnRecipes = Record<string, Record<string, ColumnRecipe>>;

/** How numbers lie in their range: all alike, or small ones more frequent (u^2, u^4). */
export type RangeShape = 'even' | 'low' | 'very-low';

/** How often each value of a list is taken. */
export type Weights =
  | { kind: 'even' }
  /** The k-th value (from 0) has the weight 1 / (k + flatness): a gentle fall. */
  | { kind: 'falling'; flatness: number }
  /** The k-th value has the weight 1 / (k + 1)^exponent: a power law. */
  | { kind: 'power'; exponent: number }
  /** One weight for each value, in its order; any scale. */
  | { kind: 'explicit'; weights: number[] };

/** How a moment is written: text as SQLite's own functions write it, or a count since 1970. */
export type MomentForm = 'date' | 'date-time' | 'seconds' | 'days';

/** Where moments lie in their span. */
export type MomentOrder =
  /** Later rows later, as rows are written in real tables. */
  | 'rows'
  | 'uniform'
  /** Recent ones much more frequent. */
  | 'recent';

/** Which parent row a row refers to. */
export type ReferenceSpread =
  | { kind: 'uniform' }
  /** Some parents much more often: of 1,000 the favourite has 10 % of the children. */
  | { kind: 'skewed' }
  /** The k-th favourite has the weight 1 / (k + 1)^exponent. */
  | { kind: 'zipf'; exponent: number }
  /** Every parent has at least `min` and at most `max` children; the number of rows must allow it. */
  | { kind: 'children'; min: number; max: number }
  /** A row of the same table written before this one: a tree. */
  | { kind: 'earlier' };

export type ColumnGenerator =
  // Numbers
  | { kind: 'sequence'; start: number; step: number }
  | { kind: 'integer'; min: number; max: number; shape: RangeShape }
  | { kind: 'decimal'; min: number; max: number; decimals: number; shape: RangeShape }
  /** Two decimals, small ones more frequent, most of them ending in 99, 95, 49 or 00. */
  | { kind: 'price'; min: number; max: number }
  | { kind: 'normal'; mean: number; deviation: number; decimals: number }
  /** Half of the values below `median`; `spread` is the standard deviation of their logarithm. */
  | { kind: 'log-normal'; median: number; spread: number; decimals: number }
  /** Integers of [min, max]; min + k has the weight 1 / (k + 1)^exponent. */
  | { kind: 'zipf'; min: number; max: number; exponent: number }
  // Choices
  | { kind: 'choice'; values: LiteralValue[]; weights: Weights }
  /** The values in turn: row by row, and again from the first. */
  | { kind: 'list'; values: LiteralValue[] }
  /** 1 in the given share of the rows, else 0. */
  | { kind: 'flag'; share: Fraction }
  | { kind: 'constant'; value: LiteralValue }
  // Moments
  /** Days 'YYYY-MM-DD', both included; `delayDays` moves each up to so many days later. */
  | {
      kind: 'moment';
      from: string;
      to: string;
      form: MomentForm;
      order: MomentOrder;
      delayDays: number;
    }
  /** A day from 1945 to 2006; midnight where a time is written. */
  | { kind: 'birthday'; form: MomentForm }
  | { kind: 'time-of-day' }
  // Text
  /** `{first name}`, `{word}`, `{1-100}` and the like are replaced; see template.ts. */
  | { kind: 'template'; template: string }
  /** Running words, between so many characters. */
  | { kind: 'words'; minLength: number; maxLength: number }
  | { kind: 'word' }
  | { kind: 'title' }
  | { kind: 'sentences'; most: number }
  | { kind: 'slug' }
  | { kind: 'url' }
  // People, places, things
  | { kind: 'person-name' }
  | { kind: 'first-name' }
  /** A first name of its own, not the one in the row's full name. */
  | { kind: 'middle-name' }
  | { kind: 'last-name' }
  | { kind: 'email' }
  | { kind: 'user-name' }
  | { kind: 'job-title' }
  | { kind: 'phone' }
  | { kind: 'street' }
  | { kind: 'city' }
  | { kind: 'state' }
  | { kind: 'country' }
  | { kind: 'country-code' }
  | { kind: 'postal-code' }
  | { kind: 'company' }
  | { kind: 'product-name' }
  | { kind: 'category' }
  // Codes
  /** `#` is a digit, `A` a capital letter, `a` a small one, `*` either or a digit; `\` quotes. */
  | { kind: 'pattern'; pattern: string }
  /** A prefix and a number of at least so many digits. */
  | { kind: 'code'; prefix: string; digits: number }
  | { kind: 'course-code' }
  | { kind: 'letters'; length: number }
  | { kind: 'uuid' }
  | { kind: 'hex'; digits: number }
  | { kind: 'blob'; bytes: number }
  /** An object of so many keys. */
  | { kind: 'json'; keys: number }
  // Other rows and columns
  /** Of a column that is (part of) a foreign key. */
  | { kind: 'reference'; spread: ReferenceSpread }
  /** An SQL expression over other columns of the row: `quantity * price`. */
  | { kind: 'expression'; sql: string }
  /** What the column's DEFAULT says. */
  | { kind: 'default' };

export type GeneratorKind = ColumnGenerator['kind'];

/** The settings of one kind. */
export type GeneratorOf<Kind extends GeneratorKind> = Extract<ColumnGenerator, { kind: Kind }>;

/** Kinds whose values follow from the number of the row alone, without other rows or columns. */
export type StandaloneGenerator = Exclude<
  ColumnGenerator,
  { kind: 'reference' | 'expression' | 'default' }
>;

/** True when no other row or column is needed to make the values. */
export function isStandalone(settings: ColumnGenerator): settings is StandaloneGenerator {
  return !['reference', 'expression', 'default'].includes(settings.kind);
}

/** Standalone kinds that nothing can be set of. */
type PlainKind = {
  [Kind in StandaloneGenerator['kind']]: keyof GeneratorOf<Kind> extends 'kind' ? Kind : never;
}[StandaloneGenerator['kind']];

/** The settings of the kinds that have none: for whatever must say something of every kind. */
export const plainKinds: Readonly<Record<PlainKind, Readonly<Record<never, never>>>> = {
  'time-of-day': {},
  word: {},
  title: {},
  slug: {},
  url: {},
  'person-name': {},
  'first-name': {},
  'middle-name': {},
  'last-name': {},
  email: {},
  'user-name': {},
  'job-title': {},
  phone: {},
  street: {},
  city: {},
  state: {},
  country: {},
  'country-code': {},
  'postal-code': {},
  company: {},
  'product-name': {},
  category: {},
  'course-code': {},
  uuid: {},
};
