// The editor as a plain text field: until Monaco has loaded, and for good on touch screens, where
// what fits at the caret stands over it as buttons.
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { SqlKnowledge } from '../../../state/selectors/editor/sql-assist.ts';
import type { TextSpan } from '../editor-contract.ts';
import { CompletionChips } from '../tools/CompletionChips.tsx';
import styles from './PlainEditor.module.css';
import { plainSurface } from './plain-surface.ts';
import { useFieldCompletions } from './use-field-completions.ts';

export interface PlainEditorProps {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSelectionChange: ((selection: TextSpan) => void) | undefined;
  onFormat: () => void;
  isInvalid: boolean;
  isReadOnly: boolean;
  placeholder: string;
  /** Null where nothing is to be offered. */
  knowledge: SqlKnowledge | null;
}

export function PlainEditor(props: PlainEditorProps) {
  const { field, label, value, onChange, onSelectionChange, onFormat, knowledge } = props;
  const [isFocused, setIsFocused] = useState(false);
  const isOffering = knowledge !== null && isFocused && !props.isReadOnly;
  const { items, choose, noteCaret } = useFieldCompletions(
    field,
    value,
    isOffering ? knowledge : null,
  );

  function noteSelection(element: HTMLTextAreaElement): void {
    noteCaret(element);
    onSelectionChange?.({ start: element.selectionStart, end: element.selectionEnd });
  }

  // A caret that is dragged by its handle sends no other event than this one.
  const selectionMoved = useEffectEvent(() => {
    if (field.current && document.activeElement === field.current) noteSelection(field.current);
  });
  useEffect(() => {
    const listener = () => selectionMoved();
    document.addEventListener('selectionchange', listener);
    return () => document.removeEventListener('selectionchange', listener);
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const isFormat = event.shiftKey && event.altKey && event.code === 'KeyF';
    const isComment = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === '/';
    if (!isFormat && !isComment) return;
    event.preventDefault();
    if (isFormat) onFormat();
    else plainSurface(event.currentTarget).toggleComment();
  }

  return (
    <div className={styles.plain}>
      {isOffering && <CompletionChips items={items} onChoose={choose} />}
      <textarea
        ref={field}
        className={styles.field}
        aria-label={label}
        aria-invalid={props.isInvalid || undefined}
        placeholder={props.placeholder}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        readOnly={props.isReadOnly}
        value={value}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
          noteSelection(currentTarget);
        }}
        onFocus={({ currentTarget }) => {
          setIsFocused(true);
          noteSelection(currentTarget);
        }}
        onBlur={() => setIsFocused(false)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
