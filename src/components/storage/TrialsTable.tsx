// What VACUUM made of copies of the database, beside the present, tree by tree.
import { X } from 'lucide-react';
import { type Ref, useState } from 'react';
import type {
  TrialCell,
  TrialRow,
  TrialTable,
} from '../../state/selectors/storage/storage-trials.ts';
import { Button } from '../shared/controls/Button.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { BreakableName } from '../shared/labels/BreakableName.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import labStyles from './StorageLab.module.css';
import styles from './TrialsTable.module.css';

export interface TrialsTableProps {
  trials: TrialTable;
  ref?: Ref<HTMLDivElement> | undefined;
  onDrop: (pageSizeBytes: number) => void;
}

/** Figures of the whole and the largest trees; who wants them all asks. */
const mostRows = 20;

export function TrialsTable({ trials, ref, onDrop }: TrialsTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  const rows = isWhole ? trials.rows : trials.rows.slice(0, mostRows);
  return (
    <div ref={ref} className={labStyles.group}>
      <h2>After VACUUM</h2>
      <p className={labStyles.words}>{trials.words}</p>
      <div className={labStyles.scroller}>
        <table className={styles.table} aria-label="After VACUUM">
          <thead>
            <tr>
              <th scope="col">Pages of</th>
              <th scope="col">{trials.presentLabel}, now</th>
              {trials.sizes.map(({ pageSizeBytes, label }) => (
                <th key={pageSizeBytes} scope="col">
                  <span className={styles.head}>
                    {label}
                    <IconButton
                      size="sm"
                      label={`Remove the trial with pages of ${label}`}
                      icon={<X size={12} aria-hidden="true" />}
                      onClick={() => onDrop(pageSizeBytes)}
                    />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.kind} ${row.label}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < trials.rows.length && (
        <Button onClick={() => setIsWhole(true)}>Show all tables and indexes</Button>
      )}
    </div>
  );
}

function Row({ row: { label, kind, explanation, cells } }: { row: TrialRow }) {
  return (
    <tr data-kind={kind}>
      <th scope="row">
        <Explained content={explanation} className={styles.label}>
          <BreakableName text={label} />
        </Explained>
      </th>
      {cells.map((cell, position) => (
        // The columns have no other name than their place.
        <Cell key={`at ${String(position)}`} cell={cell} />
      ))}
    </tr>
  );
}

function Cell({ cell: { text, difference, isLess, title } }: { cell: TrialCell }) {
  return (
    <td title={title ?? undefined}>
      {text}
      {difference && (
        <span className={styles.difference} data-less={isLess || undefined}>
          {difference}
        </span>
      )}
    </td>
  );
}
