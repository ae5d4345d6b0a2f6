// What was read: facts, the map, setups, the table of trees, trials. The map loads when first shown.
// Keeps away from the words: selectors make them.
import { Copy } from 'lucide-react';
import { lazy, memo, type Ref, useState } from 'react';
import type { EngineError } from '../../engine/model/errors.ts';
import { storageBlocks } from '../../state/selectors/storage/storage-blocks.ts';
import type { StorageForm } from '../../state/selectors/storage/storage-form.ts';
import type { StorageView } from '../../state/selectors/storage/storage-view.ts';
import { Button } from '../shared/controls/Button.tsx';
import { BreakableName } from '../shared/labels/BreakableName.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { WhileLoading } from '../shared/messages/WhileLoading.tsx';
import { SetupBytesTable } from './SetupBytesTable.tsx';
import styles from './StorageLab.module.css';
import { StorageQuestion } from './StorageQuestion.tsx';
import { TreesTable } from './TreesTable.tsx';
import { TrialsTable } from './TrialsTable.tsx';

const StorageMap = lazy(async () => ({
  default: (await import('../../charts/storage/StorageMap.tsx')).StorageMap,
}));

export interface StorageResultsProps {
  view: StorageView;
  asking: StorageForm['asking'];
  error: EngineError | null;
  onAgree: (pageSizeBytes: number | null) => void;
  onDropTrial: (pageSizeBytes: number) => void;
  onCopy: () => void;
  /** Of the trials. */
  trialsRef: Ref<HTMLDivElement>;
}

export function StorageResults({
  view,
  asking,
  error,
  onAgree,
  onDropTrial,
  onCopy,
  trialsRef,
}: StorageResultsProps) {
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  return (
    <>
      {asking && (
        <StorageQuestion text={asking.text} onAgree={() => onAgree(asking.trialPageSize)} />
      )}
      {view.isStale && (
        <Banner tone="warning" isAnnounced={false}>
          Stale: the playground has changed since this was read. Read the pages reads it again.
        </Banner>
      )}
      {error && <Fault error={error} />}
      <div className={styles.reading} data-stale={view.isStale || undefined}>
        <div className={styles.group}>
          <div className={styles.heading}>
            <h2>What takes the bytes</h2>
            <Button variant="ghost" icon={<Copy size={16} aria-hidden="true" />} onClick={onCopy}>
              Copy as Markdown
            </Button>
          </div>
          <ul className={styles.facts} aria-label="Facts">
            {view.facts.map(({ text, explanation }) => (
              <li key={text}>
                <Explained content={explanation} className={styles.fact}>
                  <BreakableName text={text} />
                </Explained>
              </li>
            ))}
          </ul>
        </div>
        <BytesMap view={view} markedName={pointedAt} />
        {view.trials && <TrialsTable ref={trialsRef} trials={view.trials} onDrop={onDropTrial} />}
        <SetupBytesTable setups={view.setups} />
        <TreesTable
          trees={view.trees}
          wholeBytes={view.report.sizeBytes}
          onPointAt={setPointedAt}
        />
        <p className={styles.hint}>{view.environment}</p>
      </div>
    </>
  );
}

interface BytesMapProps {
  view: StorageView;
  markedName: string | null;
}

const BytesMap = memo(function BytesMap({ view, markedName }: BytesMapProps) {
  return (
    <WhileLoading what="the map">
      <StorageMap
        label="Bytes of the database"
        blocks={storageBlocks(view.report, view.trees)}
        note={view.environment}
        markedName={markedName}
      />
    </WhileLoading>
  );
});
