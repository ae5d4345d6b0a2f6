// The rows of EXPLAIN QUERY PLAN as SQLite gives them.
import styles from './tree/PlanColumns.module.css';

/** In a narrow column it scrolls sideways: a Tab stop, so that keys can do so. */
const scrolled = {
  tabIndex: 0,
  role: 'group',
  'aria-label': 'Rows of EXPLAIN QUERY PLAN',
} as const;

export function RawPlan({ rows }: { rows: readonly string[] }) {
  return (
    <div className={styles.rawFrame}>
      <pre {...scrolled} className={styles.raw}>
        {rows.map((row) => (
          // A row's id is its own.
          <span key={row}>{`${row}\n`}</span>
        ))}
      </pre>
    </div>
  );
}
