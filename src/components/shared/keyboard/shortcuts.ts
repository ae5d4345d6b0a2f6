// The keyboard shortcuts of the page: which key presses mean what, and how they are drawn.
// Pure; who listens and what they do stands elsewhere. Ctrl+R and other browser keys are never taken.

export type ShortcutId = 'run' | 'compare' | 'stop' | 'copy-link' | 'commands' | 'undo' | 'redo';

/** What of a KeyboardEvent decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'
>;

/** The shortcut of a key press, null for all others. */
export function shortcutOf(press: KeyPress, isMac: boolean): ShortcutId | null {
  const isPlain = !press.ctrlKey && !press.metaKey && !press.shiftKey && !press.altKey;
  if (press.key === 'Escape' && isPlain && !press.repeat) return 'stop';
  const hasMain = isMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
  if (!hasMain || press.altKey) return null;
  // With Shift or Caps Lock letters arrive in upper case.
  const key = press.key.toLowerCase();
  if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
  // A key held down repeats; a run or a copy is meant once.
  if (press.repeat) return null;
  if (key === 'enter') return press.shiftKey ? 'compare' : 'run';
  if (press.shiftKey) return null;
  if (key === 's') return 'copy-link';
  if (key === 'k') return 'commands';
  // On a Mac, Cmd+Y is the browser's history.
  return key === 'y' && !isMac ? 'redo' : null;
}

const keyCaps: Record<ShortcutId, readonly string[]> = {
  run: ['Ctrl', '↵'],
  compare: ['Ctrl', '⇧', '↵'],
  stop: ['Esc'],
  'copy-link': ['Ctrl', 'S'],
  commands: ['Ctrl', 'K'],
  undo: ['Ctrl', 'Z'],
  redo: ['Ctrl', '⇧', 'Z'],
};

/** The keys of a shortcut as key caps show them. */
export function shortcutKeys(id: ShortcutId, isMac: boolean): readonly string[] {
  return keyCaps[id].map((cap) => (isMac && cap === 'Ctrl' ? '⌘' : cap));
}
