// The first rows of a table as the database will hold them, behind a line that opens them.
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { TableRecipe } from '../../state/selectors/data/data-view.ts';
import { previewFault, previewTable } from '../../state/selectors/data/preview-table.ts';
import { SmallTable } from '../shared/grid/SmallTable.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import styles from './TablePreviewSection.module.css';

export interface TablePreviewSectionProps {
  table: TableRecipe;
  /** The column whose settings are open. */
  editedColumn: string | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function TablePreviewSection(props: TablePreviewSectionProps) {
  const { table, editedColumn, isOpen, onOpenChange } = props;
  const id = useId();
  return (
    <div className={styles.section}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onOpenChange(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden="true" className={styles.chevron} />
        First 10 rows
      </button>
      {isOpen && (
        <div id={id}>
          <Preview table={table} editedColumn={editedColumn} />
        </div>
      )}
    </div>
  );
}

/** Pixels of the column before that stay in sight. */
const lookBack = 64;

function Preview({
  table,
  editedColumn,
}: Pick<TablePreviewSectionProps, 'table' | 'editedColumn'>) {
  const { name, preview } = table;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (editedColumn === null) return;
    const header = scroller.current?.querySelector<HTMLElement>('th[data-marked]');
    // Beside what comes before it; the list around it must not move.
    if (header) scroller.current?.scrollTo({ left: header.offsetLeft - lookBack });
  }, [editedColumn]);
  if (!preview) return <p className={styles.note}>Being made…</p>;
  if (preview.status === 'failed') {
    return <Fault error={previewFault(preview.error, table)} className={styles.fault} />;
  }
  const { columns, rows } = previewTable(preview);
  if (columns.length === 0) return <p className={styles.note}>There are no rows to show.</p>;
  const edited = editedColumn === null ? -1 : columns.indexOf(editedColumn);
  return (
    <SmallTable
      ref={scroller}
      label={`Preview of ${name}`}
      regionLabel={`First rows of ${name}`}
      heads={columns.map((text) => ({ text }))}
      rows={rows}
      markedColumns={edited < 0 ? [] : [edited]}
    />
  );
}
