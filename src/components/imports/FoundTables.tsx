// The tables of a database file: names, columns, rows as far as they are known without counting.
import type { DatabaseFileReport } from '../../engine/model/transfer/import.ts';
import { formatCount } from '../../lib/format/format-count.ts';
import styles from './FoundTables.module.css';

export function FoundTables({ tables }: Pick<DatabaseFileReport, 'tables'>) {
  // A file without statistics tells of none: a column of nothing.
  const isAnyCounted = tables.some(({ rows }) => rows !== null);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Tables of the file">
        <thead>
          <tr>
            <th scope="col">Table</th>
            <th scope="col">Columns</th>
            {isAnyCounted && (
              <th scope="col" className={styles.rows}>
                Rows
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {tables.map(({ name, columns, rows }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles.columns} title={columns.join(', ')}>
                {columns.join(', ')}
              </td>
              {isAnyCounted && (
                <td className={styles.rows}>
                  {rows === null ? 'not counted yet' : formatCount(rows)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
