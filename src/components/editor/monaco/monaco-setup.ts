// The parts of Monaco that the page uses, its worker, our language, and a theme that follows the page's.
// Only sql-editor-view.ts may import this: it belongs to the chunk that is loaded late.
import { editor, KeyCode, KeyMod, languages } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
// The list of completions; features/suggest/register lacks it in this version.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/placeholderText/register';
import 'monaco-editor/features/wordOperations/register';
import { resolveColorToken } from '../../shared/style/resolve-color-token.ts';
import { completionProvider } from './completion-provider.ts';
import { editorTheme } from './editor-theme.ts';
import { hoverProvider } from './hover-provider.ts';
import { signatureProvider } from './signature-provider.ts';
import { language, languageConfiguration, languageId } from './sqlite-language.ts';

const themeName = 'page';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
languages.register({ id: languageId });
languages.setMonarchTokensProvider(languageId, language);
languages.setLanguageConfiguration(languageId, languageConfiguration);
languages.registerCompletionItemProvider(languageId, completionProvider);
languages.registerHoverProvider(languageId, hoverProvider);
languages.registerSignatureHelpProvider(languageId, signatureProvider);
leaveKeysToThePage();
insertWholeTexts();
followTheme();

/** Without a command Monaco lets the keys through: they reach the page's own shortcuts. */
function leaveKeysToThePage(): void {
  editor.addKeybindingRules(
    [
      KeyMod.CtrlCmd | KeyCode.Enter,
      KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter,
      KeyMod.CtrlCmd | KeyCode.KeyK,
      KeyMod.CtrlCmd | KeyCode.KeyS,
      KeyCode.F1,
    ].map((keybinding) => ({ keybinding, command: null })),
  );
}

/**
 * Text that arrives as a whole (dictation, input tools, on-screen keyboards, tests) is inserted as a
 * whole. Monaco would type it character by character, closing brackets and indenting a second time.
 */
function insertWholeTexts(): void {
  editor.registerCommand('type', (_, { text }: { text: string }) => {
    const focused = editor.getEditors().find((candidate) => candidate.hasTextFocus());
    if (!focused) return;
    // A character outside the basic plane is two units, and still one keystroke.
    if ([...text].length <= 1) {
      focused.trigger('keyboard', 'type', { text });
      return;
    }
    const edits = (focused.getSelections() ?? []).map((range) => ({
      range,
      text,
      forceMoveMarkers: true,
    }));
    focused.pushUndoStop();
    focused.executeEdits('keyboard', edits);
    focused.pushUndoStop();
  });
}

function followTheme(): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const theme = document.documentElement.dataset.theme;
    const isDark = theme === 'dark' || (theme !== 'light' && prefersDark.matches);
    editor.defineTheme(
      themeName,
      editorTheme((token) => resolveColorToken(token), isDark),
    );
    editor.setTheme(themeName);
  };
  apply();
  prefersDark.addEventListener('change', apply);
  new MutationObserver(apply).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme'],
  });
}
