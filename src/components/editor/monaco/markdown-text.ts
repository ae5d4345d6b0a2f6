// Text as Markdown that shows exactly this text: nothing of it becomes a link, a tag or a heading.
import { codeFence } from '../../../lib/format/code-fence.ts';

/** Every sign of ASCII is escaped, so that not even a bare address becomes a link. */
export function textMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** As a block of code, fenced longer than any fence in it. */
export function codeMarkdown(text: string, languageId: string): string {
  const fence = codeFence(text);
  return `${fence}${languageId}\n${text}\n${fence}`;
}
