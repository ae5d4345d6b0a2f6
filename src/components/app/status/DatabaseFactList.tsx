// What is in the database and what runs it, each with how it is known.
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import { type DatabaseFacts, databaseFacts } from '../../../state/selectors/data/database-facts.ts';
import { usePlayground, useRuns } from '../../shared/app-context.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import styles from './StatusBar.module.css';

export function DatabaseFactList({ isCompact }: { isCompact: boolean }) {
  const playground = usePlayground((current) => current);
  const database = useRuns((runs) => runs.database);
  const results = useRuns((runs) => runs.results);
  const facts = databaseFacts(playground, { database, results });
  return (
    <ul className={styles.facts}>
      <DataFacts facts={facts} isImported={playground.imported !== undefined} />
      {!isCompact && <EngineFacts facts={facts} />}
    </ul>
  );
}

function DataFacts({ facts, isImported }: { facts: DatabaseFacts; isImported: boolean }) {
  const { state, rowCount, sizeBytes, buildMs } = facts;
  if (state === 'no-table') return <li className={styles.missing}>no table yet</li>;
  if (state === 'missing' || rowCount === null || sizeBytes === null || buildMs === null) {
    return (
      <Fact
        className={styles.missing}
        text={isImported ? 'data not loaded yet' : 'no data generated yet'}
        how={
          isImported
            ? 'Load the data on the tab Data does it; Run query and Compare do it by themselves.'
            : 'Generate data on the tab Data makes it; Run query and Compare make it by themselves.'
        }
      />
    );
  }
  return (
    <>
      {state !== 'fresh' && (
        <Fact
          className={styles.stale}
          text={`data is older than the ${state === 'older-schema' ? 'schema' : 'recipe'}`}
          how={`${state === 'older-schema' ? 'The schema has' : 'Rows per table, a column’s generator or the seed have'} changed since. Generate data, Run query and Compare bring it up to date.`}
        />
      )}
      <Fact
        text={formatCountOf(rowCount, 'row')}
        how={`Rows of all tables in the database, counted after generating; building took ${formatDuration(buildMs)}.`}
      />
      <Fact
        text={formatBytes(sizeBytes)}
        how="Pages of the database times the page size, with all indexes."
      />
    </>
  );
}

function EngineFacts({ facts }: { facts: DatabaseFacts }) {
  const { engineName, sqliteVersion, tickMs } = facts;
  return (
    <>
      {sqliteVersion && (
        <Fact
          text={`${engineName}, SQLite ${sqliteVersion}`}
          how="SQLite compiled to WebAssembly, in a worker of this page. The version is what sqlite_version() says."
        />
      )}
      {tickMs !== null && (
        <Fact
          text={`tick ${formatDuration(tickMs)}`}
          how="The smallest step of this browser’s clock, found by watching it. Samples are made long enough that it does not matter."
        />
      )}
      <Fact
        text="foreign keys on"
        how="PRAGMA foreign_keys is ON for every statement. By default SQLite has it off, so writes may cost more here than where it is off."
      />
    </>
  );
}

interface FactProps {
  text: string;
  how: string;
  className?: string | undefined;
}

/** Not a Tab stop: there are many, and the pane Data says the same in reach of keys. */
function Fact({ text, how, className }: FactProps) {
  return (
    <li className={className}>
      <Explained content={how} side="top" isFocusable={false}>
        {text}
      </Explained>
    </li>
  );
}
