// The rows of EXPLAIN QUERY PLAN as SQLite gives them.
import styles from './PlanPane.module.css';

export function RawPlan({ rows }: { rows: readonly string[] }) {
  return (
    <pre className={styles.raw}>
      {rows.map((row) => (
        <span key={row}>{`${row}\n`}</span>
      ))}
    </pre>
  );
}
