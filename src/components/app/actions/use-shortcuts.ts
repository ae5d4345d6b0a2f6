// Listens for the page's shortcuts, before the editors do.
import { useEffect } from 'react';
import { useApp } from '../../shared/app-context.tsx';
import { isMac } from '../../shared/keyboard/keyboard-platform.ts';
import { type ShortcutId, shortcutOf } from '../../shared/keyboard/shortcuts.ts';
import { actionOf } from './app-actions.ts';

export function useShortcuts(): void {
  const app = useApp();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const shortcut = shortcutOf(event, isMac);
      if (!shortcut || !isMeantForPage(shortcut, event.target)) return;
      const action = actionOf(app, shortcut);
      const isRefused = action === null || action.refusal !== null;
      // Escape means other things where there is nothing to stop.
      if (shortcut === 'stop' && isRefused) return;
      // Also when the action is refused: Ctrl+S must not save the page, nor Ctrl+K search the web.
      event.preventDefault();
      event.stopPropagation();
      if (!isRefused) action.run();
    }
    // Capturing: Monaco has meanings of its own for Ctrl+Enter and Ctrl+K.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [app]);
}

const textEntry = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';
/** One that fades out still has the focus for a moment, and means nothing any more. */
const dialogs = ':is([role="dialog"], [role="alertdialog"]):not([data-closed])';

/** What Escape closes first, wherever the focus is; a tooltip goes with whatever Escape does. */
const popups = ':is([role="menu"], [role="listbox"]):not([data-closed])';

/** Text fields undo, and take Escape, by themselves; a dialog has its own meaning for Ctrl+Enter. */
function isMeantForPage(shortcut: ShortcutId, target: EventTarget | null): boolean {
  if (shortcut === 'stop' && hasPopup()) return false;
  if (!(target instanceof Element)) return true;
  if (shortcut === 'undo' || shortcut === 'redo' || shortcut === 'stop') {
    return isCheckable(target) || !target.closest(`${textEntry}, .monaco-editor, ${dialogs}`);
  }
  return shortcut === 'copy-link' || shortcut === 'commands' || !target.closest(dialogs);
}

/** Lists stay in the page, unseen, once they were open. */
function hasPopup(): boolean {
  const all = document.querySelectorAll(`${dialogs}, ${popups}`);
  return [...all].some((each) => each.checkVisibility());
}

function isCheckable(target: Element): boolean {
  return target instanceof HTMLInputElement && /^(checkbox|radio|range)$/.test(target.type);
}
