// The head of a query's row: name, weight, the statement in short. A press selects the query.
// Keeps away from editing; that stands in the left pane.
import type { QueryRow } from '../../state/selectors/bench/bench-view.ts';
import styles from './RowHeader.module.css';

export interface QueryHeaderProps {
  query: QueryRow;
  isSelected: boolean;
  onSelect: () => void;
}

export function QueryHeader({ query, isSelected, onSelect }: QueryHeaderProps) {
  const { name, weight, line } = query;
  return (
    <th scope="row" className={styles.header} aria-label={name} data-query="">
      <button
        type="button"
        className={styles.query}
        aria-pressed={isSelected}
        title={line}
        onClick={onSelect}
      >
        <span className={styles.title}>
          <span className={styles.name}>{name}</span>
          <span
            className={styles.weight}
            title={`Weight in the workload: it counts ${weight} times.`}
          >
            ×{weight}
          </span>
        </span>
        <span className={styles.statement}>{line || 'no statement yet'}</span>
      </button>
    </th>
  );
}
