// Several lines of text with a label, a hint and an error: plain, where no editor is needed.
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './TextField.module.css';

export interface TextAreaProps
  extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'className'> {
  label: string;
  isLabelHidden?: boolean | undefined;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | null | undefined;
  isMono?: boolean | undefined;
  className?: string | undefined;
}

export function TextArea({
  label,
  isLabelHidden = false,
  value,
  onChange,
  hint,
  error,
  isMono = false,
  className,
  ...rest
}: TextAreaProps) {
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
      <textarea
        rows={6}
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={hasError || undefined}
        aria-describedby={hasNote ? `${id}-note` : undefined}
        className={styles.input}
        data-multiline=""
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
