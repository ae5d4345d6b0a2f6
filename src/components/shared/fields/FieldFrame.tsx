// What stands around a text field: its label above, a hint or an error below.
import type { ReactNode } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './TextField.module.css';

export interface FieldNote {
  content: ReactNode;
  isError: boolean;
}

/** The error where there is one, else the hint; null for neither. */
export function fieldNote(hint: ReactNode, error: string | null | undefined): FieldNote | null {
  if (error) return { content: error, isError: true };
  return hint === undefined ? null : { content: hint, isError: false };
}

/** What describes the field with this id. */
export function noteId(id: string): string {
  return `${id}-note`;
}

export interface FieldFrameProps {
  /** Of the field. */
  id: string;
  /** Null when it is not drawn. */
  label: string | null;
  note: FieldNote | null;
  className?: string | undefined;
  children: ReactNode;
}

export function FieldFrame({ id, label, note, className, children }: FieldFrameProps) {
  return (
    <div className={classNames(styles.field, className)}>
      {label !== null && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      {children}
      {note && (
        <div id={noteId(id)} className={styles.note} data-error={note.isError || undefined}>
          {note.content}
        </div>
      )}
    </div>
  );
}
