// Makes the items that are offered, and the ranks that order them.
import { quoteName } from '../../quote-name.ts';
import type { Completion, CompletionKind } from '../completion.ts';

/** Lower comes first. */
export const ranks = {
  condition: 0,
  expected: 5,
  column: 10,
  outerColumn: 14,
  resultName: 16,
  source: 20,
  parameter: 25,
  usualFunction: 28,
  function: 30,
  keyword: 40,
} as const;

/** An item of a name, quoted where needed. */
export function nameItem(
  kind: CompletionKind,
  name: string,
  parts: Partial<Completion> & { rank: number },
): Completion {
  const insert = parts.insert ?? quoteName(name);
  return {
    label: name,
    insert,
    caret: insert.length,
    filter: name,
    kind,
    detail: '',
    documentation: null,
    ...parts,
  };
}

/** Items of words that are written as they are. */
export function wordItems(
  words: readonly string[],
  rank: number = ranks.keyword,
  kind: CompletionKind = 'keyword',
): Completion[] {
  return [...new Set(words)].map((word) => nameItem(kind, word, { insert: word, rank }));
}
