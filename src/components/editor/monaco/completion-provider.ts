// What the editor offers while one types, as Monaco draws it. What fits is said by completionsAt.
import { type editor, type IRange, languages, type Position } from 'monaco-editor/editor';
import {
  type Completion,
  type CompletionKind,
  completionsAt,
} from '../../../state/selectors/editor/sql-assist.ts';
import { knowledgeOf } from './model-knowledge.ts';
import { toRange } from './text-positions.ts';

/** A blank asks as well, but only behind words that a name or a condition must follow. */
const wordsBeforeNames = /\b(from|join|into|update|on)\s$/i;

export const completionProvider: languages.CompletionItemProvider = {
  triggerCharacters: ['.', ' ', '"', '[', '`', ':', '@', '$'],
  provideCompletionItems(model, position, context) {
    if (context.triggerCharacter === ' ' && !wordsBeforeNames.test(textBefore(model, position))) {
      return { suggestions: [] };
    }
    const offset = model.getOffsetAt(position);
    const found = completionsAt(model.getValue(), offset, knowledgeOf(model));
    const insert = toRange(model, { start: found.start, end: offset });
    const replace = toRange(model, { start: found.start, end: Math.max(offset, found.end) });
    return {
      suggestions: found.items.map((item, position) => toItem(item, position, { insert, replace })),
      incomplete: found.isIncomplete,
    };
  },
};

function textBefore(model: editor.ITextModel, { lineNumber, column }: Position): string {
  return model.getLineContent(lineNumber).slice(0, column - 1);
}

function toItem(
  item: Completion,
  position: number,
  range: { insert: IRange; replace: IRange },
): languages.CompletionItem {
  const isInside = item.caret !== item.insert.length;
  return {
    label: { label: item.label, description: item.detail },
    kind: kindIcons[item.kind],
    filterText: item.filter,
    // Monaco sorts by text; the likeliness of the letters typed comes first all the same.
    sortText: `${pad(item.rank)} ${pad(position)}`,
    range,
    insertText: isInside ? withCaret(item) : item.insert,
    ...(isInside && {
      insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
      command: { id: 'editor.action.triggerParameterHints', title: 'Show the arguments' },
    }),
    // A plain string is shown as it is; only an object would be read as Markdown.
    ...(item.documentation !== null && { documentation: item.documentation }),
  };
}

function pad(value: number): string {
  return String(Math.max(0, Math.round(value))).padStart(6, '0');
}

/** As a snippet, whose signs are taken from the text. */
function withCaret({ insert, caret }: Completion): string {
  const plain = (text: string) => text.replace(/[\\$}]/g, '\\$&');
  return `${plain(insert.slice(0, caret))}$0${plain(insert.slice(caret))}`;
}

const { CompletionItemKind } = languages;

const kindIcons: Record<CompletionKind, languages.CompletionItemKind> = {
  table: CompletionItemKind.Struct,
  view: CompletionItemKind.Interface,
  'common-table': CompletionItemKind.Module,
  column: CompletionItemKind.Field,
  alias: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  index: CompletionItemKind.Property,
  parameter: CompletionItemKind.Constant,
  collation: CompletionItemKind.EnumMember,
  type: CompletionItemKind.TypeParameter,
  condition: CompletionItemKind.Snippet,
};
