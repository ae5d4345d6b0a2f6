// A chart's figures as a table: its text alternative, also where nobody sees it.
// Keeps away from where it stands and when it is shown: ChartFrame decides.
import { memo } from 'react';
import styles from './FigureTable.module.css';

export interface ChartTable {
  columns: readonly string[];
  /** The first cell heads its row. */
  rows: readonly (readonly string[])[];
}

export function FigureTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{label}</caption>
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
        {table.rows.map((cells) => (
          <TableRow key={cells[0]} columns={table.columns} cells={cells} />
        ))}
      </tbody>
    </table>
  );
}

interface TableRowProps {
  columns: readonly string[];
  cells: readonly string[];
}

/** With every round only some rows change: the others are not made again. */
const TableRow = memo(function TableRow({ columns, cells: [head, ...cells] }: TableRowProps) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {cells.map((cell, index) => (
        <td key={columns[index + 1]}>{cell}</td>
      ))}
    </tr>
  );
}, hasSameCells);

function hasSameCells(before: TableRowProps, after: TableRowProps): boolean {
  return isSame(before.cells, after.cells) && isSame(before.columns, after.columns);
}

function isSame(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((text, index) => text === after[index]);
}
