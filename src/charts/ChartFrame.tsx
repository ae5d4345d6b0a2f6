// What surrounds every chart: the figure and its name, the caption, the same figures as a table.
// Keeps away from axes and marks; each chart draws those as its child.
import { type ReactNode, useRef, useState } from 'react';
import styles from './ChartFrame.module.css';
import { useElementWidth } from './use-element-width.ts';

export interface ChartTable {
  columns: readonly string[];
  /** The first cell heads its row. */
  rows: readonly (readonly string[])[];
}

export interface ChartFrameProps {
  /** Accessible name of the figure. */
  label: string;
  /** Pixels; kept whatever is drawn, so that nothing below moves. */
  height: number;
  /** How the figures were obtained. */
  caption: ReactNode;
  table: ChartTable;
  /** Stands in place of the axes when there is nothing to draw. */
  emptyText: string | null;
  /** Draws into this width, at least 1 px. */
  children: (width: number) => ReactNode;
}

export function ChartFrame({
  label,
  height,
  caption,
  table,
  emptyText,
  children,
}: ChartFrameProps) {
  const area = useRef<HTMLDivElement>(null);
  const width = useElementWidth(area);
  const [isTableShown, setIsTableShown] = useState(false);
  return (
    <figure className={styles.figure} aria-label={label}>
      <div ref={area} className={styles.area} style={{ minHeight: height }}>
        {!isTableShown && width > 0 && emptyText === null && (
          // The table below says the same in words, so the drawing is for the eye alone.
          <div aria-hidden="true">{children(width)}</div>
        )}
        {!isTableShown && emptyText !== null && <p className={styles.empty}>{emptyText}</p>}
        {table.rows.length > 0 && (
          <div className={isTableShown ? styles.tableShown : styles.tableHidden}>
            <table className={styles.table}>
              <caption className={styles.tableHidden}>{label}</caption>
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
                    {cells.map((cell, index) => (
                      <td key={table.columns[index + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      <figcaption className={styles.caption}>
        <div className={styles.text}>{caption}</div>
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={isTableShown}
          onClick={() => setIsTableShown(!isTableShown)}
        >
          Table
        </button>
      </figcaption>
    </figure>
  );
}
