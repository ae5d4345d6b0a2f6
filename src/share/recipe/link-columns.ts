// Columns with settings of their own in the compact form that a link carries (key 'x', since version
// 3): a generator is a list of its code and its settings. Checks codes only; column-schema.ts the rest.
import * as v from 'valibot';
import type {
  ColumnGenerator,
  ColumnRecipe,
  ColumnRecipes,
  GeneratorKind,
  GeneratorOf,
  ReferenceSpread,
  Weights,
} from '../../engine/model/recipe/column-generator.ts';

const wireGenerator = v.tupleWithRest([v.string()], v.unknown());
const wireColumn = v.union([
  v.strictTuple([v.string(), wireGenerator]),
  v.strictTuple([v.string(), wireGenerator, v.number()]),
]);

/** By table: its columns, each with its generator and, above 0, its share of NULLs. */
export const wireColumns = v.array(v.strictTuple([v.string(), v.array(wireColumn)]));

export type WireColumns = v.InferOutput<typeof wireColumns>;

// Methods, not function properties: the settings of all kinds are walked as settings of anything.
interface Setting<Value> {
  toWire(value: Value): unknown;
  fromWire(wire: unknown): unknown;
  /** In compact form: left out at the end of the list. */
  initial?: unknown;
}

interface WireForm<Kind extends GeneratorKind> {
  code: string;
  /** In the order of the model, which is their order in the list. */
  settings: { [Key in Exclude<keyof GeneratorOf<Kind>, 'kind'>]: Setting<GeneratorOf<Kind>[Key]> };
}

function plain<Value>(initial?: Value): Setting<Value> {
  const unchanged = { toWire: (value: Value) => value, fromWire: (wire: unknown) => wire };
  return initial === undefined ? unchanged : { ...unchanged, initial };
}

function word<Word extends string>(
  codes: Record<Word, string>,
  initial: NoInfer<Word>,
): Setting<Word> {
  const words = new Map<unknown, string>(
    Object.entries<string>(codes).map(([each, code]) => [code, each]),
  );
  return {
    toWire: (value) => codes[value],
    fromWire: (wire) => words.get(wire),
    initial: codes[initial],
  };
}

const momentForm = word({ date: 'd', 'date-time': 't', seconds: 's', days: 'j' }, 'date');
const shape = word({ even: 'e', low: 'l', 'very-low': 'v' }, 'even');

const weights: Setting<Weights> = {
  toWire(value) {
    switch (value.kind) {
      case 'even':
        return 'e';
      case 'falling':
        return ['f', value.flatness];
      case 'power':
        return ['p', value.exponent];
      case 'explicit':
        return ['x', ...value.weights];
    }
  },
  fromWire(wire) {
    if (wire === 'e') return { kind: 'even' };
    const [code, ...numbers] = listOf(wire);
    if (code === 'x') return { kind: 'explicit', weights: numbers };
    if (numbers.length !== 1) return undefined;
    if (code === 'f') return { kind: 'falling', flatness: numbers[0] };
    return code === 'p' ? { kind: 'power', exponent: numbers[0] } : undefined;
  },
  initial: 'e',
};

const spread: Setting<ReferenceSpread> = {
  toWire(value) {
    switch (value.kind) {
      case 'uniform':
        return 'u';
      case 'skewed':
        return 's';
      case 'earlier':
        return 'e';
      case 'zipf':
        return ['z', value.exponent];
      case 'children':
        return ['c', value.min, value.max];
    }
  },
  fromWire(wire) {
    if (wire === 'u') return { kind: 'uniform' };
    if (wire === 's') return { kind: 'skewed' };
    if (wire === 'e') return { kind: 'earlier' };
    const [code, ...numbers] = listOf(wire);
    if (code === 'z' && numbers.length === 1) return { kind: 'zipf', exponent: numbers[0] };
    const isChildren = code === 'c' && numbers.length === 2;
    return isChildren ? { kind: 'children', min: numbers[0], max: numbers[1] } : undefined;
  },
  initial: 'u',
};

function listOf(wire: unknown): unknown[] {
  return Array.isArray(wire) ? wire : [];
}

// Frozen with version 3: the codes, the order of the settings, and what is left out.
const wireForms: { [Kind in GeneratorKind]: WireForm<Kind> } = {
  sequence: { code: 'sq', settings: { start: plain(1), step: plain(1) } },
  integer: { code: 'i', settings: { min: plain(), max: plain(), shape } },
  decimal: { code: 'd', settings: { min: plain(), max: plain(), decimals: plain(2), shape } },
  price: { code: 'pr', settings: { min: plain(), max: plain() } },
  normal: { code: 'n', settings: { mean: plain(), deviation: plain(), decimals: plain(2) } },
  'log-normal': { code: 'lg', settings: { median: plain(), spread: plain(), decimals: plain(2) } },
  zipf: { code: 'z', settings: { min: plain(), max: plain(), exponent: plain(1) } },
  choice: { code: 'ch', settings: { values: plain(), weights } },
  list: { code: 'l', settings: { values: plain() } },
  flag: { code: 'f', settings: { share: plain(0.5) } },
  constant: { code: 'c', settings: { value: plain() } },
  moment: {
    code: 'm',
    settings: {
      from: plain(),
      to: plain(),
      form: momentForm,
      order: word({ rows: 'r', uniform: 'u', recent: 'c' }, 'rows'),
      delayDays: plain(0),
    },
  },
  birthday: { code: 'bd', settings: { form: momentForm } },
  'time-of-day': { code: 'td', settings: {} },
  template: { code: 't', settings: { template: plain() } },
  words: { code: 'ws', settings: { minLength: plain(), maxLength: plain() } },
  word: { code: 'w', settings: {} },
  title: { code: 'ti', settings: {} },
  sentences: { code: 'ss', settings: { most: plain(1) } },
  slug: { code: 'sl', settings: {} },
  url: { code: 'u', settings: {} },
  'person-name': { code: 'p', settings: {} },
  'first-name': { code: 'fn', settings: {} },
  'last-name': { code: 'ln', settings: {} },
  'middle-name': { code: 'mn', settings: {} },
  email: { code: 'em', settings: {} },
  'user-name': { code: 'un', settings: {} },
  'job-title': { code: 'jt', settings: {} },
  phone: { code: 'ph', settings: {} },
  street: { code: 'st', settings: {} },
  city: { code: 'ci', settings: {} },
  state: { code: 'sa', settings: {} },
  country: { code: 'co', settings: {} },
  'country-code': { code: 'cc', settings: {} },
  'postal-code': { code: 'pc', settings: {} },
  company: { code: 'cy', settings: {} },
  'product-name': { code: 'pn', settings: {} },
  category: { code: 'ca', settings: {} },
  pattern: { code: 'pt', settings: { pattern: plain() } },
  code: { code: 'cd', settings: { prefix: plain(), digits: plain(1) } },
  'course-code': { code: 'ck', settings: {} },
  letters: { code: 'le', settings: { length: plain() } },
  uuid: { code: 'uu', settings: {} },
  hex: { code: 'x', settings: { digits: plain() } },
  blob: { code: 'b', settings: { bytes: plain() } },
  json: { code: 'j', settings: { keys: plain() } },
  reference: { code: 'r', settings: { spread } },
  expression: { code: 'e', settings: { sql: plain() } },
  default: { code: 'df', settings: {} },
};

type AnySettings = [string, Setting<unknown>][];

const byCode = new Map(
  Object.entries(wireForms).map(([kind, { code, settings }]) => [
    code,
    { kind, settings: Object.entries(settings) as AnySettings },
  ]),
);

/** Null when there is nothing to carry. Tables without columns are left out. */
export function toWireColumns(columns: ColumnRecipes | undefined): WireColumns | null {
  const tables = Object.entries(columns ?? {}).flatMap(([table, recipes]) => {
    const wire = Object.entries(recipes).map(toWireColumn);
    return wire.length === 0 ? [] : [[table, wire] as [string, typeof wire]];
  });
  return tables.length === 0 ? null : tables;
}

function toWireColumn([name, recipe]: [string, ColumnRecipe]): v.InferOutput<typeof wireColumn> {
  const generator = toWireGenerator(recipe.generator);
  return recipe.nullShare === 0 ? [name, generator] : [name, generator, recipe.nullShare];
}

function toWireGenerator(generator: ColumnGenerator): [string, ...unknown[]] {
  const { code, settings } = wireForms[generator.kind];
  const values: Record<string, unknown> = { ...generator };
  const wire = (Object.entries(settings) as AnySettings).map(([key, setting]) => {
    const value = setting.toWire(values[key]);
    return { value, isInitial: setting.initial !== undefined && value === setting.initial };
  });
  const length = wire.findLastIndex(({ isInitial }) => !isInitial) + 1;
  return [code, ...wire.slice(0, length).map(({ value }) => value)];
}

/** Null when a code is unknown or a list too long; what else is wrong, columnsSchema finds. */
export function parseWireColumns(tables: WireColumns): unknown {
  let isKnown = true;
  const parsed = tables.map(([table, columns]) => {
    const recipes = columns.map(([name, wire, nullShare = 0]) => {
      const generator = parseWireGenerator(wire);
      isKnown &&= generator !== null;
      return [name, { generator, nullShare }] as const;
    });
    return [table, Object.fromEntries(recipes)] as const;
  });
  return isKnown ? Object.fromEntries(parsed) : null;
}

function parseWireGenerator([code, ...wire]: [string, ...unknown[]]): object | null {
  const form = byCode.get(code);
  if (!form || wire.length > form.settings.length) return null;
  const values = form.settings.map(([key, { fromWire, initial }], position) => [
    key,
    fromWire(position < wire.length ? wire[position] : initial),
  ]);
  return { kind: form.kind, ...Object.fromEntries(values) };
}
