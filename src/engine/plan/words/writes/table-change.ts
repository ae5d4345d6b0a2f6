// What becomes of a table and of each of its indexes in an INSERT, UPDATE or DELETE.
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { isSameName } from '../../../../lib/sql-name.ts';
import type { TreeWrite } from '../../../model/plan/program-facts.ts';
import { nameWords, tableOf, tableRowsWords } from '../name-words.ts';
import type { WordsContext } from '../words-context.ts';
import { indexPhrase } from './work-words.ts';
import { saysReplace } from './write-text.ts';
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
    : [verbSentence(table, verb, own, maintained, context), untouchedSentence(verb, untouched)];
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
  context: WordsContext,
): string {
  const name = nameWords(table);
  const indexes = maintained.length === 0 ? null : indexPhrase(maintained);
  const rows = own.find(({ index }) => index === null);
  const replaces = isReplacing(table, verb, own, context);
  switch (verb) {
    case 'insert': {
      const conflict = replaces
        ? ' A row with the same key that is there already goes (OR REPLACE).'
        : (rows?.inserts ?? 0) > 1
          ? ' A row with the same key that is there already is changed instead (ON CONFLICT).'
          : '';
      return `Puts each row into ${name}${indexes === null ? '' : `, and an entry for it into ${indexes}`}.${conflict}`;
    }
    case 'update': {
      const isMoved = (rows?.deletes ?? 0) > 0;
      const others = replaces
        ? ' Other rows that have the key of a changed one go (OR REPLACE).'
        : '';
      if (isMoved) {
        const also = indexes === null ? '' : `, and with it its entry in ${indexes}`;
        return `Changes rows of ${name}: each goes out of the table and comes in again, under its new key${also}.${others}`;
      }
      return indexes === null
        ? `Changes rows of ${name} in place.${others}`
        : `Changes rows of ${name}; for each the old entry goes out of ${indexes}, and the new one in.${others}`;
    }
    default:
      return `Takes rows out of ${name}${indexes === null ? '' : `, and for each its entry out of ${indexes}`}.`;
  }
}

/** The program shows where entries are taken out for it; without any index a row is written over. */
function isReplacing(
  table: string,
  verb: WriteVerb,
  own: readonly TreeWrite[],
  context: WordsContext,
): boolean {
  if (own.some(({ replacements }) => replacements > 0)) return true;
  const found = tableOf(context, table);
  // Not by an UPDATE that leaves the key alone.
  if (verb === 'update' && own.every(({ deletes }) => deletes === 0)) return false;
  const hasKey = found !== null && (found.primaryKey.length > 0 || found.uniques.length > 0);
  return hasKey && saysReplace(context.sql);
}

function untouchedSentence(verb: WriteVerb, untouched: readonly string[]): string {
  if (verb !== 'update' || untouched.length === 0) return '';
  const isOne = untouched.length === 1;
  return `${capitalized(indexPhrase(untouched))} ${isOne ? 'stays' : 'stay'} as ${isOne ? 'it is' : 'they are'}: no changed column is in ${isOne ? 'it' : 'them'}.`;
}
