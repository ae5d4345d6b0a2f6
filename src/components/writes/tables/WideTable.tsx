// A table of findings that scrolls inside itself, its first column standing still.
// Keeps away from what stands in it.
import type { ReactNode } from 'react';
import styles from './WideTable.module.css';

export interface WideTableProps {
  /** Accessible name. */
  label: string;
  heads: readonly ReactNode[];
  isStale?: boolean | undefined;
  /** Rows: tr with one th at the left. */
  children: ReactNode;
}

export function WideTable({ label, heads, isStale = false, children }: WideTableProps) {
  return (
    // No Tab stop of its own: figures in it have the focus, which scrolls them into sight.
    <div className={styles.scroller} data-stale={isStale || undefined}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={keyOf(at)} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** Columns have no names of their own: their place tells them apart. */
function keyOf(at: number): string {
  return `column ${at}`;
}
