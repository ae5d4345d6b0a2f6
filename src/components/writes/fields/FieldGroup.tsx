// A group of fields of the lab under a heading; groups follow each other, divided by lines.
import type { ReactNode } from 'react';
import styles from './fields.module.css';

export interface FieldGroupProps {
  /** Drawn above the fields; left out where the fields speak for themselves. */
  title?: string | undefined;
  children: ReactNode;
}

export function FieldGroup({ title, children }: FieldGroupProps) {
  return (
    <div className={styles.group}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}

/** Two fields side by side. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}

/** What a field or a button means here, in small print. */
export function FieldHint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}

/** Several choices under one name. */
export function FieldSet({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.set}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
