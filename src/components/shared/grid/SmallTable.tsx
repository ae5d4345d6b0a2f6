// A few rows of values as a table that scrolls inside itself; all of them are drawn.
// Keeps away from many rows: those are ResultGrid's.
import type { ReactNode, Ref } from 'react';
import type { SqlValue } from '../../../engine/model/values.ts';
import { cellText } from './cell-text.ts';
import styles from './SmallTable.module.css';

export interface SmallTableHead {
  text: string;
  /** In place of the text. */
  controls?: ReactNode;
}

export interface SmallTableProps {
  /** Accessible name of the table. */
  label?: string | undefined;
  /**
   * Accessible name of what scrolls, which then is a Tab stop, so that keys can scroll it. Left out
   * where the heads hold controls that can be reached.
   */
  regionLabel?: string | undefined;
  /** What stands over each column. */
  heads: readonly SmallTableHead[];
  /** In the order of the heads. */
  rows: readonly (readonly SqlValue[])[];
  /** Positions of the columns that stand out. */
  markedColumns?: readonly number[] | undefined;
  /** How high it may become: 'short' 190 px, 'tall' 320 px. */
  height?: 'short' | 'tall' | undefined;
  /** Of what scrolls. */
  ref?: Ref<HTMLDivElement> | undefined;
}

export function SmallTable({
  label,
  regionLabel,
  heads,
  rows,
  markedColumns = [],
  height = 'tall',
  ref,
}: SmallTableProps) {
  const isMarked = (position: number) => markedColumns.includes(position) || undefined;
  return (
    <div ref={ref} className={styles.scroller} data-height={height} {...asRegion(regionLabel)}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {placed(heads).map(({ key, position, value }) => (
              <th key={key} scope="col" data-marked={isMarked(position)}>
                {value.controls || value.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed(rows).map((row) => (
            <tr key={row.key}>
              {heads.map((_, position) => {
                const { kind, text, title } = cellText(row.value[position] ?? null);
                return (
                  <td
                    key={keyOf(position)}
                    data-kind={kind}
                    data-marked={isMarked(position)}
                    title={title ?? undefined}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows and columns may be equal: their place tells them apart. */
function placed<Value>(values: readonly Value[]) {
  return values.map((value, position) => ({ key: keyOf(position), position, value }));
}

function keyOf(position: number): string {
  return `at ${position}`;
}

function asRegion(label: string | undefined) {
  return label === undefined ? {} : { role: 'region', 'aria-label': label, tabIndex: 0 };
}
