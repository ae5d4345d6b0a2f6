// The playground's notes above the bench: what the case is about, for whoever opens it.
import { useApp, usePlayground } from '../shared/app-context.tsx';
import styles from './Notes.module.css';

export function Notes() {
  const app = useApp();
  const notes = usePlayground((playground) => playground.notes);
  return (
    <textarea
      aria-label="Notes"
      className={styles.notes}
      rows={1}
      placeholder="Notes: what is this case about?"
      value={notes}
      onChange={(event) => app.playground.setNotes(event.target.value)}
    />
  );
}
