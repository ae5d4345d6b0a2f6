// What is built, in a line: rows, size, time, and whether it is what the recipe says.
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatCountOf } from '../../lib/format-count.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import type { DatabaseFacts } from '../../state/selectors/data/database-facts.ts';
import { Explained } from '../shared/labels/Explained.tsx';
import styles from './BuiltData.module.css';

export interface BuiltDataProps {
  facts: DatabaseFacts;
  /** Rows that the recipe asks for, as text. */
  plannedRows: string;
}

export function BuiltData({ facts, plannedRows }: BuiltDataProps) {
  const { state, rowCount, sizeBytes, buildMs } = facts;
  if (rowCount === null || sizeBytes === null || buildMs === null) {
    return (
      <p className={styles.built}>
        No data generated yet for this playground: {plannedRows} rows will be made, here or by
        Compare or Run.
      </p>
    );
  }
  const isFresh = state === 'fresh';
  return (
    <p className={styles.built} data-stale={!isFresh || undefined}>
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
        {', built in '}
        <Explained
          side="top"
          content="Time for schema, rows, indexes and statistics, by the clock of the engine's worker. One run, not a measurement."
        >
          {formatDuration(buildMs)}
        </Explained>
      </span>{' '}
      {isFresh
        ? 'from this recipe.'
        : `from an older ${state === 'older-schema' ? 'schema' : 'recipe'}: Compare or Run makes it again.`}
    </p>
  );
}
