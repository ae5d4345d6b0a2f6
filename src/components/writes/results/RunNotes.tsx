// What has to be known beside the figures of a run: what was done before, and the machine.
import styles from './results.module.css';

export interface RunNotesProps {
  /** Sentences. */
  notes: readonly string[];
  /** The machine in a line; null before the run has begun. */
  environment: string | null;
}

export function RunNotes({ notes, environment }: RunNotesProps) {
  return (
    <>
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {environment && <p className={styles.hint}>{environment}</p>}
    </>
  );
}
