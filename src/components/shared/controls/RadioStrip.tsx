// One of a few values side by side, all in sight: native radio buttons drawn as a strip.
// For modes of a region with panels there is Segmented.
import { useId } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './RadioStrip.module.css';

export interface RadioChoice<Value extends string> {
  value: Value;
  label: string;
  /** What it does, shown after a moment of hovering. */
  title?: string | undefined;
}

export interface RadioStripProps<Value extends string> {
  /** Accessible name of the group. */
  label: string;
  value: Value;
  choices: readonly RadioChoice<Value>[];
  onChange: (value: Value) => void;
  className?: string | undefined;
}

export function RadioStrip<Value extends string>({
  label,
  value,
  choices,
  onChange,
  className,
}: RadioStripProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classNames(styles.strip, className)}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice} title={choice.title}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className={styles.input}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
