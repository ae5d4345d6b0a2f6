// What stands in the Storage lab before the first reading: what to do, a question, or what went wrong.
import { HardDrive } from 'lucide-react';
import type { EngineError } from '../../engine/model/errors.ts';
import type { StorageForm } from '../../state/selectors/storage/storage-form.ts';
import { Button } from '../shared/controls/Button.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { Spinner } from '../shared/messages/Spinner.tsx';
import styles from './StorageLab.module.css';
import { StorageQuestion } from './StorageQuestion.tsx';

export interface StorageNotReadProps {
  form: StorageForm;
  error: EngineError | null;
  onRead: () => void;
  onAgree: () => void;
}

export function StorageNotRead({ form, error, onRead, onAgree }: StorageNotReadProps) {
  if (form.isReading) {
    return (
      <p className={styles.loading}>
        <Spinner /> Reading the pages
      </p>
    );
  }
  if (!form.hasTables && form.refusal) {
    return (
      <EmptyState icon={<HardDrive size={20} aria-hidden="true" />} title="Nothing to read yet">
        {form.refusal}
      </EmptyState>
    );
  }
  return (
    <>
      {form.asking && <StorageQuestion text={form.asking.text} onAgree={onAgree} />}
      {error && <Fault error={error} />}
      <EmptyState
        icon={<HardDrive size={20} aria-hidden="true" />}
        title="Not read yet"
        action={
          <Button disabled={form.refusal !== null} focusableWhenDisabled onClick={onRead}>
            Read them now
          </Button>
        }
      >
        Read the pages shows what takes the bytes of this database: rows, indexes, empty space, and
        how much more each setup costs than the baseline.
      </EmptyState>
    </>
  );
}
