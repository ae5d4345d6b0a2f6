// What one program does to tables, in a few words: that of a trigger, or of a foreign key's action.
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { ProgramWork, TreeRead, TreeWrite } from '../../../model/plan/program-facts.ts';
import { nameWords, tableRowsWords } from '../name-words.ts';
import type { WordsContext } from '../words-context.ts';

/** 'puts rows into log (and into 2 indexes of it); reads all of orders: 300,000 rows' */
export function workWords(work: ProgramWork, context: WordsContext): string {
  const written = tablesOf(work.writes).map((table) => writtenWords(table, work.writes));
  const read = tablesOf(work.reads)
    .filter((table) => !isWritten(table, work) || isScanned(table, work.reads))
    .map((table) => readWords(table, work.reads, context));
  return [...written, ...read].join('; ') || 'changes nothing by itself';
}

export function tablesOf(trees: readonly { table: string }[]): string[] {
  return [...new Map(trees.map(({ table }) => [foldName(table), table])).values()];
}

/** What is asked of a read here. */
export type ReadWay = Pick<TreeRead, 'table' | 'index' | 'isFullScan' | 'seeks'>;

export function isScanned(table: string, reads: readonly ReadWay[]): boolean {
  return reads.some((read) => isSameName(read.table, table) && read.isFullScan);
}

/** How rows of a table are come to: 'reads all of ch: 300 rows', 'searches ch by index ch_pid'. */
export function readWords(table: string, reads: readonly ReadWay[], context: WordsContext): string {
  const own = reads.filter((read) => isSameName(read.table, table));
  const rows = tableRowsWords(table, context);
  if (isScanned(table, own)) {
    return `reads all of ${nameWords(table)}${rows === null ? '' : `: ${rows}`}`;
  }
  const index = own.find((read) => read.index !== null && read.seeks > 0)?.index ?? null;
  if (index === null) return `searches ${nameWords(table)} by its key`;
  return `searches ${nameWords(table)} by ${indexWords(index)}`;
}

/** SQLite's own indexes have names that nobody gave them. */
export function indexWords(index: string): string {
  return autoIndex.test(index)
    ? 'the index of its PRIMARY KEY or UNIQUE'
    : `index ${nameWords(index)}`;
}

const autoIndex = /^sqlite_autoindex_/i;

function isWritten(table: string, { writes }: ProgramWork): boolean {
  return writes.some((write) => isSameName(write.table, table));
}

function writtenWords(table: string, writes: readonly TreeWrite[]): string {
  const own = writes.filter((write) => isSameName(write.table, table));
  const indexes = own.filter(({ index }) => index !== null);
  const rows = own.find(({ index }) => index === null);
  const name = nameWords(table);
  const count = formatCountOf(indexes.length, 'index', 'indexes');
  const also = indexes.length === 0 ? '' : ` (and in ${count} of it)`;
  if (own.some(({ isCleared }) => isCleared)) return `empties ${name}`;
  // An UPDATE puts the new row over the old one, but takes the old entry out of each index.
  const isReplacing = indexes.some(({ deletes, inserts }) => deletes > 0 && inserts > 0);
  if (rows && rows.inserts > 0) {
    return `${isReplacing || rows.deletes > 0 ? 'changes rows of' : 'writes rows of'} ${name}${also}`;
  }
  return `deletes rows of ${name}${also}`;
}

/** 'index a', 'indexes a and b', as they are called in sentences. */
export function indexPhrase(indexes: readonly string[]): string {
  const [only] = indexes;
  if (indexes.length === 1 && only !== undefined) return indexWords(only);
  const own = indexes.filter((index) => autoIndex.test(index)).length;
  const named = indexes.filter((index) => !autoIndex.test(index)).map(nameWords);
  const parts = [
    ...(named.length === 0
      ? []
      : [`${named.length === 1 ? 'index' : 'indexes'} ${formatList(named)}`]),
    ...(own === 0
      ? []
      : [own === 1 ? 'the index of its PRIMARY KEY or UNIQUE' : `the ${own} indexes of its keys`]),
  ];
  return parts.join(' and ');
}
