// An editor for SQL. Starts as a plain text field, so that one can type at once; Monaco takes over
// text, caret and focus when it has loaded. On touch screens the plain field stays, with the same
// commands and with completions as buttons.
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { SqlKnowledge } from '../../state/selectors/editor/sql-assist.ts';
import { classNames } from '../shared/style/class-names.ts';
import type { EditorHandle, EditorProblem, EditorSurface, TextSpan } from './editor-contract.ts';
import { type FormatRefusal, formatSurface } from './format/format-surface.ts';
import { isTouchScreen, loadEditor } from './monaco/load-editor.ts';
import type { SqlEditorView } from './monaco/sql-editor-view.ts';
import { PlainEditor } from './plain/PlainEditor.tsx';
import { plainSurface } from './plain/plain-surface.ts';
import styles from './SqlEditor.module.css';
import { EditorTools } from './tools/EditorTools.tsx';
import { FormatFault } from './tools/FormatFault.tsx';

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
  /** What completion, hover and the like know of the database. */
  knowledge?: SqlKnowledge | null | undefined;
  placeholder?: string | undefined;
  hasLineNumbers?: boolean | undefined;
  /** The text can be read, selected and copied only. */
  isReadOnly?: boolean | undefined;
  /** More commands, for touch screens: there no keys stand for them. */
  touchTools?: ReactNode;
  /** Filled with what those around may ask of the editor. */
  handle?: RefObject<EditorHandle | null> | undefined;
  className?: string | undefined;
}

const noProblems: readonly EditorProblem[] = [];

export function SqlEditor({
  label,
  documentId,
  value,
  onChange,
  onSelectionChange,
  problems = noProblems,
  highlight = null,
  knowledge = null,
  placeholder = '',
  hasLineNumbers = false,
  isReadOnly = false,
  touchTools,
  handle,
  className,
}: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState<SqlEditorView | null>(null);
  const [isTouch] = useState(isTouchScreen);
  const [doesTabLeave, setDoesTabLeave] = useState(false);
  const [refusal, setRefusal] = useState<(FormatRefusal & { text: string }) | null>(null);

  const surface = (): EditorSurface | null =>
    view ?? (field.current && plainSurface(field.current));
  const placeCaret = (offset: number) => surface()?.select({ start: offset, end: offset });
  useImperativeHandle(handle, () => ({
    placeCaret,
    focus: () => surface()?.focus(),
  }));

  async function format(): Promise<void> {
    const asked = surface();
    if (!asked || isReadOnly) return;
    const found = await formatSurface(asked);
    setRefusal(found && { ...found, text: asked.text() });
  }

  const changed = useEffectEvent((text: string) => onChange(text));
  const selected = useEffectEvent((selection: TextSpan) => onSelectionChange?.(selection));
  const formatAsked = useEffectEvent(() => void format());
  const mount = useEffectEvent(
    (element: HTMLElement, { mountSqlEditor }: typeof import('./monaco/sql-editor-view.ts')) => {
      const mounted = mountSqlEditor(element, {
        label,
        placeholder,
        hasLineNumbers,
        highlightClass: styles.highlight ?? '',
        highlightEdgeClass: styles.highlightEdge ?? '',
        onChange: changed,
        onSelectionChange: selected,
        onTabLeavesChange: setDoesTabLeave,
        onFormat: formatAsked,
      });
      mounted.show({ documentId, text: value, problems, highlight, knowledge });
      const plain = field.current;
      if (plain && document.activeElement === plain) {
        mounted.select({ start: plain.selectionStart, end: plain.selectionEnd });
      }
      // Before React takes it away: two text boxes of the same name must not be seen.
      if (plain) plain.hidden = true;
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
    () => view?.show({ documentId, text: value, problems, highlight, knowledge }),
    [view, documentId, value, problems, highlight, knowledge],
  );

  return (
    <div
      className={classNames(styles.editor, className)}
      data-sql-editor=""
      data-line-numbers={hasLineNumbers || undefined}
    >
      <div className={styles.box}>
        <div ref={host} className={styles.host} />
        {!view && (
          <PlainEditor
            field={field}
            label={label}
            value={value}
            onChange={onChange}
            onSelectionChange={onSelectionChange}
            onFormat={() => void format()}
            isInvalid={problems.length > 0}
            isReadOnly={isReadOnly}
            placeholder={placeholder}
            knowledge={isTouch ? knowledge : null}
          />
        )}
      </div>
      {/* On touch screens the row stands first: an on-screen keyboard hides what is below. */}
      {!(isReadOnly && !touchTools) && (
        <EditorTools
          label={label}
          isReadOnly={isReadOnly}
          onFormat={() => void format()}
          onComment={() => surface()?.toggleComment()}
          note={view && <KeysNote doesTabLeave={doesTabLeave} />}
        >
          {isTouch && touchTools}
        </EditorTools>
      )}
      {refusal && refusal.text === value && (
        <FormatFault refusal={refusal} text={value} onShow={placeCaret} />
      )}
    </div>
  );
}

/** How to get out with the keyboard, for those who got in with it. */
function KeysNote({ doesTabLeave }: { doesTabLeave: boolean }) {
  return (
    <span className={styles.keys} aria-live="polite">
      {doesTabLeave ? 'Tab leaves · Ctrl+M keeps it' : 'Ctrl+M frees Tab'}
    </span>
  );
}
