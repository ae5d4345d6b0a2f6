// The kept databases: what each is, its size, when it was used, and a button that removes it.
import { Trash2 } from 'lucide-react';
import type { StoredItem } from '../../state/selectors/stored/stored-view.ts';
import { Button } from '../shared/controls/Button.tsx';
import { Badge } from '../shared/labels/Badge.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { VisuallyHidden } from '../shared/labels/VisuallyHidden.tsx';
import styles from './StoredTable.module.css';

export interface StoredTableProps {
  items: readonly StoredItem[];
  onRemove: (item: StoredItem) => void;
}

export function StoredTable({ items, onRemove }: StoredTableProps) {
  return (
    <table className={styles.table} aria-label="Kept data">
      <thead>
        <tr>
          <th scope="col">Data</th>
          <th scope="col" className={styles.number}>
            Size
          </th>
          <th scope="col" className={styles.used}>
            Last used
          </th>
          <th scope="col">
            <VisuallyHidden>Remove</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.imageId} item={item} onRemove={() => onRemove(item)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, onRemove }: { item: StoredItem; onRemove: () => void }) {
  return (
    <tr data-removing={item.isRemoving || undefined}>
      <th scope="row">
        <span className={styles.heading}>
          <span className={styles.title}>{item.title}</span>
          {item.isInUse && <Badge tone="accent">in use</Badge>}
        </span>
        <span className={styles.details}>
          <Explained content={item.originTip}>{item.origin}</Explained>
          <Explained content="Counted when it was kept.">{item.holds}</Explained>
        </span>
      </th>
      <td className={styles.number}>
        <Explained content={item.sizeTip}>{item.size}</Explained>
      </td>
      <td className={styles.used}>
        <Explained
          content={<time dateTime={item.usedAt}>{new Date(item.usedAt).toLocaleString()}</time>}
        >
          {item.used}
        </Explained>
      </td>
      <td className={styles.action}>
        <Button
          size="sm"
          variant="ghost"
          icon={<Trash2 size={14} aria-hidden="true" />}
          aria-label={`Remove ${item.title}`}
          isBusy={item.isRemoving}
          onClick={onRemove}
        >
          <span className={styles.verb}>Remove</span>
        </Button>
      </td>
    </tr>
  );
}
