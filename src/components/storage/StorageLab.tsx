// The Storage lab: where the bytes of the database are, and what VACUUM would make of them.
// Reads the state; its parts get props.
import { useRef } from 'react';
import { storageForm } from '../../state/selectors/storage/storage-form.ts';
import { storageMarkdown } from '../../state/selectors/storage/storage-report.ts';
import { storageView } from '../../state/selectors/storage/storage-view.ts';
import { useApp, usePlayground, useRuns, useStorage } from '../shared/app-context.tsx';
import { copyOrOffer } from '../shared/export/copy-out.ts';
import { StorageFields } from './StorageFields.tsx';
import styles from './StorageLab.module.css';
import { StorageNotRead } from './StorageNotRead.tsx';
import { StorageResults } from './StorageResults.tsx';

export function StorageLab() {
  const app = useApp();
  const { storageLab } = app;
  const playground = usePlayground((current) => current);
  const storage = useStorage((state) => state);
  const inspection = useRuns((runs) => runs.inspection);
  const activity = useRuns((runs) => runs.activity);
  const database = useRuns((runs) => runs.database);
  const isImported = playground.imported !== undefined;
  const form = storageForm(storage, { activity, database, inspection }, isImported);
  const view = storageView(playground, storage, inspection);
  const found = useRef<HTMLElement>(null);
  const trials = useRef<HTMLDivElement>(null);
  /** On a phone what is found stands below the fields. */
  const start = (work: () => Promise<boolean>) => {
    found.current?.scrollIntoView({ block: 'start' });
    return work();
  };
  const read = (isAgreed: boolean) => void start(() => storageLab.read(isAgreed));
  const tryVacuum = async (pageSizeBytes: number, isAgreed: boolean) => {
    const isDone = await start(() => storageLab.tryVacuum(pageSizeBytes, isAgreed));
    // It is drawn with the next frame.
    if (isDone) requestAnimationFrame(() => trials.current?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <div className={styles.lab}>
      <section className={styles.fields} aria-label="What is read">
        <StorageFields
          form={form}
          hasReading={view !== null}
          isFresh={view?.isStale === false}
          onRead={() => read(form.isLargeKnown)}
          onPageSizeChange={storageLab.choosePageSize}
          onTry={() => void tryVacuum(Number(form.pageSize), form.isLargeKnown)}
        />
      </section>
      <section ref={found} className={styles.results} aria-label="What was found">
        {view ? (
          <StorageResults
            view={view}
            asking={form.asking}
            error={storage.error}
            onAgree={(pageSize) =>
              pageSize === null ? read(true) : void tryVacuum(pageSize, true)
            }
            trialsRef={trials}
            onCopy={() =>
              void copyOrOffer(app, {
                text: storageMarkdown(playground.title, view),
                what: 'Storage',
                fileName: 'storage.md',
              })
            }
            onDropTrial={storageLab.dropTrial}
          />
        ) : (
          <StorageNotRead
            form={form}
            error={storage.error}
            onAgree={() => read(true)}
            onRead={() => read(form.isLargeKnown)}
          />
        )}
      </section>
    </div>
  );
}
