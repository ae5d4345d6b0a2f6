// The left side of the Storage lab: Read the pages, and VACUUM by page size.
// Decides nothing: reasons and choices come with the props.
import { HardDrive, Shrink } from 'lucide-react';
import type { StorageForm } from '../../state/selectors/storage/storage-form.ts';
import { Button } from '../shared/controls/Button.tsx';
import { Select } from '../shared/fields/Select.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './StorageLab.module.css';

export interface StorageFieldsProps {
  form: StorageForm;
  hasReading: boolean;
  /** What is shown is of the playground as it stands: reading again is not the main thing to do. */
  isFresh: boolean;
  onRead: () => void;
  onPageSizeChange: (pageSizeBytes: number) => void;
  onTry: () => void;
}

export function StorageFields({
  form,
  hasReading,
  isFresh,
  onRead,
  onPageSizeChange,
  onTry,
}: StorageFieldsProps) {
  return (
    <>
      <div className={styles.form}>
        <h2>Where are the bytes?</h2>
        <p className={styles.hint}>
          Makes the database with all indexes and reads every page of a copy: bytes, fill and depth
          of each table and index, and what each setup would take.
        </p>
        {form.cost && <p className={styles.hint}>{form.cost}</p>}
        <Tooltip
          content={
            form.refusal ?? 'Counts pages with dbstat, in SQLite’s official build. Changes nothing.'
          }
          side="right"
        >
          <Button
            variant={isFresh ? 'soft' : 'primary'}
            size="lg"
            icon={<HardDrive size={16} aria-hidden="true" />}
            disabled={form.refusal !== null}
            focusableWhenDisabled
            onClick={onRead}
          >
            Read the pages
          </Button>
        </Tooltip>
      </div>
      <div className={styles.form}>
        <h2>What would VACUUM change?</h2>
        <p className={styles.hint}>
          VACUUM writes every table and index anew, one after the other, without holes and free
          pages; only then can the page size change. It runs on a copy: the playground’s database
          stays as it is.
        </p>
        <div className={styles.field}>
          <span className={styles.label} aria-hidden="true">
            Page size
          </span>
          <Select
            label="Page size"
            value={form.pageSize}
            options={form.pageSizes}
            onChange={(value) => onPageSizeChange(Number(value))}
          />
        </div>
        <Tooltip
          content={form.trialRefusal ?? 'The result stands beside the present, tree by tree.'}
          side="right"
        >
          <Button
            icon={<Shrink size={16} aria-hidden="true" />}
            disabled={form.trialRefusal !== null}
            focusableWhenDisabled
            onClick={onTry}
          >
            Try VACUUM
          </Button>
        </Tooltip>
        {!hasReading && form.trialRefusal && <p className={styles.hint}>{form.trialRefusal}</p>}
      </div>
    </>
  );
}
