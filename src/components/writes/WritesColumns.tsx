// The two columns of each view of the Writes lab: its fields beside what it found.
// On a phone they follow each other and scroll as one.
import type { ReactNode, RefObject } from 'react';
import styles from './WritesLab.module.css';

/** What every view of the lab gets: the fields that all of them share. */
export interface WritesViewProps {
  /** Table, rows, setups and time, as far as the view has them. */
  sharedFields: ReactNode;
}

export interface WritesColumnsProps {
  fields: ReactNode;
  /** What stands at the right; the view scrolls to it when a run begins. */
  found?: RefObject<HTMLElement | null> | undefined;
  children: ReactNode;
}

export function WritesColumns({ fields, found, children }: WritesColumnsProps) {
  return (
    <div className={styles.columns}>
      <section className={styles.fields} aria-label="What is written">
        {fields}
      </section>
      <section ref={found} className={styles.results} aria-label="What was found">
        {children}
      </section>
    </div>
  );
}
