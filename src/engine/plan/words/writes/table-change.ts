// What becomes of a table and of each of its indexes in an INSERT, UPDATE or DELETE.
import type { TreeWrite } from '../../../model/plan/program-facts.ts';
import { isSameName } from '../../../sql/quote-name.ts';
import { capitalized, nameWords, tableRowsWords } from '../name-words.ts';
import type { WordsContext } from '../words-context.ts';
import { indexPhrase } from './work-words.ts';
import type { TableChange } from './write-words-form.ts';

export type WriteVerb = 'insert' | 'update' | 'delete';

/** `writes` are those of the statement's own program. */
export function tableChange(
  table: string,
  verb: WriteVerb,
  writes: readonly TreeWrite[],
  context: WordsContext,
): TableChange {
  const own = writes.filter((write) => isSameName(write.table, table));
  const maintained = own.flatMap(({ index }) => index ?? []);
  const untouched = context.trees.flatMap((tree) => {
    if (!isSameName(tree.table, table) || tree.index === null) return [];
    const { index } = tree;
    return maintained.some((name) => isSameName(name, index)) ? [] : [index];
  });
  const sentences = own.some(({ isCleared }) => isCleared)
    ? [clearedSentence(table, maintained, context)]
    : [verbSentence(table, verb, own, maintained), untouchedSentence(verb, untouched)];
  return {
    table,
    maintained,
    untouched,
    sentence: sentences.filter((sentence) => sentence !== '').join(' '),
  };
}

// lang_delete.html, "The Truncate Optimization".
function clearedSentence(table: string, indexes: readonly string[], context: WordsContext): string {
  const rows = tableRowsWords(table, context);
  const also = indexes.length === 0 ? '' : ` and ${indexPhrase(indexes)}`;
  return `Empties ${nameWords(table)}${also} page by page, without visiting the rows${rows === null ? '' : ` (${rows})`}: there is no WHERE, and no trigger or foreign key that has to see each row.`;
}

function verbSentence(
  table: string,
  verb: WriteVerb,
  own: readonly TreeWrite[],
  maintained: readonly string[],
): string {
  const name = nameWords(table);
  const indexes = maintained.length === 0 ? null : indexPhrase(maintained);
  const rows = own.find(({ index }) => index === null);
  switch (verb) {
    case 'insert': {
      const replaces = own.some(({ deletes }) => deletes > 0);
      const conflict =
        !replaces && (rows?.inserts ?? 0) < 2
          ? ''
          : ' A row with the same key that is there already is replaced or changed.';
      return `Puts each row into ${name}${indexes === null ? '' : `, and an entry for it into ${indexes}`}.${conflict}`;
    }
    case 'update':
      return indexes === null
        ? `Changes rows of ${name} in place.`
        : `Changes rows of ${name}; for each the old entry goes out of ${indexes}, and the new one in.`;
    default:
      return `Takes rows out of ${name}${indexes === null ? '' : `, and for each its entry out of ${indexes}`}.`;
  }
}

function untouchedSentence(verb: WriteVerb, untouched: readonly string[]): string {
  if (verb !== 'update' || untouched.length === 0) return '';
  const isOne = untouched.length === 1;
  return `${capitalized(indexPhrase(untouched))} ${isOne ? 'stays' : 'stay'} as ${isOne ? 'it is' : 'they are'}: no changed column is in ${isOne ? 'it' : 'them'}.`;
}
