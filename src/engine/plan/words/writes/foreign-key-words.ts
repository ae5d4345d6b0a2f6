// Which foreign keys a write has SQLite check, when, and whether each check is a search or a scan.
// In words; which keys they are stands beside.
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { isSameName } from '../../../../lib/sql-name.ts';
import type { ForeignKeyLook, ProgramFacts } from '../../../model/plan/program-facts.ts';
import { nameWords, tableOf } from '../name-words.ts';
import type { WordsContext } from '../words-context.ts';
import { type CheckedKey, checkedKeys } from './checked-keys.ts';
import type { WriteVerb } from './table-change.ts';
import { readWords } from './work-words.ts';
import type { ForeignKeyCheck } from './write-words-form.ts';

/** `changed`: the columns that an UPDATE sets. Keys that are not looked at are left out. */
export function foreignKeyChecks(
  verb: WriteVerb,
  changed: readonly string[],
  facts: ProgramFacts,
  context: WordsContext,
): ForeignKeyCheck[] {
  return checkedKeys(facts, changed, context.schema).map((checked): ForeignKeyCheck => {
    const { child, look } = checked;
    return {
      table: look.table,
      childTable: child,
      isScan: look.isScan,
      occasion: look.occasion,
      sentence:
        look.side === 'parent'
          ? parentSentence(checked, context)
          : childSentence(checked, verb, context),
    };
  });
}

function parentSentence({ child, key, look }: CheckedKey, context: WordsContext): string {
  return `${capitalized(wayWords(look, context))}, once for each row, to see that the ${keyWords(key.columns)} of ${nameWords(child)} is there.`;
}

// foreignkeys.html, section 3: without an index on the child key SQLite makes "a linear scan of the
// entire child table".
function childSentence(
  { child, key, look }: CheckedKey,
  verb: WriteVerb,
  context: WordsContext,
): string {
  const way = wayWords(look, context);
  const why = look.isScan ? `, because ${scanReason(child, key.columns, context)}` : '';
  if (look.occasion === 'open-references') {
    return `Only while a reference leads nowhere: ${way} for each row${why}, to see whether one of its rows waits for the new one.`;
  }
  const once = look.isScan ? '' : 'once ';
  const rows =
    look.occasion === 'replaced'
      ? `${once}for each row that is replaced, and for no other`
      : verb === 'insert'
        ? `${once}for each row that ON CONFLICT changes`
        : `${once}for each row that is changed`;
  return `${capitalized(way)}, ${rows}${why}, to see whether a row still refers to it.`;
}

function wayWords({ table, index, isScan }: ForeignKeyLook, context: WordsContext): string {
  const read = { table, index, isFullScan: isScan, seeks: isScan ? 0 : 1 };
  return readWords(table, [read], context);
}

/** Why a child table is read from end to end: 'no index begins with customer_id'. */
export function scanReason(
  child: string,
  columns: readonly string[],
  context: WordsContext,
): string {
  const isKey = (column: string | null | undefined) =>
    columns.some((each) => column != null && isSameName(each, column));
  const rowid = tableOf(context, child)?.columns.find(({ isRowidAlias }) => isRowidAlias)?.name;
  const isIndexed =
    isKey(rowid) ||
    context.trees.some(
      (tree) => tree.index !== null && isSameName(tree.table, child) && isKey(tree.columns[0]),
    );
  return isIndexed
    ? `SQLite goes by no index that begins with ${keyWords(columns)}`
    : `no index begins with ${keyWords(columns)}`;
}

/** 'checks 2 foreign keys, 1 by reading a whole table for each row'; in parts, none without keys. */
export function checksSummary(checks: readonly ForeignKeyCheck[]): string[] {
  const open = checks.filter(({ occasion }) => occasion === 'open-references');
  const sure = checks.filter((check) => !open.includes(check));
  const scans = (wanted: ForeignKeyCheck['occasion']) =>
    sure.filter(({ isScan, occasion }) => isScan && occasion === wanted).length;
  const ways = [
    scans('each-row') > 0 ? `${scans('each-row')} by reading a whole table for each row` : null,
    scans('replaced') > 0
      ? `${scans('replaced')} by reading a whole table for each row that is replaced`
      : null,
  ].filter((way) => way !== null);
  return [
    ...(sure.length === 0
      ? []
      : [[`checks ${formatCountOf(sure.length, 'foreign key')}`, ...ways].join(', ')]),
    ...(open.length === 0
      ? []
      : [
          `checks ${formatCountOf(open.length, sure.length === 0 ? 'foreign key' : 'other')}, only while a reference leads nowhere`,
        ]),
  ];
}

export function keyWords(columns: readonly string[]): string {
  return formatList(columns.map(nameWords));
}
