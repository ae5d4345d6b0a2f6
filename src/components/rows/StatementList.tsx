// The statements of a run, each with its rows and time; one of them is shown below.
// Keeps away from their rows.
import type { StatementOutcome } from '../../engine/model/database/run.ts';
import { oneLine } from '../../lib/format/one-line.ts';
import { statementWords } from '../../state/selectors/queries/run-words.ts';
import styles from './StatementList.module.css';

export interface StatementListProps {
  statements: readonly StatementOutcome[];
  chosen: number;
  onChoose: (index: number) => void;
}

export function StatementList({ statements, chosen, onChoose }: StatementListProps) {
  return (
    <ol className={styles.list} aria-label="Statements of the run">
      {statements.map((statement, index) => {
        const { count, time } = statementWords(statement);
        return (
          <li key={statement.offset}>
            <button
              type="button"
              className={styles.statement}
              aria-current={index === chosen || undefined}
              title={statement.sql}
              onClick={() => onChoose(index)}
            >
              <span className={styles.number}>{index + 1}</span>
              <span className={styles.sql}>{oneLine(statement.sql)}</span>
              <span className={styles.figure}>{count}</span>
              <span className={styles.figure}>{time}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
