// A select under its label, as wide as its column; the select is named by the same words.
// Decides nothing: values and options come with the props.
import type { ReactNode } from 'react';
import { Select, type SelectOption } from '../../shared/fields/Select.tsx';
import styles from './fields.module.css';

export interface LabelledSelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  /** Below the select: what the choice means here. */
  hint?: ReactNode;
}

export function LabelledSelect<Value extends string>({
  label,
  hint,
  ...select
}: LabelledSelectProps<Value>) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <Select label={label} isDisabled={select.options.length === 0} {...select} />
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
