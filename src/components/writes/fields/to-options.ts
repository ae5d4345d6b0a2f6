// Choices of the form as options of a select: one that cannot be chosen says why under its label.
import type { WritesChoice } from '../../../state/selectors/writes/form/writes-fields.ts';
import type { SelectOption } from '../../shared/fields/Select.tsx';

export function toOptions<Value extends string>(
  choices: readonly WritesChoice<Value>[],
): SelectOption<Value>[] {
  return choices.map(({ value, label, detail, reason }) => ({
    value,
    label,
    detail: reason ?? detail,
    isDisabled: reason !== null,
  }));
}
