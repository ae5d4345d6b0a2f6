// An editor in an element: Monaco behind a face of plain texts and offsets. Entry of the late chunk.
// Knows no React and none of the page's state.
import { editor, KeyCode, KeyMod } from 'monaco-editor/editor';
import './monaco-setup.ts';
import type { CompletionName } from '../../state/selectors/editor/completion-names.ts';
import { isMac } from '../shared/keyboard/keyboard-platform.ts';
import { setCompletionNames } from './completion.ts';
import type { EditorProblem, TextSpan } from './editor-contract.ts';
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
}

export interface EditorContent {
  /** Each document keeps its own undo history, caret and scroll position. */
  documentId: string;
  text: string;
  problems: readonly EditorProblem[];
  highlight: TextSpan | null;
  completionNames: readonly CompletionName[];
}

export interface SqlEditorView {
  /** Brings the editor to this content; does nothing for what it shows already. */
  show(content: EditorContent): void;
  /** Whether the text can only be read. */
  setReadOnly(isReadOnly: boolean): void;
  select(span: TextSpan): void;
  focus(): void;
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
      if (isOther || content.completionNames !== last?.completionNames) {
        setCompletionNames(model, content.completionNames);
      }
      highlight.set(
        content.highlight
          ? [{ range: toRange(model, content.highlight), options: highlightOptions }]
          : [],
      );
      last = content;
    },
    setReadOnly: (readOnly) => view.updateOptions({ readOnly, domReadOnly: readOnly }),
    select(span) {
      if (shown) view.setSelection(toRange(shown.model, span));
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
