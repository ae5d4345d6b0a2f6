// A select under its label, as wide as its column; the select is named by the same words. Nothing
// where there is nothing to choose from: the run's button says what is missing.
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
  if (select.options.length === 0) return null;
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <Select label={label} {...select} />
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
