// What is said of the name under the pointer, as Monaco draws it. What is known is said by hoverAt.
import type { languages } from 'monaco-editor/editor';
import { type HoverLine, hoverAt } from '../../../state/selectors/editor/sql-assist.ts';
import { codeMarkdown, textMarkdown } from './markdown-text.ts';
import { knowledgeOf } from './model-knowledge.ts';
import { languageId } from './sqlite-language.ts';
import { toRange } from './text-positions.ts';

export const hoverProvider: languages.HoverProvider = {
  provideHover(model, position) {
    const hover = hoverAt(model.getValue(), model.getOffsetAt(position), knowledgeOf(model));
    if (!hover) return null;
    return {
      range: toRange(model, hover),
      contents: blocksOf(hover.lines).map(({ text, isCode }) => ({
        value: isCode ? codeMarkdown(text, languageId) : textMarkdown(text),
      })),
    };
  },
};

/** Lines of code that follow each other stand in one block. */
function blocksOf(lines: readonly HoverLine[]): HoverLine[] {
  const blocks: HoverLine[] = [];
  for (const line of lines) {
    const above = blocks.at(-1);
    if (line.isCode && above?.isCode) above.text += `\n${line.text}`;
    else blocks.push({ ...line });
  }
  return blocks;
}
