// An editor in an element: Monaco behind a face of plain texts and offsets. Entry of the late chunk.
// Knows no React and none of the page's state.
import { editor, KeyCode, KeyMod } from 'monaco-editor/editor';
import './monaco-setup.ts';
import { noKnowledge, type SqlKnowledge } from '../../../state/selectors/editor/sql-assist.ts';
import { isMac } from '../../shared/keyboard/keyboard-platform.ts';
import type { EditorProblem, EditorSurface, TextSpan } from '../editor-contract.ts';
import { setKnowledge } from './model-knowledge.ts';
import { languageId } from './sqlite-language.ts';
import { changeText, toMarkers, toRange, toSpan } from './text-positions.ts';

export interface SqlEditorViewOptions {
  label: string;
  placeholder: string;
  hasLineNumbers: boolean;
  /** Classes of the lines of the highlighted span, and of the margin beside them. */
  highlightClass: string;
  highlightEdgeClass: string;
  onChange: (text: string) => void;
  onSelectionChange: (selection: TextSpan) => void;
  /** Whether Tab leaves the editor (true) or indents (Ctrl+M changes it). */
  onTabLeavesChange: (doesTabLeave: boolean) => void;
  /** Shift+Alt+F. */
  onFormat: () => void;
}

export interface EditorContent {
  /** Each document keeps its own undo history, caret and scroll position. */
  documentId: string;
  text: string;
  problems: readonly EditorProblem[];
  highlight: TextSpan | null;
  knowledge: SqlKnowledge | null;
}

export interface SqlEditorView extends EditorSurface {
  /** Brings the editor to this content; does nothing for what it shows already. */
  show(content: EditorContent): void;
  /** Whether the text can only be read. */
  setReadOnly(isReadOnly: boolean): void;
  dispose(): void;
}

interface EditedDocument {
  model: editor.ITextModel;
  viewState: editor.ICodeEditorViewState | null;
}

/** Outlives the views: going to another pane and back loses no undo history. */
const documents = new Map<string, EditedDocument>();

/** Puts an editor into `host`, which it fills; font and size are those of the host. */
export function mountSqlEditor(host: HTMLElement, options: SqlEditorViewOptions): SqlEditorView {
  const { fontFamily, fontSize } = getComputedStyle(host);
  const pixels = Number.parseFloat(fontSize);
  const view = editor.create(host, {
    model: null,
    ariaLabel: options.label,
    placeholder: options.placeholder,
    fontFamily,
    fontSize: pixels,
    lineHeight: Math.round(pixels * 1.6),
    lineNumbers: options.hasLineNumbers ? 'on' : 'off',
    lineNumbersMinChars: 3,
    lineDecorationsWidth: options.hasLineNumbers ? 12 : 16,
    padding: { top: 12, bottom: 24 },
    automaticLayout: true,
    wordWrap: 'on',
    minimap: { enabled: false },
    folding: false,
    glyphMargin: false,
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    guides: { indentation: false },
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    scrollBeyondLastLine: false,
    scrollbar: {
      verticalScrollbarSize: 8,
      horizontalScrollbarSize: 8,
      useShadows: false,
      alwaysConsumeMouseWheel: false,
    },
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: 'on', strings: 'off', comments: 'off' },
    suggest: { showStatusBar: false, preview: false, showWords: false },
    // Enter always ends the line; Tab takes what is offered.
    acceptSuggestionOnEnter: 'off',
    fixedOverflowWidgets: true,
    links: false,
    parameterHints: { enabled: true, cycle: true },
    stickyScroll: { enabled: false },
  });
  const highlight = view.createDecorationsCollection();
  const highlightOptions = {
    isWholeLine: true,
    className: options.highlightClass,
    linesDecorationsClassName: options.highlightEdgeClass,
  };
  let shown: EditedDocument | null = null;
  let last: EditorContent | null = null;
  /** True while the text is set from outside: such a change is not reported back. */
  let isApplying = false;

  const reportSelection = () => {
    const selection = view.getSelection();
    if (shown && selection) options.onSelectionChange(toSpan(shown.model, selection));
  };
  view.onDidChangeModelContent(() => {
    if (shown && !isApplying) options.onChange(shown.model.getValue());
  });
  view.onDidChangeCursorSelection(reportSelection);
  // A message that appears below takes height away: the caret must not go with it.
  view.onDidLayoutChange(() => {
    const caret = view.getPosition();
    if (caret && view.hasTextFocus()) view.revealPosition(caret);
  });
  // Monaco's own command for this changes all editors and tells nobody.
  view.addAction({
    id: 'toggle-tab',
    label: 'Let Tab leave the editor, or indent',
    keybindings: [(isMac ? KeyMod.WinCtrl : KeyMod.CtrlCmd) | KeyCode.KeyM],
    run: () => {
      const doesTabLeave = !view.getOption(editor.EditorOption.tabFocusMode);
      view.updateOptions({ tabFocusMode: doesTabLeave });
      options.onTabLeavesChange(doesTabLeave);
    },
  });
  view.addAction({
    id: 'format',
    label: 'Format SQL',
    contextMenuGroupId: '1_modification',
    keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
    run: options.onFormat,
  });

  function applying(work: () => void): void {
    isApplying = true;
    try {
      work();
    } finally {
      isApplying = false;
    }
  }

  function showText(documentId: string, text: string): EditedDocument {
    const next = documents.get(documentId) ?? createDocument(documentId, text);
    if (next === shown) {
      applying(() => changeText(next.model, text));
      return next;
    }
    if (shown) shown.viewState = view.saveViewState();
    shown = next;
    applying(() => {
      // Changed while it was not on screen: its history does not lead here any more.
      if (next.model.getValue() !== text) next.model.setValue(text);
      view.setModel(next.model);
    });
    if (next.viewState) view.restoreViewState(next.viewState);
    reportSelection();
    return next;
  }

  return {
    show(content) {
      const before = shown;
      const { model } = showText(content.documentId, content.text);
      const isOther = shown !== before;
      if (isOther || content.problems !== last?.problems) {
        editor.setModelMarkers(model, 'problems', toMarkers(model, content.problems));
      }
      if (isOther || content.knowledge !== last?.knowledge)
        setKnowledge(model, content.knowledge ?? noKnowledge);
      highlight.set(
        content.highlight
          ? [{ range: toRange(model, content.highlight), options: highlightOptions }]
          : [],
      );
      last = content;
    },
    setReadOnly: (readOnly) => view.updateOptions({ readOnly, domReadOnly: readOnly }),
    text: () => shown?.model.getValue() ?? '',
    selection() {
      const selection = view.getSelection();
      return shown && selection ? toSpan(shown.model, selection) : { start: 0, end: 0 };
    },
    replaceText(text, selection) {
      if (!shown || view.getOption(editor.EditorOption.readOnly)) return;
      changeText(shown.model, text);
      view.setSelection(toRange(shown.model, selection));
      view.focus();
    },
    toggleComment() {
      view.focus();
      void view.getAction('editor.action.commentLine')?.run();
    },
    select(span) {
      if (!shown) return;
      const range = toRange(shown.model, span);
      view.setSelection(range);
      view.revealRangeInCenterIfOutsideViewport(range);
      view.focus();
    },
    focus: () => view.focus(),
    dispose() {
      if (shown) {
        shown.viewState = view.saveViewState();
        editor.setModelMarkers(shown.model, 'problems', []);
      }
      view.dispose();
    },
  };
}

function createDocument(documentId: string, text: string): EditedDocument {
  const model = editor.createModel(text, languageId);
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const created = { model, viewState: null };
  documents.set(documentId, created);
  return created;
}
