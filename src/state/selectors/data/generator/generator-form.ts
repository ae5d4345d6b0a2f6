// The form of one column's generator as plain values: kinds to choose from, and fields with what is
// in them. Knows every form from its description only; draws nothing.
import type { Table } from '../../../../engine/model/database/schema.ts';
import { generatorForms } from '../../../../engine/model/recipe/all-forms.ts';
import type {
  ColumnGenerator,
  GeneratorKind,
  ReferenceSpread,
  Weights,
} from '../../../../engine/model/recipe/column-generator.ts';
import {
  type FormField,
  type GeneratorForm,
  generatorGroups,
} from '../../../../engine/model/recipe/generator-forms.ts';
import { settingLimits } from '../../../../engine/model/recipe/setting-limits.ts';
import type { LiteralValue } from '../../../../engine/model/values.ts';
import { quoteName } from '../../../../engine/sql/quote-name.ts';
import { isSameName } from '../../../../lib/sql-name.ts';

export interface GeneratorFormView {
  kind: GeneratorKind;
  kinds: KindChoice[];
  fields: FieldView[];
}

export interface KindChoice {
  kind: GeneratorKind;
  label: string;
  summary: string;
  /** Heading that it stands under. */
  group: string;
}

/** What each type of field holds. */
export interface FieldValues {
  integer: number;
  number: number;
  share: number;
  text: string;
  day: string;
  choice: string;
  value: LiteralValue;
  values: LiteralValue[];
  weights: Weights;
  spread: ReferenceSpread;
  expression: string;
}

export type FieldValue = FieldValues[keyof FieldValues];

type FieldOf<Type extends FormField['type']> = Extract<FormField, { type: Type }> & {
  value: FieldValues[Type];
};

/** Fields of several numbers, whose limits are not of the form. */
type LimitedType = 'weights' | 'spread';
type PlainType = Exclude<FormField['type'], LimitedType>;

export interface WeightLimits {
  minFlatness: number;
  maxFlatness: number;
  maxExponent: number;
}

export interface SpreadLimits {
  maxExponent: number;
  maxChildren: number;
}

/** A field with its value; weights also with the list that they belong to. */
export type FieldView =
  | { [Type in PlainType]: FieldOf<Type> }[PlainType]
  | (FieldOf<'weights'> & { list: LiteralValue[]; limits: WeightLimits })
  | (FieldOf<'spread'> & { limits: SpreadLimits });

const weightLimits: WeightLimits = {
  // Above 0: the first of the list would have all of it.
  minFlatness: 0.001,
  maxFlatness: settingLimits.flatness,
  maxExponent: settingLimits.exponent,
};
const spreadLimits: SpreadLimits = {
  maxExponent: settingLimits.exponent,
  maxChildren: settingLimits.children,
};

/** Kinds that are offered above the groups: the likely ones come first in the report. */
const likelyKinds = 5;
export const likelyGroup = 'Likely here';

/** `kinds`: those that can make values for the column, the likely ones first. */
export function generatorForm(
  settings: ColumnGenerator,
  kinds: readonly GeneratorKind[],
): GeneratorFormView {
  const form = formOf(settings.kind);
  return {
    kind: settings.kind,
    kinds: kindChoices(settings.kind, kinds),
    fields: form.fields.map((field) => fieldView(field, settings, form.initial)),
  };
}

export function formOf(kind: GeneratorKind): GeneratorForm {
  return generatorForms[kind];
}

function kindChoices(current: GeneratorKind, kinds: readonly GeneratorKind[]): KindChoice[] {
  const all = kinds.includes(current) ? kinds : [current, ...kinds];
  const choice = (kind: GeneratorKind, group: string): KindChoice => {
    const { label, summary } = formOf(kind);
    return { kind, label, summary, group };
  };
  const rest = all.slice(likelyKinds);
  return [
    ...all.slice(0, likelyKinds).map((kind) => choice(kind, likelyGroup)),
    ...generatorGroups.flatMap((group) =>
      rest.filter((kind) => formOf(kind).group === group).map((kind) => choice(kind, group)),
    ),
  ];
}

/** A setting by the key of its field; undefined where these settings have none of that name. */
function settingOf(settings: ColumnGenerator, key: string): unknown {
  return new Map<string, unknown>(Object.entries(settings)).get(key);
}

function fieldView(
  field: FormField,
  settings: ColumnGenerator,
  initial: ColumnGenerator,
): FieldView {
  const setting = (key: string) => settingOf(settings, key) ?? settingOf(initial, key);
  const value = setting(field.key);
  switch (field.type) {
    case 'integer':
    case 'number':
    case 'share':
      return { ...field, value: typeof value === 'number' ? value : 0 };
    case 'text':
    case 'day':
    case 'choice':
    case 'expression':
      return { ...field, value: typeof value === 'string' ? value : '' };
    case 'value':
      return { ...field, value: isLiteral(value) ? value : null };
    case 'values':
      return { ...field, value: literals(value) };
    case 'weights':
      return {
        ...field,
        value: isOfKind<Weights>(value) ? value : { kind: 'even' },
        list: literals(setting(field.of)),
        limits: weightLimits,
      };
    case 'spread':
      return {
        ...field,
        value: isOfKind<ReferenceSpread>(value) ? value : { kind: 'uniform' },
        limits: spreadLimits,
      };
  }
}

function isLiteral(value: unknown): value is LiteralValue {
  return value === null || typeof value === 'number' || typeof value === 'string';
}

function literals(value: unknown): LiteralValue[] {
  return Array.isArray(value) ? value.filter(isLiteral) : [];
}

/** The settings' type promises which kinds there are; only that it is such a thing is looked at. */
function isOfKind<Kind extends { kind: string }>(value: unknown): value is Kind {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** What a form of this column refers to beyond its own settings. */
export interface ColumnSurroundings {
  /** The other columns as they are written in SQL. */
  otherColumns: string[];
  /** The table that the column refers to is its own: a tree. */
  isTree: boolean;
  /** Rows for each row of the parent table, on average; null where there is no such table. */
  childrenPerParent: number | null;
}

/** `rowsOf` tells how many rows the recipe makes for a table. */
export function columnSurroundings(
  table: Table | undefined,
  column: string,
  rowsOf: (table: string) => number,
): ColumnSurroundings {
  const parent = table?.foreignKeys.find(({ columns }) =>
    columns.some((each) => isSameName(each, column)),
  )?.parentTable;
  const parentRows = parent === undefined ? 0 : rowsOf(parent);
  return {
    otherColumns: (table?.columns ?? [])
      .filter(({ name }) => name !== column)
      .map(({ name }) => quoteName(name)),
    isTree: parent !== undefined && table !== undefined && isSameName(parent, table.name),
    childrenPerParent: table && parentRows > 0 ? rowsOf(table.name) / parentRows : null,
  };
}
