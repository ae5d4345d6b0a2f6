// The editor's colours, made from the design tokens of the page.
// Knows neither Monaco's services nor which theme is on: it is given the tokens' present colours.
import type { editor } from 'monaco-editor/editor';

/**
 * Monaco's theme from the tokens.
 * @param colorOf the colour of a token (`--text`) as the browser computes it, now
 */
export function editorTheme(
  colorOf: (token: string) => string,
  isDark: boolean,
): editor.IStandaloneThemeData {
  const hex = (token: string, opacity = 1) => toHexColor(colorOf(token), opacity);
  const rule = (token: string, colorToken: string, fontStyle = '') => ({
    token,
    foreground: hex(colorToken).slice(1, 7),
    fontStyle,
  });
  const none = '#00000000';
  return {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', '--text'),
      rule('keyword', '--syntax-keyword', 'bold'),
      rule('type', '--syntax-keyword'),
      rule('predefined', '--syntax-keyword'),
      rule('string', '--syntax-string'),
      rule('number', '--syntax-number'),
      rule('variable.parameter', '--syntax-parameter'),
      rule('comment', '--syntax-comment', 'italic'),
      rule('operator', '--dim'),
      rule('delimiter', '--dim'),
    ],
    colors: {
      'editor.background': hex('--bg'),
      'editor.foreground': hex('--text'),
      foreground: hex('--text'),
      descriptionForeground: hex('--dim'),
      focusBorder: hex('--accent'),
      'editorCursor.foreground': hex('--text'),
      'editor.selectionBackground': hex('--accent', 0.26),
      'editor.inactiveSelectionBackground': hex('--accent', 0.14),
      'editor.selectionHighlightBackground': hex('--accent', 0.12),
      'editor.wordHighlightBackground': hex('--accent', 0.1),
      'editor.findMatchBackground': hex('--warn', 0.4),
      'editor.findMatchHighlightBackground': hex('--warn', 0.2),
      'editor.lineHighlightBackground': none,
      'editor.lineHighlightBorder': none,
      'editorLineNumber.foreground': hex('--dim'),
      'editorLineNumber.activeForeground': hex('--text'),
      'editorBracketMatch.background': hex('--accent', 0.16),
      'editorBracketMatch.border': none,
      'editorError.foreground': hex('--bad'),
      'editorWarning.foreground': hex('--warn'),
      'editorIndentGuide.background1': none,
      'editorWhitespace.foreground': hex('--line-strong'),
      'editor.placeholder.foreground': hex('--dim'),
      'editorWidget.background': hex('--raised'),
      'editorWidget.foreground': hex('--text'),
      'editorWidget.border': hex('--line-strong'),
      'editorHoverWidget.background': hex('--raised'),
      'editorHoverWidget.border': hex('--line-strong'),
      'editorHoverWidget.statusBarBackground': hex('--sunk'),
      'editorSuggestWidget.background': hex('--raised'),
      'editorSuggestWidget.border': hex('--line-strong'),
      'editorSuggestWidget.foreground': hex('--text'),
      'editorSuggestWidget.highlightForeground': hex('--accent'),
      'editorSuggestWidget.focusHighlightForeground': hex('--accent'),
      'editorSuggestWidget.selectedBackground': hex('--accent-soft'),
      'editorSuggestWidget.selectedForeground': hex('--text'),
      'symbolIcon.fieldForeground': hex('--accent'),
      'symbolIcon.structForeground': hex('--text'),
      'symbolIcon.interfaceForeground': hex('--text'),
      'symbolIcon.moduleForeground': hex('--text'),
      'symbolIcon.variableForeground': hex('--text'),
      'symbolIcon.functionForeground': hex('--syntax-keyword'),
      'symbolIcon.keywordForeground': hex('--dim'),
      'symbolIcon.constantForeground': hex('--syntax-parameter'),
      'symbolIcon.snippetForeground': hex('--ok'),
      'list.hoverBackground': hex('--hover'),
      'list.focusBackground': hex('--accent-soft'),
      'list.focusForeground': hex('--text'),
      'list.highlightForeground': hex('--accent'),
      'menu.background': hex('--raised'),
      'menu.foreground': hex('--text'),
      'menu.border': hex('--line-strong'),
      'menu.selectionBackground': hex('--accent-soft'),
      'menu.selectionForeground': hex('--text'),
      'menu.separatorBackground': hex('--line'),
      'input.background': hex('--panel'),
      'input.foreground': hex('--text'),
      'input.border': hex('--edge'),
      'input.placeholderForeground': hex('--dim'),
      'inputOption.activeBackground': hex('--accent-soft'),
      'inputOption.activeForeground': hex('--text'),
      'inputOption.activeBorder': hex('--accent'),
      'toolbar.hoverBackground': hex('--hover'),
      'widget.shadow': hex('--text', isDark ? 0 : 0.12),
      'scrollbar.shadow': none,
      'scrollbarSlider.background': hex('--line-strong', 0.6),
      'scrollbarSlider.hoverBackground': hex('--line-strong'),
      'scrollbarSlider.activeBackground': hex('--edge'),
      'textLink.foreground': hex('--accent'),
      'textLink.activeForeground': hex('--accent'),
    },
  };
}

/**
 * A computed CSS colour as Monaco wants it: `rgb(29, 91, 184)` is `#1d5bb8ff`.
 * Takes rgb(), rgba() and color(srgb ...); anything else becomes black. `opacity` multiplies its own.
 */
export function toHexColor(computed: string, opacity = 1): string {
  const numbers = computed.match(/-?\d*\.?\d+(?:e-?\d+)?%?/gi) ?? [];
  const scale = computed.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = numbers.slice(0, 3).map((part) => Number.parseFloat(part));
  const own = numbers[3] === undefined ? 1 : Number.parseFloat(numbers[3]);
  const alpha = numbers[3]?.endsWith('%') ? own / 100 : own;
  const parts = [red * scale, green * scale, blue * scale, alpha * opacity * 255];
  return `#${parts.map(toHexPair).join('')}`;
}

function toHexPair(value: number): string {
  const byte = Math.min(255, Math.max(0, Math.round(value)));
  return byte.toString(16).padStart(2, '0');
}
