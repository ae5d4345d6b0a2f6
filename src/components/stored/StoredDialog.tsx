// Stored data: what this browser keeps for the page, how much room it takes, and clearing it.
// Keeps away from storage; the verbs are state's.
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  type StoredItem,
  storedPlaygroundWords,
  storedView,
} from '../../state/selectors/stored/stored-view.ts';
import {
  useApp,
  useKept,
  usePlayground,
  useRuns,
  useStored,
  useUi,
} from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Spinner } from '../shared/messages/Spinner.tsx';
import { ConfirmDialog } from '../shared/overlays/ConfirmDialog.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import styles from './StoredDialog.module.css';
import { StoredElse } from './StoredElse.tsx';
import { StoredTable } from './StoredTable.tsx';
import { StoredUsage } from './StoredUsage.tsx';

export function StoredDialog() {
  const isOpen = useUi(({ dialog }) => dialog === 'stored');
  // What is asked and the time of day begin anew with every opening.
  return isOpen ? <OpenStored /> : null;
}

function OpenStored() {
  const { ui, runs, storage, kept } = useApp();
  const stored = useStored((state) => state);
  const imageInUse = usePlayground(({ imported }) => imported?.imageId ?? null);
  const database = useRuns((state) => state.database);
  const title = usePlayground((playground) => playground.title);
  const comparisons = useKept(({ entries }) => entries?.length ?? 0);
  const [asked, setAsked] = useState<StoredItem | null>(null);
  const [now] = useState(() => Date.now());
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => void kept.refresh(), [kept]);
  useEffect(() => {
    void storage.list();
    // Data that is made meanwhile may be kept.
    return runs.subscribe((now, before) => {
      if (now.database !== before.database) void storage.list();
    });
  }, [storage, runs]);
  const view = storedView(stored, imageInUse ?? database?.summary.imageId ?? null, now);

  function remove(item: StoredItem): void {
    setAsked(null);
    void storage.remove(item.imageId);
    // The button that had the focus goes with its row.
    body.current?.focus();
  }

  return (
    <Dialog
      isOpen
      size="lg"
      onClose={() => ui.setState({ dialog: 'none' })}
      title="Stored data"
      initialFocus={body}
      description="What this browser keeps for this page. None of it is uploaded."
      footer={
        <>
          <span className={styles.footnote}>
            {view?.clearable && `${view.clearable} can be made again from recipes.`}
          </span>
          <Button
            icon={<Trash2 size={16} aria-hidden="true" />}
            disabled={!view?.clearable}
            onClick={() => {
              body.current?.focus();
              void storage.clearGenerated();
            }}
          >
            Clear generated data
          </Button>
        </>
      }
    >
      <div ref={body} tabIndex={-1} className={styles.body}>
        {view === null && (
          <p className={styles.waiting}>
            <Spinner /> Looking at what is kept
          </p>
        )}
        {view?.items.length === 0 && (
          <EmptyState isCompact title="No data">
            Nothing is stored yet: data that takes longer than 0.3 s to make is kept here, so that a
            reload need not make it again.
          </EmptyState>
        )}
        {view && view.items.length > 0 && (
          <>
            {view.usage && <StoredUsage usage={view.usage} />}
            <StoredTable
              items={view.items}
              onRemove={(item) => (item.removalWords === null ? remove(item) : setAsked(item))}
            />
          </>
        )}
        {database?.summary.notKept && (
          <Banner title="The data in use is not kept">{database.summary.notKept}</Banner>
        )}
        {view && (
          <StoredElse
            comparisons={comparisons}
            playgrounds={storedPlaygroundWords({ title }, stored.shelvedTitle)}
            onHistory={() => ui.setState({ dialog: 'history' })}
          />
        )}
      </div>
      <ConfirmDialog
        isOpen={asked !== null}
        title="Remove this data?"
        description={asked?.removalWords}
        confirmLabel="Remove"
        onConfirm={() => asked && remove(asked)}
        onCancel={() => setAsked(null)}
      />
    </Dialog>
  );
}
