// What has to be known beside the figures of a run: what was done before, and the machine.
import styles from './results.module.css';

export interface RunNotesProps {
  /** Sentences. */
  notes: readonly string[];
  /** The machine in a line; null before the run has begun. */
  environment: string | null;
}

/** More than this are folded. */
const mostOpen = 2;

export function RunNotes({ notes, environment }: RunNotesProps) {
  return (
    <>
      {notes.length > mostOpen ? (
        <details className={styles.method}>
          <summary>{notes.length} notes on this run</summary>
          <NoteList notes={notes} />
        </details>
      ) : (
        <NoteList notes={notes} />
      )}
      {environment && <p className={styles.hint}>{environment}</p>}
    </>
  );
}

function NoteList({ notes }: Pick<RunNotesProps, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="Notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
