// The head of a setup's column: letter and name, and the menu of what can be done with it.
// Keeps away from the switches below it.
import { ArrowLeft, ArrowRight, ChevronDown, Copy, Flag, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SetupView } from '../../state/selectors/bench/bench-view.ts';
import { NameField } from '../shared/fields/NameField.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { Menu } from '../shared/overlays/Menu.tsx';
import styles from './SetupHeader.module.css';

export interface SetupHeaderProps {
  setup: SetupView;
  position: number;
  count: number;
  canAdd: boolean;
  onRename: (name: string) => void;
  onDuplicate: () => void;
  onMove: (position: number) => void;
  onRemove: () => void;
}

export function SetupHeader(props: SetupHeaderProps) {
  const { setup, position, count, canAdd, onRename, onDuplicate, onMove, onRemove } = props;
  const [isRenaming, setIsRenaming] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const hasRenamed = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone: back to where the renaming began.
    if (!isRenaming && hasRenamed.current) trigger.current?.focus();
    hasRenamed.current = isRenaming;
  }, [isRenaming]);
  const { letter, name } = setup;
  const icon = { size: 14, 'aria-hidden': true } as const;
  return (
    <th scope="col" aria-label={`${letter} ${name}`} className={styles.header} data-setup={letter}>
      <div className={styles.content}>
        {isRenaming ? (
          <div className={styles.renaming}>
            <SetupChip letter={letter} />
            <NameField
              label={`Name of setup ${letter}`}
              name={name}
              onDone={(newName) => {
                setIsRenaming(false);
                if (newName !== null) onRename(newName);
              }}
            />
          </div>
        ) : (
          <Menu
            label={`Setup ${letter}`}
            trigger={
              <button
                ref={trigger}
                type="button"
                className={styles.trigger}
                aria-label={`${letter} ${name}, setup menu`}
                onDoubleClick={() => setIsRenaming(true)}
              >
                <SetupChip letter={letter} />{' '}
                <span className={styles.name} title={name}>
                  {name}
                </span>
                <ChevronDown size={14} className={styles.chevron} aria-hidden="true" />
              </button>
            }
            entries={[
              {
                kind: 'command',
                id: 'rename',
                label: 'Rename',
                icon: <Pencil {...icon} />,
                onSelect: () => setIsRenaming(true),
              },
              {
                kind: 'command',
                id: 'duplicate',
                label: 'Duplicate',
                detail: canAdd ? undefined : 'Six setups are the most.',
                icon: <Copy {...icon} />,
                isDisabled: !canAdd,
                onSelect: onDuplicate,
              },
              { kind: 'separator', id: 'places' },
              {
                kind: 'command',
                id: 'left',
                label: 'Move left',
                icon: <ArrowLeft {...icon} />,
                isDisabled: position === 0,
                onSelect: () => onMove(position - 1),
              },
              {
                kind: 'command',
                id: 'right',
                label: 'Move right',
                icon: <ArrowRight {...icon} />,
                isDisabled: position === count - 1,
                onSelect: () => onMove(position + 1),
              },
              {
                kind: 'command',
                id: 'baseline',
                label: 'Make baseline',
                detail: 'Others are compared with it.',
                icon: <Flag {...icon} />,
                isDisabled: setup.isBaseline,
                onSelect: () => onMove(0),
              },
              { kind: 'separator', id: 'end' },
              {
                kind: 'command',
                id: 'remove',
                label: 'Remove',
                detail: count === 1 ? 'The last setup stays.' : undefined,
                icon: <Trash2 {...icon} />,
                tone: 'danger',
                isDisabled: count === 1,
                onSelect: onRemove,
              },
            ]}
          />
        )}
      </div>
    </th>
  );
}
