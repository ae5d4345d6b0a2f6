// An editor for SQL. Starts as a plain text field, so that one can type at once; Monaco takes over
// text, caret and focus when it has loaded. On touch screens the plain field stays.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CompletionName } from '../../state/selectors/editor/completion-names.ts';
import { classNames } from '../shared/style/class-names.ts';
import type { EditorProblem, TextSpan } from './editor-contract.ts';
import { loadEditor } from './load-editor.ts';
import styles from './SqlEditor.module.css';
import type { SqlEditorView } from './sql-editor-view.ts';

export interface SqlEditorProps {
  /** Accessible name of the text box. */
  label: string;
  /** Each document keeps its own undo history and caret. */
  documentId: string;
  value: string;
  onChange: (value: string) => void;
  onSelectionChange?: ((selection: TextSpan) => void) | undefined;
  /** Underlined, with the message on hover. Say them in words beside the editor too. */
  problems?: readonly EditorProblem[] | undefined;
  /** Lines on a soft ground: the statement that would run. */
  highlight?: TextSpan | null | undefined;
  completionNames?: readonly CompletionName[] | undefined;
  placeholder?: string | undefined;
  hasLineNumbers?: boolean | undefined;
  /** The text can be read, selected and copied only. */
  isReadOnly?: boolean | undefined;
  /** Height in lines; without it the editor fills its parent, which must have a height. */
  lines?: number | undefined;
  className?: string | undefined;
}

const noProblems: readonly EditorProblem[] = [];
const noNames: readonly CompletionName[] = [];

export function SqlEditor({
  label,
  documentId,
  value,
  onChange,
  onSelectionChange,
  problems = noProblems,
  highlight = null,
  completionNames = noNames,
  placeholder = '',
  hasLineNumbers = false,
  isReadOnly = false,
  lines,
  className,
}: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState<SqlEditorView | null>(null);
  const [doesTabLeave, setDoesTabLeave] = useState(false);

  const changed = useEffectEvent((text: string) => onChange(text));
  const selected = useEffectEvent((selection: TextSpan) => onSelectionChange?.(selection));
  const mount = useEffectEvent(
    (element: HTMLElement, { mountSqlEditor }: typeof import('./sql-editor-view.ts')) => {
      const mounted = mountSqlEditor(element, {
        label,
        placeholder,
        hasLineNumbers,
        highlightClass: styles.highlight ?? '',
        highlightEdgeClass: styles.highlightEdge ?? '',
        onChange: changed,
        onSelectionChange: selected,
        onTabLeavesChange: setDoesTabLeave,
      });
      mounted.show({ documentId, text: value, problems, highlight, completionNames });
      const field = plain.current;
      if (field && document.activeElement === field) {
        mounted.select({ start: field.selectionStart, end: field.selectionEnd });
        mounted.focus();
      }
      // Before React takes it away: two text boxes of the same name must not be seen.
      if (field) field.hidden = true;
      setView(mounted);
      return mounted;
    },
  );

  useEffect(() => {
    let mounted: SqlEditorView | null = null;
    let isGone = false;
    void loadEditor().then((module) => {
      if (module && !isGone && host.current) mounted = mount(host.current, module);
    });
    return () => {
      isGone = true;
      mounted?.dispose();
      setView(null);
    };
  }, []);

  useEffect(() => view?.setReadOnly(isReadOnly), [view, isReadOnly]);

  useEffect(
    () => view?.show({ documentId, text: value, problems, highlight, completionNames }),
    [view, documentId, value, problems, highlight, completionNames],
  );

  return (
    <div
      className={classNames(styles.editor, className)}
      data-sql-editor=""
      data-line-numbers={hasLineNumbers || undefined}
      style={lines === undefined ? undefined : { height: `calc(${lines} * 1.6em + 36px)` }}
    >
      <div ref={host} className={styles.host} />
      {!view && (
        <textarea
          ref={plain}
          className={styles.plain}
          aria-label={label}
          aria-invalid={problems.length > 0 || undefined}
          placeholder={placeholder}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          readOnly={isReadOnly}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
            onSelectionChange?.({ start: selectionStart, end: selectionEnd })
          }
        />
      )}
      {view && (
        <p className={styles.keys} aria-live="polite">
          {doesTabLeave ? 'Tab leaves the editor' : 'Tab indents'} · Ctrl+M changes it
        </p>
      )}
    </div>
  );
}
