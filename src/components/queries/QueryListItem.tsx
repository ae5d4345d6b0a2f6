// A query in the list: press to select, F2 or a double click to rename, a menu for the rest.
import { ArrowDown, ArrowUp, Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { NameField } from '../shared/fields/NameField.tsx';
import { NumberField } from '../shared/fields/NumberField.tsx';
import { Menu } from '../shared/overlays/Menu.tsx';
import styles from './QueryListItem.module.css';

export interface QueryListItemProps {
  name: string;
  weight: number;
  isSelected: boolean;
  /** It cannot be planned as it is written. */
  hasFault: boolean;
  isFirst: boolean;
  isLast: boolean;
  onSelect: () => void;
  onRename: (name: string) => void;
  onWeight: (weight: number) => void;
  onDuplicate: () => void;
  onMoveUp: () => void;
  onMoveDown: () => void;
  onRemove: () => void;
}

export function QueryListItem(props: QueryListItemProps) {
  const { name, weight, isSelected, hasFault } = props;
  const [isRenaming, setIsRenaming] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const nameButton = useRef<HTMLButtonElement>(null);
  const isFocusWanted = useRef(false);
  useEffect(() => {
    if (isRenaming || !isFocusWanted.current) return;
    isFocusWanted.current = false;
    nameButton.current?.focus();
  }, [isRenaming]);
  const icon = { size: 14, 'aria-hidden': true } as const;
  return (
    <li ref={item} className={styles.item} data-selected={isSelected || undefined}>
      {isRenaming ? (
        <NameField
          className={styles.rename}
          label="Name of the query"
          name={name}
          onDone={(newName) => {
            // By a key; when another place was pressed, the focus is there.
            isFocusWanted.current = item.current?.contains(document.activeElement) ?? false;
            setIsRenaming(false);
            if (newName !== null) props.onRename(newName);
          }}
        />
      ) : (
        <button
          ref={nameButton}
          type="button"
          className={styles.name}
          aria-current={isSelected || undefined}
          aria-keyshortcuts="F2"
          title={`${name} (F2 or a double click renames)`}
          onClick={props.onSelect}
          onDoubleClick={() => setIsRenaming(true)}
          onKeyDown={(event) => {
            if (event.key === 'F2') setIsRenaming(true);
          }}
        >
          <span className={styles.text}>{name}</span>
          {hasFault && <span className={styles.fault} role="img" aria-label="has an error" />}
        </button>
      )}
      <span
        className={styles.weight}
        title="Weight: how often the query comes up in the workload, relative to the others."
      >
        <span aria-hidden="true">×</span>
        <NumberField
          className={styles.weightField}
          label={`Weight of ${name}`}
          isLabelHidden
          size="sm"
          min={0}
          max={1_000_000}
          value={weight}
          onChange={props.onWeight}
        />
      </span>
      <Menu
        label={`Actions of ${name}`}
        align="end"
        trigger={
          <IconButton
            className={styles.menu}
            size="sm"
            label={`Actions of ${name}`}
            tooltip="Rename, duplicate, move, remove"
            icon={<Ellipsis size={16} aria-hidden="true" />}
          />
        }
        entries={[
          {
            kind: 'command',
            id: 'rename',
            label: 'Rename',
            keys: ['F2'],
            icon: <Pencil {...icon} />,
            onSelect: () => setIsRenaming(true),
          },
          {
            kind: 'command',
            id: 'duplicate',
            label: 'Duplicate',
            icon: <Copy {...icon} />,
            onSelect: props.onDuplicate,
          },
          { kind: 'separator', id: 'places' },
          {
            kind: 'command',
            id: 'up',
            label: 'Move up',
            icon: <ArrowUp {...icon} />,
            isDisabled: props.isFirst,
            onSelect: props.onMoveUp,
          },
          {
            kind: 'command',
            id: 'down',
            label: 'Move down',
            icon: <ArrowDown {...icon} />,
            isDisabled: props.isLast,
            onSelect: props.onMoveDown,
          },
          { kind: 'separator', id: 'end' },
          {
            kind: 'command',
            id: 'remove',
            label: 'Remove',
            tone: 'danger',
            icon: <Trash2 {...icon} />,
            onSelect: props.onRemove,
          },
        ]}
      />
    </li>
  );
}
