// The head of an index's row: name, target, what building it took, its menu, its error.
// Keeps away from the switches beside it.
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes } from '../../lib/format/format-bytes.ts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import type { IndexRow } from '../../state/selectors/bench/bench-view.ts';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { Menu } from '../shared/overlays/Menu.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './RowHeader.module.css';

export interface IndexHeaderProps {
  index: IndexRow;
  onEdit: () => void;
  onRemove: () => void;
}

export function IndexHeader({ index, onEdit, onRemove }: IndexHeaderProps) {
  const { name, sql, target, sizeBytes, buildMs, error } = index;
  return (
    <th scope="row" className={styles.header} aria-label={name}>
      <div className={styles.line}>
        <span className={styles.name} title={sql}>
          {breakable(name)}
        </span>{' '}
        <span className={styles.target} title={sql}>
          {target}
        </span>
        {sizeBytes !== null && (
          <Tooltip
            content={`Size: the pages that CREATE INDEX added to the database.${
              buildMs === null ? '' : ` It took ${formatDuration(buildMs)} to build, once.`
            }`}
          >
            <span className={styles.figure}>{formatBytes(sizeBytes)}</span>
          </Tooltip>
        )}
        <Menu
          label={`Menu of ${name}`}
          align="end"
          trigger={
            <IconButton
              size="sm"
              label={`Menu of ${name}`}
              className={styles.menu}
              icon={<Ellipsis size={14} aria-hidden="true" />}
            />
          }
          entries={[
            {
              kind: 'command',
              id: 'edit',
              label: 'Edit',
              icon: <Pencil size={14} aria-hidden="true" />,
              onSelect: onEdit,
            },
            {
              kind: 'command',
              id: 'remove',
              label: 'Remove',
              icon: <Trash2 size={14} aria-hidden="true" />,
              tone: 'danger',
              onSelect: onRemove,
            },
          ]}
        />
      </div>
      {error && (
        <p className={styles.error} role="alert">
          {error.message} {error.hint}
        </p>
      )}
    </th>
  );
}

/** Long names go on in the next line after an underscore, rather than anywhere. */
function breakable(name: string): ReactNode[] {
  const parts = name.split(/(?<=_)/);
  return parts.map((part, place) => (
    <span key={parts.slice(0, place + 1).join('')} className={styles.part}>
      {part}
    </span>
  ));
}
