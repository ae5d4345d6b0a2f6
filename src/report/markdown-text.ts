// Names and statements in Markdown: whatever they hold, they stay text and stay in their cell.
// For GitHub's dialect (tables, autolinks, formulas) and all that are laxer.

import { codeFence } from '../lib/format/code-fence.ts';

// Characters that mean something in a line of Markdown. Entities where a backslash is not enough:
// pipes end cells before backslashes are read; "://", "www.", "@" and "$" have meanings by extensions.
const meanings: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  $: '&#36;',
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  '[': '\\[',
  ']': '\\]',
  '~': '\\~',
  '#': '\\#',
  '@': '&#64;',
};

/** Any text as inline text of one line that renders as itself. */
export function inlineText(text: string): string {
  return (
    visible(text.replace(/\s+/g, ' ').trim())
      .replace(/[&<>|$\\`*[\]~#@]/g, (character) => meanings[character] ?? character)
      // Between letters and digits an underscore is itself, and names stay readable.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
      .replaceAll('://', ':&#47;&#47;')
      .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
  );
}

/** A text as a fenced block of code that nothing in it can end. */
export function codeBlock(code: string, language: string): string {
  const text = visible(code.replace(/\r\n?/g, '\n')).trimEnd();
  const fence = codeFence(text);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table; the cells are inline Markdown. `numbers` are the columns set flush right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<number>,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (numbers.has(column) ? '--:' : '---'));
  return [head, rule, ...rows].map(line).join('\n');
}

// Control characters do nothing good; those of writing direction can make text read as another.
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, (character) =>
    character === '\n' || character === '\t' ? character : '\uFFFD',
  );
}

/** With a semicolon, which a comment at the end must not swallow. */
export function endedStatement(sql: string): string {
  const text = sql.trimEnd();
  if (text.endsWith(';')) return text;
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return lastLine.includes('--') ? `${text}\n;` : `${text};`;
}

/** An address between angle brackets, which ends at what it may not hold as it is. */
export function linkAddress(link: string): string {
  return link.replace(/[\s<>|\\^`{}"]/g, encodeURIComponent);
}
