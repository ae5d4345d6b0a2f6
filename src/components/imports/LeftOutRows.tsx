// Rows of a file that were not taken, each with its line and the reason: nothing goes silently.
import type { BadRow, BadRowUnit } from '../../engine/model/transfer/import.ts';
import { formatCount, formatCountOf } from '../../lib/format/format-count.ts';
import styles from './LeftOutRows.module.css';

export interface LeftOutRowsProps {
  rows: readonly BadRow[];
  /** Of the whole file; more than `rows` when there are many. */
  count: number;
  /** What their numbers count. */
  unit: BadRowUnit;
}

export function LeftOutRows({ rows, count, unit }: LeftOutRowsProps) {
  if (count === 0) return null;
  return (
    <section className={styles.section} aria-label="Rows left out">
      <h3 className={styles.heading}>
        {formatCountOf(count, 'row')} left out
        {rows.length < count && `, the first ${formatCount(rows.length)} of them:`}
      </h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{unit === 'line' ? 'Line' : 'Row'}</th>
              <th scope="col">Why</th>
              <th scope="col">Begins with</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, reason, excerpt }) => (
              <tr key={`${line} ${reason}`}>
                <td className={styles.line}>{formatCount(line)}</td>
                <td>{reason}</td>
                <td className={styles.excerpt}>{excerpt}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
