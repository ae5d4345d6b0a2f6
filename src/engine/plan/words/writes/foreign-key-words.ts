// Which foreign keys a write has SQLite check, and whether each check is a search or a scan.
// From the schema's keys and from what the program really reads.
import { formatList } from '../../../../lib/format-list.ts';
import type { ForeignKey } from '../../../model/database/schema.ts';
import type { ProgramFacts, TreeRead } from '../../../model/plan/program-facts.ts';
import { isSameName } from '../../../sql/quote-name.ts';
import { capitalized, nameWords, tableOf } from '../name-words.ts';
import type { WordsContext } from '../words-context.ts';
import type { WriteVerb } from './table-change.ts';
import { isScanned, readWords, tablesOf } from './work-words.ts';
import type { ForeignKeyCheck } from './write-words-form.ts';

/** `changed`: the columns that an UPDATE sets. Keys that are not looked at are left out. */
export function foreignKeyChecks(
  verb: WriteVerb,
  changed: readonly string[],
  facts: ProgramFacts,
  context: WordsContext,
): ForeignKeyCheck[] {
  return tablesOf(facts.writes).flatMap((table) => {
    const own = tableOf(context, table)?.foreignKeys ?? [];
    const rows = facts.writes.filter((write) => isSameName(write.table, table));
    const putsIn = verb !== 'delete' && rows.some(({ inserts }) => inserts > 0);
    const takesOut = verb !== 'insert' || rows.some(({ deletes }) => deletes > 0);
    const upward = putsIn
      ? own.filter(({ columns }) => verb === 'insert' || hasChanged(columns, changed))
      : [];
    return [
      ...upward.flatMap((key) => parentCheck(table, key, facts.reads, context)),
      ...(takesOut ? childChecks(table, verb, changed, facts.reads, context) : []),
    ];
  });
}

function hasChanged(columns: readonly string[], changed: readonly string[]): boolean {
  return columns.some((column) => changed.some((name) => isSameName(name, column)));
}

function parentCheck(
  table: string,
  { columns, parentTable }: ForeignKey,
  reads: readonly TreeRead[],
  context: WordsContext,
): ForeignKeyCheck[] {
  const isRead = reads.some((read) => isSameName(read.table, parentTable) && read.seeks > 0);
  if (!isRead) return [];
  const seeks = reads.filter((read) => !read.isFullScan);
  return [
    {
      table: parentTable,
      childTable: table,
      isScan: false,
      sentence: `${capitalized(readWords(parentTable, seeks, context))}, once for each row, to see that the ${keyWords(columns)} of ${nameWords(table)} is there.`,
    },
  ];
}

// foreignkeys.html, section 3: without an index on the child key SQLite makes "a linear scan of the
// entire child table".
function childChecks(
  table: string,
  verb: WriteVerb,
  changed: readonly string[],
  reads: readonly TreeRead[],
  context: WordsContext,
): ForeignKeyCheck[] {
  return context.schema.tables.flatMap((child) =>
    child.foreignKeys.flatMap((key): ForeignKeyCheck[] => {
      if (!isSameName(key.parentTable, table)) return [];
      if (verb === 'update' && !hasChanged(key.parentColumns, changed)) return [];
      const own = reads.filter((read) => isSameName(read.table, child.name));
      if (own.length === 0) return [];
      const isScan = isScanned(child.name, own);
      const way = isScan
        ? `, for each row that is changed, because no index begins with ${keyWords(key.columns)}`
        : ', once for each row that is changed';
      return [
        {
          table: child.name,
          childTable: child.name,
          isScan,
          sentence: `${capitalized(readWords(child.name, own, context))}${way}, to see whether a row still refers to it.`,
        },
      ];
    }),
  );
}

function keyWords(columns: readonly string[]): string {
  return formatList(columns.map(nameWords));
}
