// The diagram as a table to read: long lists are cut, and it scrolls inside itself.
// The text alternative beside the picture is FigureTable, which cuts nothing.
import type { ChartTable } from '../frame/FigureTable.tsx';
import styles from './DiagramTable.module.css';
import { cutList } from './diagram-words.ts';

export function DiagramTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    // Reachable by keys, so that it can be scrolled by them.
    <div className={styles.scroller} {...asRegion(label)}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <Cell key={table.columns[at + 1]} text={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ text }: { text: string }) {
  const cut = cutList(text);
  return <td title={cut === text ? undefined : text}>{cut}</td>;
}

function asRegion(label: string) {
  return { role: 'region', 'aria-label': label, tabIndex: 0 };
}
