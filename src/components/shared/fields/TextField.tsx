// A line (or several) of text with its label, a hint and an error in words.
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import type { ControlSize } from '../controls/Button.tsx';
import { classNames } from '../style/class-names.ts';
import styles from './TextField.module.css';

export interface TextFieldProps
  extends Omit<
    ComponentPropsWithRef<'input'>,
    'size' | 'value' | 'onChange' | 'prefix' | 'className'
  > {
  /** Accessible name; drawn above the field unless `isLabelHidden`. */
  label: string;
  isLabelHidden?: boolean | undefined;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  /** A sentence; marks the field invalid. */
  error?: string | null | undefined;
  size?: ControlSize | undefined;
  /** For SQL and names. */
  isMono?: boolean | undefined;
  /** 'plain' has no border until hovered or focused (titles, names in headers). */
  variant?: 'outline' | 'plain' | undefined;
  className?: string | undefined;
}

export function TextField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  hint,
  error,
  size = 'md',
  isMono = false,
  variant = 'outline',
  className,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== '';
  const hasNote = hasError || hint !== undefined;
  return (
    <div className={classNames(styles.field, className)}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={hasError || undefined}
        aria-describedby={hasNote ? `${id}-note` : undefined}
        className={styles.input}
        data-size={size}
        data-variant={variant}
        data-mono={isMono || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hasNote && (
        <div id={`${id}-note`} className={styles.note} data-error={hasError || undefined}>
          {hasError ? error : hint}
        </div>
      )}
    </div>
  );
}
