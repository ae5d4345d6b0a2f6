// The generators as people choose them: a name, what it makes, and the fields of a small form.
// The types of the descriptions; the forms themselves stand in all-forms.ts.
import type { ColumnGenerator, GeneratorKind } from './column-generator.ts';

export interface GeneratorForm {
  kind: GeneratorKind;
  /** Short name: 'whole number', 'e-mail'. */
  label: string;
  group: GeneratorGroup;
  /** What it makes, in half a sentence. */
  summary: string;
  fields: FormField[];
  /** What the form starts with when the kind is chosen. */
  initial: ColumnGenerator;
}

/** A form for each of the kinds. */
export type FormsOf<Kind extends GeneratorKind> = {
  [Each in Kind]: GeneratorForm & { kind: Each };
};

export const generatorGroups = [
  'Numbers',
  'Choices',
  'Moments',
  'Text',
  'People and places',
  'Codes',
  'Rows and columns',
] as const;
export type GeneratorGroup = (typeof generatorGroups)[number];

/** A field of the form: `key` is the setting of the ColumnGenerator that it edits. */
export type FormField =
  | { type: 'integer'; key: string; label: string; min: number; max: number; unit?: string }
  | { type: 'number'; key: string; label: string; min: number; max: number; unit?: string }
  /** A Fraction, shown in per cent. */
  | { type: 'share'; key: string; label: string }
  | { type: 'text'; key: string; label: string; maxLength: number; hint: string }
  /** A day 'YYYY-MM-DD'. */
  | { type: 'day'; key: string; label: string }
  | { type: 'choice'; key: string; label: string; options: { value: string; label: string }[] }
  /** One literal. */
  | { type: 'value'; key: string; label: string }
  /** A list of literals, one a line. */
  | { type: 'values'; key: string; label: string }
  /** The Weights of the list `of`. */
  | { type: 'weights'; key: string; label: string; of: string }
  /** A ReferenceSpread. */
  | { type: 'spread'; key: string; label: string }
  /** SQL over the table's other columns. */
  | { type: 'expression'; key: string; label: string };
