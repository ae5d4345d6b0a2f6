// The history: comparisons that this browser has kept, newest first, and what can be done with each.
// Keeps away from storage; the verbs are state's.
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  clearWords,
  type HistoryItem,
  historyItems,
} from '../../state/selectors/history/history-view.ts';
import { useApp, useKept, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { saveFile } from '../shared/export/save-file.ts';
import { Banner } from '../shared/messages/Banner.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { ConfirmDialog } from '../shared/overlays/ConfirmDialog.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import styles from './HistoryDialog.module.css';
import { HistoryEntryRow } from './HistoryEntryRow.tsx';

/** What is asked about before it is gone for good. */
type Removal = { kind: 'all' } | { kind: 'one'; item: HistoryItem };

export function HistoryDialog() {
  const isOpen = useUi(({ dialog }) => dialog === 'history');
  // What is asked and the time of day begin anew with every opening.
  return isOpen ? <OpenHistory /> : null;
}

function OpenHistory() {
  const { ui, kept, files } = useApp();
  const entries = useKept((history) => history.entries);
  const currentId = useKept((history) => history.currentId);
  const unreadable = useKept((history) => history.unreadable);
  const problem = useKept((history) => history.problem);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const [now] = useState(() => Date.now());
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => void kept.refresh(), [kept]);
  const items = entries && historyItems(entries, currentId, now);
  const close = () => ui.setState({ dialog: 'none' });

  async function openKept(id: number): Promise<void> {
    const entry = await kept.load(id);
    if (!entry) return;
    close();
    files.openKept(entry);
  }

  async function exportKept(id: number): Promise<void> {
    const file = await kept.toFile(id);
    if (file) saveFile(file, 'application/json');
  }

  function remove(wanted: Removal): void {
    setRemoval(null);
    void (wanted.kind === 'all' ? kept.clear() : kept.remove(wanted.item.id));
    // The button that had the focus is gone.
    list.current?.focus();
  }

  return (
    <Dialog
      isOpen
      size="lg"
      onClose={close}
      title="History"
      description="Every comparison is kept in this browser. Pin one, and what you measure next stands beside it: plans, work and times, then and now."
      footer={
        <Button
          icon={<Trash2 size={16} aria-hidden="true" />}
          disabled={!items?.length && unreadable === 0}
          onClick={() => setRemoval({ kind: 'all' })}
        >
          Clear history
        </Button>
      }
    >
      {problem && (
        <Banner tone="warning" className={styles.problem}>
          {problem}
        </Banner>
      )}
      {items?.length === 0 && (
        <EmptyState isCompact title="Nothing kept yet">
          Press Compare: what it measures is kept here by itself.
        </EmptyState>
      )}
      <ul ref={list} tabIndex={-1} aria-label="Kept comparisons" className={styles.list}>
        {items?.map((item) => (
          <HistoryEntryRow
            key={item.id}
            item={item}
            onPin={(isPinned) => void kept.setPinned(item.id, isPinned)}
            onOpen={() => void openKept(item.id)}
            onExport={() => void exportKept(item.id)}
            onDelete={() => setRemoval({ kind: 'one', item })}
          />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={removal !== null}
        title={removal?.kind === 'one' ? 'Delete this comparison?' : 'Clear the history?'}
        description={
          removal?.kind === 'one'
            ? `“${removal.item.title}”, ${removal.item.when}${removal.item.isPinned ? ', pinned' : ''}: its plans, counters and samples go for good.`
            : clearWords(entries ?? [], unreadable)
        }
        confirmLabel={removal?.kind === 'one' ? 'Delete' : 'Clear'}
        onConfirm={() => removal && remove(removal)}
        onCancel={() => setRemoval(null)}
      />
    </Dialog>
  );
}
