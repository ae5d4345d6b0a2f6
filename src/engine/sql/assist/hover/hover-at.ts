// What is said of the name at an offset: finds what the name stands for; the words stand in hover/.
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import { functionsNamed } from '../../functions/catalogue.ts';
import { signatureTexts } from '../../functions/signature-text.ts';
import { tableOfIndex } from '../../indexes/index-name.ts';
import { isName, nameOf } from '../../quote-name.ts';
import { isReservedWord } from '../../reserved-words.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../token.ts';
import { statementAround } from '../caret/statement-around.ts';
import { columnsOfTable, type KnownNames, knownNames } from '../names/known-names.ts';
import {
  type NamedSource,
  type StatementScopes,
  scopeOf,
  sourcesInScope,
  statementScopes,
} from '../names/sources-in-scope.ts';
import { kindWords } from '../offers/offer-functions.ts';
import type { SqlKnowledge } from '../sql-knowledge.ts';
import { describeColumn } from './describe-column.ts';
import {
  aliasText,
  code,
  describeRows,
  describeTable,
  describeView,
  indexText,
  prose,
} from './describe-table.ts';
import type { Hover, HoverLine } from './hover.ts';
import { keywordNote } from './keyword-notes.ts';

/** A name in its statement, and what it may be a name of. */
interface Pointed {
  sql: string;
  name: string;
  token: Token;
  before: readonly Token[];
  after: readonly Token[];
  sources: NamedSource[];
  /** Of a CREATE INDEX: its table has columns that are named without FROM. */
  indexTable: string | null;
  knowledge: SqlKnowledge;
  names: KnownNames;
  statement: StatementScopes;
}

/** What is known of the name at this UTF-16 offset; null where there is nothing to say. */
export function hoverAt(sql: string, offset: number, knowledge: SqlKnowledge): Hover | null {
  const around = statementAround(sql, Math.max(0, Math.min(offset, sql.length)));
  const at = offset - around.start;
  const tokens = meaningfulTokens(around.sql);
  // Between two tokens the name counts, on whichever side it stands.
  const position = tokens.findIndex(
    ({ kind, start, end }) => start <= at && at <= end && (kind === 'word' || kind === 'quoted'),
  );
  const token = tokens[position];
  if (!token) return null;
  const names = knownNames(knowledge);
  const statement = statementScopes(around.sql, names);
  const scope = scopeOf(statement, token.start);
  const lines = linesOf({
    sql: around.sql,
    name: nameOf(around.sql, token),
    token,
    before: tokens.slice(0, position),
    after: tokens.slice(position + 1),
    sources: scope === null ? [] : sourcesInScope(statement, scope),
    indexTable: tableOfIndex(around.sql),
    knowledge,
    names,
    statement,
  });
  if (lines.length === 0) return null;
  return { start: around.start + token.start, end: around.start + token.end, lines };
}

function linesOf(pointed: Pointed): HoverLine[] {
  const { sql, name, token, before, after } = pointed;
  const isMember = before.at(-1)?.kind === 'dot';
  const isCalled = after[0]?.kind === 'open';
  if (isMember) return memberLines(pointed, before.at(-2));
  const isQualifier = after[0]?.kind === 'dot';
  const isWord = token.kind === 'word';
  const isWritten = ['INTO', 'TABLE', 'REFERENCES', 'ON', 'JOIN', 'UPDATE'].some((word) =>
    isKeyword(sql, before.at(-1), word),
  );
  if (isCalled && isWord && !isWritten && functionsNamed(name).length > 0)
    return functionLines(name);
  const source = sourceLines(pointed);
  if (source.length > 0) return source;
  if (isQualifier) return tableLines(pointed, name);
  const column = columnLines(pointed);
  if (column.length > 0) return column;
  if (isWord && isReservedWord(name)) return noteLines(pointed);
  const other = [...tableLines(pointed, name), ...indexLines(pointed)];
  return other.length > 0 ? other : noteLines(pointed);
}

function noteLines({ sql, token, after }: Pointed): HoverLine[] {
  if (token.kind !== 'word') return [];
  const note = keywordNote(sql, token, after[0]);
  return note === null ? [] : [code(tokenText(sql, token).toUpperCase()), prose(note)];
}

function functionLines(name: string): HoverLine[] {
  return functionsNamed(name).flatMap((each) => [
    ...signatureTexts(each).map(({ label }) => code(label)),
    prose(`${capitalized(kindWords[each.kind])}, gives ${each.result}. ${each.description}`),
  ]);
}

/** A name in FROM, its alias, or what qualifies a column. */
function sourceLines(pointed: Pointed): HoverLine[] {
  const { name, token, sources, after, knowledge, names } = pointed;
  const isQualifier = after[0]?.kind === 'dot';
  const found = sources.find(
    ({ label, source }) =>
      (isQualifier && isSameName(label, name)) ||
      (source.start <= token.start &&
        token.end <= source.end &&
        source.kind !== 'subquery' &&
        (isSameName(source.name ?? '', name) || isSameName(source.alias ?? '', name))) ||
      // Of a subquery only the alias behind it is its own text.
      (source.end === token.end && isSameName(source.alias ?? '', name)),
  );
  if (!found) return [];
  const { source, kind, columns } = found;
  const isAlias = source.alias !== null && isSameName(source.alias, name);
  const head = isAlias ? [prose(aliasText(found))] : [];
  const key = foldName(source.name ?? '');
  const table = kind === 'table' ? names.tables.get(key) : undefined;
  if (table) return [...head, ...describeTable(table, knowledge, names)];
  const view = kind === 'view' ? names.views.get(key) : undefined;
  if (view) return [...head, ...describeView(view)];
  if (kind === 'unknown') return head;
  const called =
    kind === 'common-table' ? `WITH ${source.name ?? ''}` : (source.name ?? 'subquery');
  return [...head, ...describeRows(called, columns)];
}

function memberLines(pointed: Pointed, qualifier: Token | undefined): HoverLine[] {
  const { sql, name, sources, knowledge, names } = pointed;
  if (!isName(qualifier)) return [];
  const label = nameOf(sql, qualifier);
  const source = sources.find((each) => isSameName(each.label, label));
  const column = source?.columns.find((each) => isSameName(each.name, name));
  if (source && column) return describeColumn(column, source.label, knowledge, names);
  return isSameName(label, 'main') ? tableLines(pointed, name) : [];
}

/** A bare name: of the innermost source that has it, or of the table of a CREATE INDEX. */
function columnLines({ name, sources, indexTable, knowledge, names }: Pointed): HoverLine[] {
  for (const { label, columns } of sources) {
    const column = columns.find((each) => isSameName(each.name, name));
    if (column) return describeColumn(column, label, knowledge, names);
  }
  const table = names.tables.get(foldName(indexTable ?? ''));
  const columns = table ? columnsOfTable(table) : [];
  const column = columns.find((each) => isSameName(each.name, name));
  return table && column ? describeColumn(column, table.name, knowledge, names) : [];
}

function tableLines({ knowledge, names }: Pointed, name: string): HoverLine[] {
  const table = names.tables.get(foldName(name));
  if (table) return describeTable(table, knowledge, names);
  const view = names.views.get(foldName(name));
  return view ? describeView(view) : [];
}

function indexLines({ name, knowledge }: Pointed): HoverLine[] {
  return knowledge.indexes
    .filter((index) => index.name !== null && isSameName(index.name, name))
    .map((index) => code(`${indexText(index)} ON ${index.table}`));
}
