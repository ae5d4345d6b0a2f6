// A plain text field as a surface for the editor's commands.
// Keeps away from React: the field's own events tell the page what changed.
import type { EditorSurface, TextSpan } from '../editor-contract.ts';
import { textChange } from '../text/text-change.ts';
import { toggleComment } from '../text/toggle-comment.ts';

export function plainSurface(field: HTMLTextAreaElement): EditorSurface {
  function select({ start, end }: TextSpan): void {
    field.focus();
    field.setSelectionRange(start, end);
  }
  function replaceText(text: string, selection: TextSpan): void {
    const change = textChange(field.value, text);
    if (change && !field.readOnly) {
      select(change);
      insert(field, change.text);
    }
    select(selection);
  }
  return {
    text: () => field.value,
    selection: () => ({ start: field.selectionStart, end: field.selectionEnd }),
    replaceText,
    toggleComment() {
      const { value, selectionStart: start, selectionEnd: end } = field;
      const { change, selection } = toggleComment(value, { start, end });
      replaceText(value.slice(0, change.start) + change.text + value.slice(change.end), selection);
    },
    select(span) {
      select(span);
      bringIntoView(field, span);
    },
    focus: () => field.focus(),
  };
}

/** Deprecated, and still the only way to change a field so that its own undo takes it back. */
function insert(field: HTMLTextAreaElement, text: string): void {
  const isDone =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (isDone) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** Browsers scroll a field to its caret only when somebody types. */
function bringIntoView(field: HTMLTextAreaElement, { start }: TextSpan): void {
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight);
  const line = field.value.slice(0, start).split('\n').length - 1;
  const top = line * lineHeight;
  const isVisible =
    top >= field.scrollTop && top + 2 * lineHeight <= field.scrollTop + field.clientHeight;
  if (!isVisible) field.scrollTop = top - field.clientHeight / 2;
}
