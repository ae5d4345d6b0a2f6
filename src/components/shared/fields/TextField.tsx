// A line (or several) of text with its label, a hint and an error in words.
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import type { ControlSize } from '../controls/Button.tsx';
import { FieldFrame, fieldNote, noteId } from './FieldFrame.tsx';
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
  const note = fieldNote(hint, error);
  return (
    <FieldFrame id={id} label={isLabelHidden ? null : label} note={note} className={className}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={note?.isError || undefined}
        aria-describedby={note ? noteId(id) : undefined}
        className={styles.input}
        data-size={size}
        data-variant={variant}
        data-mono={isMono || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
