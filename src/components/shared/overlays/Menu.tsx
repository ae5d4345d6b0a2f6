// A menu button: a button that opens a list of commands, grouped, with sub-labels and shortcuts.
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, type ButtonVariant, type ControlSize } from '../controls/Button.tsx';
import { Kbd } from '../keyboard/Kbd.tsx';
import styles from './Menu.module.css';
import popup from './popup.module.css';

export type MenuEntry =
  | MenuCommand
  | { kind: 'separator'; id: string }
  | { kind: 'group'; id: string; label: string; entries: readonly MenuCommand[] };

export interface MenuCommand {
  kind: 'command';
  id: string;
  label: string;
  /** A dimmed line under the label. */
  detail?: string | undefined;
  icon?: ReactNode;
  keys?: readonly string[] | undefined;
  tone?: 'danger' | undefined;
  isDisabled?: boolean | undefined;
  /** Set for choices: the item is a menuitemcheckbox. */
  isChecked?: boolean | undefined;
  onSelect: () => void;
}

export interface MenuProps {
  /** Text and accessible name of the button. */
  label: string;
  entries: readonly MenuEntry[];
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  icon?: ReactNode;
  /** In place of the button with a chevron: an IconButton, a column header. */
  trigger?: ReactElement<Record<string, unknown>> | undefined;
  align?: 'start' | 'end' | undefined;
  isDisabled?: boolean | undefined;
  /** Shown when there are no entries. */
  emptyText?: string | undefined;
}

export function Menu({
  label,
  entries,
  variant = 'ghost',
  size = 'md',
  icon,
  trigger,
  align = 'start',
  isDisabled = false,
  emptyText,
}: MenuProps) {
  const button = (
    <Button
      variant={variant}
      size={size}
      icon={icon}
      trailing={<ChevronDown size={14} className={styles.chevron} aria-hidden="true" />}
    >
      {label}
    </Button>
  );
  return (
    <BaseMenu.Root modal={false} disabled={isDisabled}>
      <BaseMenu.Trigger render={trigger ?? button} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner
          className={popup.positioner}
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          <BaseMenu.Popup className={`${popup.popup} ${styles.popup}`} aria-label={label}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
            {entries.length === 0 && <p className={styles.empty}>{emptyText ?? 'Nothing here.'}</p>}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'separator') return <BaseMenu.Separator className={styles.separator} />;
  if (entry.kind === 'command') return <Command command={entry} />;
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className={styles.heading}>{entry.label}</BaseMenu.GroupLabel>
      {entry.entries.map((command) => (
        <Command key={command.id} command={command} />
      ))}
    </BaseMenu.Group>
  );
}

function Command({ command }: { command: MenuCommand }) {
  const { label, detail, icon, keys, tone, isDisabled = false, isChecked, onSelect } = command;
  const text = (
    <>
      <span className={popup.text}>
        <span>{label}</span>
        {detail && <span className={popup.detail}>{detail}</span>}
      </span>
      {keys && <Kbd keys={keys} />}
    </>
  );
  if (isChecked !== undefined) {
    return (
      <BaseMenu.CheckboxItem
        className={popup.item}
        checked={isChecked}
        onCheckedChange={onSelect}
        disabled={isDisabled}
        label={label}
        closeOnClick
      >
        <span className={popup.icon}>
          {isChecked ? <Check size={14} aria-hidden="true" /> : icon}
        </span>
        {text}
      </BaseMenu.CheckboxItem>
    );
  }
  return (
    <BaseMenu.Item
      className={`${popup.item} ${styles.item}`}
      data-tone={tone}
      onClick={onSelect}
      disabled={isDisabled}
      label={label}
    >
      {icon !== undefined && <span className={popup.icon}>{icon}</span>}
      {text}
    </BaseMenu.Item>
  );
}
