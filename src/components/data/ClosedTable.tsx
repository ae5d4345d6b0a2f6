// A table of a long list as a line: name, rows, columns. Pressing it opens the table.
import { memo } from 'react';
import { formatCountOf } from '../../lib/format/format-count.ts';
import { Fault } from '../shared/messages/Fault.tsx';
import { TableName, type TableNameProps } from './TableName.tsx';
import styles from './TableRecipeCard.module.css';

export interface ClosedTableProps extends Omit<TableNameProps, 'isOpen'> {
  rows: number;
  columnCount: number;
  /** Sentences, one a line: a text, so that it is the same while it says the same. */
  problems: string;
}

/** Drawn again only when what it shows has changed: there may be hundreds. */
export const ClosedTable = memo(function ClosedTable({
  name,
  rows,
  columnCount,
  problems,
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
      {problems
        .split('\n')
        .filter((message) => message !== '')
        .map((message) => (
          <Fault key={message} error={{ message }} className={styles.problem} />
        ))}
    </li>
  );
});
