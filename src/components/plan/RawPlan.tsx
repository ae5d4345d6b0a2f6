// The rows of EXPLAIN QUERY PLAN as SQLite gives them.
import styles from './tree/PlanColumns.module.css';

export function RawPlan({ rows }: { rows: readonly string[] }) {
  return (
    <pre className={styles.raw}>
      {rows.map((row) => (
        // A row's id is its own.
        <span key={row}>{`${row}\n`}</span>
      ))}
    </pre>
  );
}
