// What is built, in a line: rows, size, time, and whether it is what the recipe says; and what else
// is to be known of it.
import { formatBytes } from '../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../lib/format/format-count.ts';
import { builtWords, notBuiltWords } from '../../state/selectors/data/built-words.ts';
import type { DatabaseFacts } from '../../state/selectors/data/database-facts.ts';
import { Explained } from '../shared/labels/Explained.tsx';
import styles from './BuiltData.module.css';

export interface BuiltDataProps {
  facts: DatabaseFacts;
  /** Rows that the recipe asks for. */
  plannedRows: number;
  /** The data is a file's. */
  isImported?: boolean | undefined;
}

export function BuiltData({ facts, plannedRows, isImported = false }: BuiltDataProps) {
  const { rowCount, sizeBytes } = facts;
  const words = builtWords(facts, isImported);
  if (!words || rowCount === null || sizeBytes === null) {
    return <p className={styles.built}>{notBuiltWords(plannedRows, isImported)}</p>;
  }
  return (
    <div className={styles.built}>
      <p data-stale={words.isStale || undefined}>
        <span className={styles.figures}>
          <Explained
            side="top"
            content="Rows in all tables of the built database, counted after building."
          >
            {formatCountOf(rowCount, 'row')}
          </Explained>
          {', '}
          <Explained
            side="top"
            content="Size of the database with all its indexes: pages in use, times the page size."
          >
            {formatBytes(sizeBytes)}
          </Explained>
          {', '}
          <Explained side="top" content={words.time.explanation}>
            {words.time.text}
          </Explained>
        </span>
        {words.ending}
      </p>
      {facts.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
