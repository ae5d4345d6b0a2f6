// Cuts a CREATE TABLE statement into its columns, their clauses and the constraints behind them.
// What the clauses mean is read elsewhere (read-constraints); SQLite has accepted the statement.
import { nameOf } from '../../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens, type Token } from '../../../sql/token.ts';

export type ClauseKind =
  | 'not-null'
  | 'null'
  | 'primary-key'
  | 'unique'
  | 'check'
  | 'foreign-key'
  | 'default'
  | 'collate'
  | 'generated';

/** A clause of a column, or a constraint of the table. Offsets are UTF-16, `end` exclusive. */
export interface TableClause {
  kind: ClauseKind;
  /** Of `CONSTRAINT name` directly before it. */
  name: string | null;
  start: number;
  end: number;
  /** Columns in its own parentheses: of a table's PRIMARY KEY, UNIQUE or FOREIGN KEY. */
  columns: string[];
  /** The expression of a CHECK or a generated column, without its parentheses. */
  expression: Token[];
  /** Its own ON CONFLICT clause, in capitals. */
  conflict: string | null;
  /** A foreign key that is checked at COMMIT. */
  isDeferred: boolean;
}

export interface ColumnPart {
  name: string;
  /** Offsets of name and type. */
  start: number;
  typeEnd: number;
  clauses: TableClause[];
}

export interface TableParts {
  columns: ColumnPart[];
  /** Constraints behind the columns. */
  constraints: TableClause[];
  /** STRICT and WITHOUT ROWID. */
  options: { word: string; start: number; end: number }[];
}

const clauseWords = [
  'CONSTRAINT',
  'NOT',
  'NULL',
  'PRIMARY',
  'UNIQUE',
  'CHECK',
  'REFERENCES',
  'DEFAULT',
  'COLLATE',
  'AS',
] as const;
const constraintWords = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN'] as const;

/** Reads a statement as sqlite_schema keeps it. Without a list of columns all parts are empty. */
export function readTableParts(sql: string): TableParts {
  const tokens = meaningfulTokens(sql);
  const parts: TableParts = { columns: [], constraints: [], options: [] };
  let at = tokens.findIndex(({ kind }) => kind === 'open') + 1;
  if (at === 0) return parts;
  let name: string | null = null;

  const is = (keyword: string, ahead = 0) => isKeyword(sql, tokens[at + ahead], keyword);
  const isAny = (keywords: readonly string[]) => keywords.some((keyword) => is(keyword));
  const kindAt = () => tokens[at]?.kind ?? 'close';
  const isEnd = () => kindAt() === 'close' || kindAt() === 'comma';
  const text = (index: number) => {
    const token = tokens[index];
    return token ? nameOf(sql, token) : '';
  };
  /** Goes behind the words when they stand here. */
  const skip = (...words: string[]) => {
    if (!words.every((word, ahead) => is(word, ahead))) return false;
    at += words.length;
    return true;
  };
  /** Goes behind the parentheses that open here and returns what is in them. */
  const group = (): Token[] => {
    const first = at + 1;
    let depth = 0;
    do {
      const kind = tokens[at]?.kind;
      if (kind === undefined) break;
      if (kind === 'open') depth++;
      if (kind === 'close') depth--;
      at++;
    } while (depth > 0);
    return tokens.slice(first, at - 1);
  };
  /** Names of the columns in the parentheses that open here. */
  const names = () => {
    let depth = 0;
    let isFirst = true;
    const found: string[] = [];
    for (const token of group()) {
      if (isFirst) found.push(nameOf(sql, token));
      isFirst = false;
      if (token.kind === 'open') depth++;
      if (token.kind === 'close') depth--;
      if (token.kind === 'comma' && depth === 0) isFirst = true;
    }
    return found;
  };
  const conflict = () => {
    if (!skip('ON', 'CONFLICT')) return null;
    at++;
    return text(at - 1).toUpperCase();
  };

  /** Behind REFERENCES: the parent, what follows it, and when it is checked. */
  function readReference(): boolean {
    at++;
    if (kindAt() === 'open') group();
    while (!isEnd()) {
      if (skip('MATCH')) at++;
      else if (is('ON') && !is('CONFLICT', 1)) {
        at += 2;
        if (!skip('SET', 'NULL') && !skip('SET', 'DEFAULT') && !skip('NO', 'ACTION')) at++;
      } else break;
    }
    if (!skip('NOT', 'DEFERRABLE') && !skip('DEFERRABLE')) return false;
    const isOff = isKeyword(sql, tokens[at - 2], 'NOT');
    if (!skip('INITIALLY')) return false;
    at++;
    return !isOff && isKeyword(sql, tokens[at - 1], 'DEFERRED');
  }

  function readDefault(): void {
    if (kindAt() === 'open') {
      group();
      return;
    }
    if (kindAt() === 'operator') at++;
    at++;
  }

  /** Reads one clause; null when there is none here. */
  function readClause(isOfTable: boolean): TableClause | null {
    const start = tokens[at]?.start ?? 0;
    const clause: TableClause = {
      kind: 'null',
      name,
      start,
      end: start,
      columns: [],
      expression: [],
      conflict: null,
      isDeferred: false,
    };
    if (skip('NOT', 'NULL')) clause.kind = 'not-null';
    else if (skip('NULL')) clause.kind = 'null';
    else if (skip('PRIMARY', 'KEY')) clause.kind = 'primary-key';
    else if (skip('UNIQUE')) clause.kind = 'unique';
    else if (skip('CHECK')) clause.kind = 'check';
    else if (skip('FOREIGN', 'KEY')) clause.kind = 'foreign-key';
    else if (skip('REFERENCES')) clause.kind = 'foreign-key';
    else if (skip('DEFAULT')) clause.kind = 'default';
    else if (skip('COLLATE')) clause.kind = 'collate';
    else if (skip('GENERATED', 'ALWAYS', 'AS') || skip('AS')) clause.kind = 'generated';
    else return null;
    const { kind } = clause;
    if (kind === 'check' || kind === 'generated') clause.expression = group();
    if (kind === 'generated' && (is('STORED') || is('VIRTUAL'))) at++;
    if (kind === 'default') readDefault();
    if (kind === 'collate') at++;
    if (kind === 'foreign-key') {
      if (isOfTable) {
        clause.columns = names();
        skip('REFERENCES');
      }
      clause.isDeferred = readReference();
    }
    if (kind === 'primary-key' || kind === 'unique') {
      if (isOfTable) clause.columns = names();
      if (!skip('ASC')) skip('DESC');
    }
    clause.conflict = conflict();
    if (kind === 'primary-key') skip('AUTOINCREMENT');
    clause.end = tokens[at - 1]?.end ?? start;
    name = null;
    return clause;
  }

  /** Clauses up to the end of the column, or of all constraints (which need no commas). */
  function readClauses(isOfTable: boolean): TableClause[] {
    const clauses: TableClause[] = [];
    while (at < tokens.length) {
      if (isOfTable && kindAt() === 'comma') {
        at++;
        name = null;
      } else if (isEnd()) break;
      else if (skip('CONSTRAINT')) {
        name = text(at);
        at++;
      } else {
        const clause = readClause(isOfTable);
        if (clause) clauses.push(clause);
        // A word that this reading does not know: whatever it is, it is no constraint.
        else at++;
      }
    }
    name = null;
    return clauses;
  }

  while (at < tokens.length && kindAt() !== 'close') {
    if (kindAt() === 'comma') {
      at++;
      continue;
    }
    if (parts.columns.length > 0 && isAny(constraintWords)) {
      parts.constraints = readClauses(true);
      break;
    }
    const start = tokens[at]?.start ?? 0;
    const column: ColumnPart = { name: text(at), start, typeEnd: 0, clauses: [] };
    at++;
    while (!isEnd() && !isAny(clauseWords) && !(is('GENERATED') && is('ALWAYS', 1))) {
      if (kindAt() === 'open') group();
      else at++;
    }
    column.typeEnd = tokens[at - 1]?.end ?? start;
    column.clauses = readClauses(false);
    parts.columns.push(column);
  }
  for (at++; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const { start } = token;
    if (skip('WITHOUT')) parts.options.push({ word: 'WITHOUT ROWID', start, end: endAt(at) });
    else if (is('STRICT')) parts.options.push({ word: 'STRICT', start, end: endAt(at) });
  }
  return parts;

  function endAt(index: number): number {
    return tokens[index]?.end ?? sql.length;
  }
}
