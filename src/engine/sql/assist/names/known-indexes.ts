// Indexes as an editor speaks of them: from CREATE INDEX statements, and those of constraints from
// the schema. Reads tokens; whether a statement compiles is SQLite's to say.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import type { Index } from '../../../model/playground.ts';
import { indexNameOf, tableOfIndex } from '../../indexes/index-name.ts';
import { isName, nameOf } from '../../quote-name.ts';
import { splitStatements } from '../../statements/split-statements.ts';
import { statementKind } from '../../statements/statement-kind.ts';
import { isKeyword, meaningfulTokens, type Token } from '../../token.ts';
import type { KnownIndex, KnownTerm } from '../sql-knowledge.ts';

/** Those of the playground, then CREATE INDEX statements of the schema's text, then constraints'. */
export function knownIndexes(
  schema: Schema,
  schemaSql: string,
  indexes: readonly Index[],
): KnownIndex[] {
  const inScript = splitStatements(schemaSql).filter(
    ({ sql }) => statementKind(sql) === 'create-index',
  );
  const created = [...indexes, ...inScript].flatMap(({ sql }) => indexOfStatement(sql) ?? []);
  const isCreated = (index: KnownIndex) =>
    created.some((each) => each.isUnique && each.condition === null && hasSameColumns(each, index));
  return [
    ...created,
    ...schema.tables.flatMap(constraintIndexes).filter((index) => !isCreated(index)),
  ];
}

function hasSameColumns(one: KnownIndex, other: KnownIndex): boolean {
  return (
    isSameName(one.table, other.table) &&
    one.terms.length === other.terms.length &&
    one.terms.every(({ column }, at) => isSameName(column ?? '', other.terms[at]?.column ?? ' '))
  );
}

/** Null for other statements and where table or columns cannot be read yet. */
export function indexOfStatement(sql: string): KnownIndex | null {
  const name = indexNameOf(sql);
  const table = tableOfIndex(sql);
  if (name === null || table === null) return null;
  const tokens = meaningfulTokens(sql).filter(({ kind }) => kind !== 'semicolon');
  const on = tokens.findIndex((token) => isKeyword(sql, token, 'ON'));
  const open = tokens.findIndex(({ kind }, position) => position > on && kind === 'open');
  if (open < 0) return null;
  const terms: KnownTerm[] = [];
  let depth = 0;
  let at = open;
  let first = open + 1;
  for (; at < tokens.length; at++) {
    const kind = tokens[at]?.kind;
    if (kind === 'open') depth++;
    else if (kind === 'close') depth--;
    if ((kind === 'comma' && depth === 1) || depth === 0) {
      const term = termOf(sql, tokens.slice(first, at));
      if (term) terms.push(term);
      first = at + 1;
    }
    if (depth === 0) break;
  }
  const where = tokens[at + 1];
  const last = tokens.at(-1);
  const hasCondition = isKeyword(sql, where, 'WHERE') && where && last && last !== where;
  return {
    name,
    table,
    terms,
    isUnique: isKeyword(sql, tokens[1], 'UNIQUE'),
    condition: hasCondition ? sql.slice(where.end, last.end).trim() : null,
  };
}

// A plain column with COLLATE and ASC or DESC, or an expression.
function termOf(sql: string, tokens: readonly Token[]): KnownTerm | null {
  const [head, next] = tokens;
  const last = tokens.at(-1);
  if (!head || !last) return null;
  const isPlain =
    isName(head) &&
    (!next || ['COLLATE', 'ASC', 'DESC'].some((keyword) => isKeyword(sql, next, keyword)));
  return {
    column: isPlain ? nameOf(sql, head) : null,
    text: sql.slice(head.start, last.end),
  };
}

// Table.uniques has the UNIQUE indexes of CREATE INDEX too when the database has them. A rowid alias
// needs no index.
function constraintIndexes(table: Table): KnownIndex[] {
  const isRowid = table.columns.some(({ isRowidAlias }) => isRowidAlias);
  const keys = [...(isRowid || table.primaryKey.length === 0 ? [] : [table.primaryKey])];
  const uniques = table.uniques.filter(
    (columns) => !keys.some((key) => key.every((name, at) => isSameName(name, columns[at] ?? ''))),
  );
  return [...keys, ...uniques].map((columns) => ({
    name: null,
    table: table.name,
    terms: columns.map((column) => ({ column, text: column })),
    isUnique: true,
    condition: null,
  }));
}
