// Several lines of text with a label, a hint and an error: plain, where no editor is needed.
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { FieldFrame, fieldNote, noteId } from './FieldFrame.tsx';
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
  const note = fieldNote(hint, error);
  return (
    <FieldFrame id={id} label={isLabelHidden ? null : label} note={note} className={className}>
      <textarea
        rows={6}
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={note?.isError || undefined}
        aria-describedby={note ? noteId(id) : undefined}
        className={styles.input}
        data-multiline=""
        data-mono={isMono || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
