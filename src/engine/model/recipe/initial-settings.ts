// What the settings of a column begin with when a kind is chosen for it.
// What of the settings before can stay is decided where they are edited.
import type { Column } from '../database/schema.ts';
import { generatorForms } from './all-forms.ts';
import type { ColumnGenerator, GeneratorKind } from './column-generator.ts';

/** The form's beginning; moments in a column of numbers are seconds. */
export function initialSettings(
  kind: GeneratorKind,
  affinity: Column['affinity'],
): ColumnGenerator {
  const { initial } = generatorForms[kind];
  const isNumber = affinity === 'integer' || affinity === 'real';
  const isMoment = initial.kind === 'moment' || initial.kind === 'birthday';
  return isNumber && isMoment ? { ...initial, form: 'seconds' } : initial;
}
