// What to offer at the caret: the context says which kinds of things fit, the offers which there are.
import { foldName, isSameName } from '../../../lib/sql-name.ts';
import { isReservedWord } from '../reserved-words.ts';
import { visibleCommonTables } from '../scopes/visible-sources.ts';
import { tokenText } from '../token.ts';
import type { CaretContext, ColumnPlace, OperandContext } from './caret/caret-context.ts';
import { type CaretPlace, caretPlace } from './caret/caret-place.ts';
import { contextAt } from './caret/context-at.ts';
import type { Completion, Completions } from './completion.ts';
import { columnsOfTable, type KnownNames, knownNames } from './names/known-names.ts';
import {
  type NamedSource,
  type StatementScopes,
  scopeOf,
  sourcesInScope,
  statementScopes,
} from './names/sources-in-scope.ts';
import { windowNames } from './names/window-names.ts';
import { joinConditionItems } from './offers/join-conditions.ts';
import { matchingItems } from './offers/matching-items.ts';
import { nameItem, ranks, wordItems } from './offers/offer.ts';
import { allColumnItems, columnItems, scopedColumnItems } from './offers/offer-columns.ts';
import { functionItems, tableFunctionItems } from './offers/offer-functions.ts';
import { aliasItems, commonTableItems, tableItems, viewItems } from './offers/offer-sources.ts';
import { triggerRowItems, triggerTable } from './offers/trigger-rows.ts';
import type { SqlKnowledge } from './sql-knowledge.ts';
import { collations, offeredTypes } from './word-lists.ts';

/** What an offer is made from. */
interface Asked {
  place: CaretPlace;
  knowledge: SqlKnowledge;
  names: KnownNames;
  statement: StatementScopes;
  scope: number | null;
  sources: NamedSource[];
}

/**
 * What fits at the caret, the likeliest first; nothing inside strings, comments and numbers. Works
 * on half-written text, and throws nothing.
 * @param sql one statement or a script
 * @param offset UTF-16 offset of the caret
 */
export function completionsAt(sql: string, offset: number, knowledge: SqlKnowledge): Completions {
  const place = caretPlace(sql, offset);
  if (!place) {
    const caret = Math.max(0, Math.min(offset, sql.length));
    return { start: caret, end: caret, items: [], isIncomplete: false };
  }
  const names = knownNames(knowledge);
  const context = contextAt(place);
  const statement = statementScopes(readableText(place, context), names);
  const scope = scopeOf(statement, place.start);
  // The arguments of a table-valued function cannot name its own columns.
  const isWritten = ({ kind, source: { start, end } }: NamedSource) =>
    kind === 'function' && start < place.start && place.start < end;
  const visible = scope === null ? [] : sourcesInScope(statement, scope);
  const isBehind = ({ source: { alias, end } }: NamedSource) =>
    alias === 'excluded' && statement.scopes[scope ?? 0]?.kind === 'insert' && end < place.end;
  const sources = visible.filter((source) => !isWritten(source) && !isBehind(source));
  const asked: Asked = { place, knowledge, names, statement, scope, sources };
  const items = place.isParameter
    ? parameterItems(place)
    : [...offered(context, asked), ...parameters(context, place)];
  return {
    start: place.base + place.start,
    end: place.base + place.end,
    ...matchingItems(inCaseOf(place, items), place.typed),
  };
}

/** The statement; a word begun behind a source is no alias of it yet. */
function readableText({ sql, start, end }: CaretPlace, { kind }: CaretContext): string {
  if (kind !== 'joined') return sql;
  return sql.slice(0, start) + ' '.repeat(end - start) + sql.slice(end);
}

/** Keywords in lower case where the statement begins with one in lower case. */
function inCaseOf({ sql, before }: CaretPlace, items: Completion[]): Completion[] {
  const [first] = before;
  const word = first?.kind === 'word' ? tokenText(sql, first) : '';
  if (!isReservedWord(word) || word !== word.toLowerCase()) return items;
  return items.map((item) => {
    if (item.kind !== 'keyword') return item;
    return { ...item, label: item.label.toLowerCase(), insert: item.insert.toLowerCase() };
  });
}

function offered(context: CaretContext, asked: Asked): Completion[] {
  const { names, place, statement, scope } = asked;
  switch (context.kind) {
    case 'nothing':
      return [];
    case 'words': {
      const isInBody = place.header !== '' && place.before.length === 0;
      return wordItems(isInBody ? [...context.words, 'END'] : context.words);
    }
    case 'operand':
      return operandItems(context, asked);
    case 'member':
      return memberItems(context.qualifier, context.isSource, asked);
    case 'source':
      return [...sourceItems(context.role, asked), ...wordItems(context.words)];
    case 'joined': {
      // A single letter is an alias more often than a keyword: Enter must not complete it.
      if (place.typed.length === 1 && !context.isAliased) return [];
      const conditions = context.hasCondition
        ? joinConditionItems(asked.sources, place.start, names, 'ON ')
        : [];
      return [...conditions, ...wordItems(context.words)];
    }
    case 'column-names': {
      const items = listItems(context.columns, context.isWritten, asked);
      const isFree = ({ filter }: Completion) =>
        !context.taken.some((name) => isSameName(name, filter));
      return [...items.filter(isFree), ...wordItems(context.words)];
    }
    case 'shared-columns':
      return sharedColumnItems(asked);
    case 'index':
      return indexItems(context.table, asked);
    case 'window':
      return windowNames(statement, scope).map((name) =>
        nameItem('alias', name, { detail: 'window', rank: ranks.expected }),
      );
    case 'collation':
      return collations.map(({ name, meaning }) =>
        nameItem('collation', name, { insert: name, detail: meaning, rank: ranks.expected }),
      );
    case 'type':
      return [...wordItems(offeredTypes, ranks.expected, 'type'), ...wordItems(context.words)];
  }
}

function operandItems(context: OperandContext, asked: Asked): Completion[] {
  const { sources, names, place, knowledge, statement, scope } = asked;
  const isCalled = place.after[0]?.kind === 'open';
  const functions = [...functionItems(context.takes, isCalled), ...wordItems(context.words)];
  if (context.columns) {
    const rows = triggerRowItems(place.header);
    return [...listItems(context.columns, false, asked), ...rows, ...functions];
  }
  const conditions = context.isJoinCondition
    ? joinConditionItems(sources, place.start, names, '')
    : [];
  const columns = sources.length === 0 ? schemaColumns(asked) : scopedColumnItems(sources);
  const results =
    context.takesResultNames && scope !== null ? resultNameItems(statement, scope, columns) : [];
  const aliases = [...triggerRowItems(place.header), ...aliasItems(sources)];
  return [...conditions, ...columns, ...results, ...aliases, ...functions];

  // FROM is not written yet: whatever there is may be meant. VALUES and LIMIT have no columns.
  function schemaColumns({ statement: { scopes } }: Asked): readonly Completion[] {
    const isSelect = scope !== null && scopes[scope]?.kind === 'select';
    return isSelect && context.takes === 'result' ? allColumnItems(knowledge) : [];
  }
}

function resultNameItems(
  { scopes }: StatementScopes,
  scope: number,
  columns: readonly Completion[],
): Completion[] {
  const known = new Set(columns.map(({ filter }) => foldName(filter)));
  return [...new Set(scopes[scope]?.columns ?? [])]
    .filter((name) => name !== '*' && !known.has(foldName(name)))
    .map((name) => nameItem('column', name, { detail: 'result column', rank: ranks.resultName }));
}

function memberItems(qualifier: string, isSource: boolean, asked: Asked): Completion[] {
  const { sources, names, knowledge } = asked;
  const isDatabase = isSameName(qualifier, 'main');
  if (isSource) return isDatabase ? [...tableItems(knowledge), ...viewItems(knowledge)] : [];
  const source = sources.find(({ label }) => isSameName(label, qualifier));
  if (source) return columnItems(source.columns, source.label);
  const trigger = triggerTable(asked.place.header);
  const table = names.tables.get(
    foldName(trigger && /^(new|old)$/i.test(qualifier) ? trigger : qualifier),
  );
  if (table) return columnItems(columnsOfTable(table), table.name);
  return [];
}

function sourceItems(role: 'read' | 'write' | 'parent' | 'any', asked: Asked): Completion[] {
  const { knowledge, statement, scope, place } = asked;
  const tables = tableItems(knowledge);
  if (role === 'parent' || role === 'write') return tables;
  if (role === 'any') return [...tables, ...viewItems(knowledge)];
  const common = visibleCommonTables(statement.scopes, scope ?? 0);
  const hidden = new Set(common.map(({ name }) => foldName(name)));
  const isCalled = place.after[0]?.kind === 'open';
  return [
    ...commonTableItems(common),
    ...tables.filter(({ label }) => !hidden.has(foldName(label))),
    ...viewItems(knowledge),
    ...tableFunctionItems(isCalled),
  ];
}

function listItems(columns: ColumnPlace | null, isWritten: boolean, asked: Asked): Completion[] {
  if (!columns) return [];
  if ('names' in columns) {
    return columns.names.map((name) => nameItem('column', name, { rank: ranks.column }));
  }
  const key = foldName(columns.table);
  const table = asked.names.tables.get(key);
  if (!table) return [];
  const fitting = columnsOfTable(table).filter(
    ({ origin }) => !isWritten || !origin?.column.isGenerated,
  );
  return columnItems(fitting, table.name);
}

/** Columns that the source joined last has in common with those before it. */
function sharedColumnItems({ sources, place }: Asked): Completion[] {
  const before = sources.filter(({ isOwn, source }) => isOwn && source.end <= place.start);
  const joined = before.at(-1);
  const others = before.slice(0, -1).flatMap(({ columns }) => columns);
  const shared = (joined?.columns ?? []).filter(({ name }) =>
    others.some((other) => isSameName(other.name, name)),
  );
  return columnItems(shared, joined?.label ?? '');
}

function indexItems(table: string | null, { knowledge, names }: Asked): Completion[] {
  const indexes = table === null ? knowledge.indexes : (names.indexes.get(foldName(table)) ?? []);
  return indexes.flatMap(({ name, table: of, terms, condition }) => {
    if (name === null) return [];
    const where = condition === null ? '' : ` WHERE ${condition}`;
    const detail = `${of} (${terms.map(({ text }) => text).join(', ')})${where}`;
    return [nameItem('index', name, { detail, rank: ranks.expected })];
  });
}

function parameters(context: CaretContext, place: CaretPlace): Completion[] {
  return context.kind === 'operand' ? parameterItems(place) : [];
}

/** Those that the statement names already. */
function parameterItems({ sql, before, after }: CaretPlace): Completion[] {
  const named = [...before, ...after].filter(
    (token) => token.kind === 'variable' && ':@$'.includes(sql.charAt(token.start)),
  );
  return [...new Set(named.map((token) => tokenText(sql, token)))].map((name) =>
    nameItem('parameter', name, { insert: name, detail: 'parameter', rank: ranks.parameter }),
  );
}
