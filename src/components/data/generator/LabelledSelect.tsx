// A choice under its label, as the fields of a form stand.
import { Select, type SelectOption } from '../../shared/fields/Select.tsx';
import field from '../../shared/fields/TextField.module.css';

export interface LabelledSelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
}

export function LabelledSelect<Value extends string>({
  label,
  ...select
}: LabelledSelectProps<Value>) {
  return (
    <div className={field.field}>
      <span className={field.label} aria-hidden="true">
        {label}
      </span>
      <Select label={label} size="sm" {...select} />
    </div>
  );
}
