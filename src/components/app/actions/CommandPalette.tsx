// Ctrl+K: every command by its name. The focus stays in the text; arrows move through the list.
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useApp, useUi } from '../../shared/app-context.tsx';
import { Kbd } from '../../shared/keyboard/Kbd.tsx';
import { isMac } from '../../shared/keyboard/keyboard-platform.ts';
import { shortcutKeys } from '../../shared/keyboard/shortcuts.ts';
import { Dialog } from '../../shared/overlays/Dialog.tsx';
import { type AppAction, appActions } from './app-actions.ts';
import styles from './CommandPalette.module.css';
import { matchingActions } from './matching-actions.ts';

export function CommandPalette() {
  const { ui } = useApp();
  const isOpen = useUi(({ dialog }) => dialog === 'commands');
  const input = useRef<HTMLInputElement>(null);
  const close = () => ui.setState({ dialog: 'none' });
  return (
    <Dialog isOpen={isOpen} onClose={close} title="Commands" initialFocus={input}>
      <ActionFinder input={input} onClose={close} />
    </Dialog>
  );
}

interface ActionFinderProps {
  input: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}

function ActionFinder({ input, onClose }: ActionFinderProps) {
  const app = useApp();
  const id = useId();
  const [text, setText] = useState('');
  const [position, setPosition] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const actions = matchingActions(appActions(app), text);
  const active = actions[position];

  useEffect(() => {
    list.current?.children[position]?.scrollIntoView({ block: 'nearest' });
  }, [position]);

  function take(action: AppAction | undefined): void {
    if (!action || action.refusal !== null) return;
    onClose();
    action.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Ctrl+Enter and its like are the page's, whatever is chosen here.
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const last = actions.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: position >= last ? 0 : position + 1,
      ArrowUp: position <= 0 ? last : position - 1,
      PageDown: Math.min(last, position + 8),
      PageUp: Math.max(0, position - 8),
    };
    const next = moves[event.key];
    if (event.key === 'Enter') take(active);
    else if (next !== undefined) setPosition(Math.max(0, next));
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active && `${id}-${active.id}`}
        placeholder="Find a command"
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPosition(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Commands"
        className={styles.list}
      >
        {actions.map((action, index) => (
          <Option
            key={action.id}
            id={`${id}-${action.id}`}
            action={action}
            isActive={index === position}
            onHover={() => setPosition(index)}
            onTake={() => take(action)}
          />
        ))}
      </div>
      {actions.length === 0 && <p className={styles.none}>No command is called that.</p>}
    </>
  );
}

interface OptionProps {
  id: string;
  action: AppAction;
  isActive: boolean;
  onHover: () => void;
  onTake: () => void;
}

function Option({ id, action, isActive, onHover, onTake }: OptionProps) {
  const { label, group, shortcut, refusal } = action;
  return (
    // The text field has the focus and handles the keys for all options.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={refusal !== null || undefined}
      className={styles.option}
      onPointerMove={onHover}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
      onKeyDown={() => {}}
    >
      <span className={styles.label}>
        {label}
        {refusal && <span className={styles.refusal}>{refusal}</span>}
      </span>
      <span className={styles.group}>{group}</span>
      {shortcut && <Kbd keys={shortcutKeys(shortcut, isMac)} />}
    </div>
  );
}
