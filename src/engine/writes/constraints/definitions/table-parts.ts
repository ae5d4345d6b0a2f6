// Cuts a CREATE TABLE statement into its columns, their clauses and the constraints behind them.
// What the clauses mean is read elsewhere (read-constraints); SQLite has accepted the statement.
import { type ClauseCursor, createClauseCursor } from './clause-cursor.ts';
import { readClause, type TableClause } from './read-clause.ts';

export interface ColumnPart {
  name: string;
  /** Offset of its name. */
  start: number;
  clauses: TableClause[];
}

export interface TableParts {
  columns: ColumnPart[];
  /** Constraints behind the columns. */
  constraints: TableClause[];
  options: TableOption[];
}

interface TableOption {
  word: 'STRICT' | 'WITHOUT ROWID';
  /** UTF-16 offsets, `end` exclusive. */
  start: number;
  end: number;
}

/** What a column's type ends before; GENERATED only where ALWAYS follows. */
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
  const cursor = createClauseCursor(sql);
  const parts: TableParts = { columns: [], constraints: [], options: [] };
  while (cursor.here() && cursor.here()?.kind !== 'open') cursor.take();
  if (!cursor.here()) return parts;
  cursor.take();
  while (cursor.here() && cursor.here()?.kind !== 'close') {
    if (cursor.here()?.kind === 'comma') {
      cursor.take();
      continue;
    }
    if (parts.columns.length > 0 && cursor.isAny(constraintWords)) {
      parts.constraints = readClauses(cursor, null);
      break;
    }
    parts.columns.push(readColumn(cursor));
  }
  cursor.take();
  parts.options = readOptions(cursor);
  return parts;
}

function readColumn(cursor: ClauseCursor): ColumnPart {
  const start = cursor.start();
  const name = cursor.take();
  const isClause = () =>
    cursor.isAny(clauseWords) || (cursor.is('GENERATED') && cursor.is('ALWAYS', 1));
  while (!cursor.isEnd() && !isClause()) {
    if (cursor.here()?.kind === 'open') cursor.group();
    else cursor.take();
  }
  return { name, start, clauses: readClauses(cursor, name) };
}

/** Clauses up to the end of the column, or of all constraints (which need no commas). */
function readClauses(cursor: ClauseCursor, column: string | null): TableClause[] {
  const clauses: TableClause[] = [];
  let name: string | null = null;
  while (cursor.here()) {
    if (column === null && cursor.here()?.kind === 'comma') {
      cursor.take();
      name = null;
    } else if (cursor.isEnd()) break;
    else if (cursor.skip('CONSTRAINT')) name = cursor.take();
    else {
      const clause = readClause(cursor, name, column);
      if (clause) {
        clauses.push(clause);
        name = null;
      }
      // A word that this reading does not know: whatever it is, it is no constraint.
      else cursor.take();
    }
  }
  return clauses;
}

function readOptions(cursor: ClauseCursor): TableOption[] {
  const options: TableOption[] = [];
  while (cursor.here()) {
    const start = cursor.start();
    const isStrict = cursor.is('STRICT');
    const isKeyed = cursor.skip('WITHOUT');
    cursor.take();
    if (isStrict) options.push({ word: 'STRICT', start, end: cursor.end() });
    if (isKeyed) options.push({ word: 'WITHOUT ROWID', start, end: cursor.end() });
  }
  return options;
}
