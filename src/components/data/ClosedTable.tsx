// A table of a long list as a line: name, rows, columns. Pressing it opens the table.
import { memo } from 'react';
import { formatCountOf } from '../../lib/format-count.ts';
import { Fault } from '../shared/messages/Fault.tsx';
import { TableName, type TableNameProps } from './TableName.tsx';
import styles from './TableRecipeCard.module.css';

export interface ClosedTableProps extends Omit<TableNameProps, 'isOpen'> {
  rows: number;
  columnCount: number;
  problem: string | null;
}

/** Drawn again only when what it shows has changed: there may be hundreds. */
export const ClosedTable = memo(function ClosedTable({
  name,
  rows,
  columnCount,
  problem,
  onOpenChange,
}: ClosedTableProps) {
  return (
    <li className={styles.card} data-closed="">
      <div className={styles.head}>
        <TableName name={name} isOpen={false} onOpenChange={onOpenChange} />
        <span className={styles.closed}>
          {formatCountOf(rows, 'row')}, {formatCountOf(columnCount, 'column')}
        </span>
      </div>
      {problem !== null && <Fault error={{ message: problem }} className={styles.problem} />}
    </li>
  );
});
