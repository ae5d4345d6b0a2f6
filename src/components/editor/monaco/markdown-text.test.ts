import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { codeMarkdown, textMarkdown } from './markdown-text.ts';

const hostile = fc
  .array(
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '</code>',
      '[a](javascript:alert(1))',
      'https://example.org',
      'www.example.org',
      'a@example.org',
      '&lt;',
      '&#60;',
      '```',
      '~~~',
      '`',
      '\\',
      '# ',
      '1. ',
      '1) ',
      '- ',
      '> ',
      '| a | b |',
      '---',
      '\n',
      '\n\n',
      '    ',
      '\t',
      '*a*',
      '~~b~~',
      '![](x)',
      'x',
      'é😀',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** The text that a browser shows for this HTML, if it has no tags but these. */
function shownText(html: string, tags: RegExp): string {
  const rest = html.replace(tags, '');
  expect(rest).not.toMatch(/[<>]/);
  return rest
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

test('text is shown as it is and becomes nothing else', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const html = marked.parse(textMarkdown(text), { async: false });
      expect(shownText(html, /<\/?p>/g).trim()).toBe(text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 500 },
  );
});

test('code stays in its block', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const html = marked.parse(codeMarkdown(text, 'sqlite'), { async: false });
      expect(html).toMatch(/^<pre><code class="language-sqlite">/);
      expect(html.trimEnd().endsWith('</code></pre>')).toBe(true);
      const shown = shownText(html, /^<pre><code class="language-sqlite">|<\/code><\/pre>/g);
      expect(shown.trimEnd()).toBe(text.trimEnd());
    }),
    { numRuns: 500 },
  );
});
