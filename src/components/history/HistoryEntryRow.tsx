// One kept comparison: what it was, where it was measured, and four things to do with it.
import { FileDown, FolderOpen, Pin, PinOff, Trash2 } from 'lucide-react';
import type { HistoryItem } from '../../state/selectors/history/history-view.ts';
import { Button } from '../shared/controls/Button.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { Badge } from '../shared/labels/Badge.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import styles from './HistoryDialog.module.css';

export interface HistoryEntryRowProps {
  item: HistoryItem;
  onPin: (isPinned: boolean) => void;
  onOpen: () => void;
  onExport: () => void;
  onDelete: () => void;
}

export function HistoryEntryRow({ item, onPin, onOpen, onExport, onDelete }: HistoryEntryRowProps) {
  const { title, when, isPinned } = item;
  // Many entries have the same title: the time tells them apart, for the ear as well.
  const name = `${title}, ${when}`;
  return (
    <li className={styles.entry} data-pinned={isPinned || undefined}>
      <div className={styles.facts}>
        <p className={styles.heading}>
          <span className={styles.title}>{title}</span>
          {isPinned && <Badge tone="accent">pinned</Badge>}
          {item.isCurrent && <Badge>measured last</Badge>}
        </p>
        {item.headline && <p className={styles.found}>{item.headline}</p>}
        <p className={styles.details}>
          <Explained content={<time dateTime={item.at}>{new Date(item.at).toLocaleString()}</time>}>
            {when}
          </Explained>
          <Explained content={item.sizeTip}>{item.size}</Explained>
          <Explained content="Rows of all tables when it was measured.">{item.data}</Explained>
          <Explained content={item.environmentTip}>{item.environment}</Explained>
        </p>
      </div>
      <div className={styles.actions}>
        <Button
          size="sm"
          variant={isPinned ? 'ghost' : 'soft'}
          icon={
            isPinned ? (
              <PinOff size={14} aria-hidden="true" />
            ) : (
              <Pin size={14} aria-hidden="true" />
            )
          }
          aria-label={`${isPinned ? 'Unpin' : 'Pin'} ${name}`}
          onClick={() => onPin(!isPinned)}
        >
          {isPinned ? 'Unpin' : 'Pin'}
        </Button>
        <IconButton
          size="sm"
          label={`Open the playground of ${name}`}
          tooltip="Open its playground, as it was when measured. Undo brings yours back."
          icon={<FolderOpen size={14} aria-hidden="true" />}
          onClick={onOpen}
        />
        <IconButton
          size="sm"
          label={`Export as JSON: ${name}`}
          tooltip="Export as JSON: every sample, counter and plan, with the playground and the environment."
          icon={<FileDown size={14} aria-hidden="true" />}
          onClick={onExport}
        />
        <IconButton
          size="sm"
          label={`Delete ${name}`}
          tooltip="Delete"
          icon={<Trash2 size={14} aria-hidden="true" />}
          onClick={onDelete}
        />
      </div>
    </li>
  );
}
