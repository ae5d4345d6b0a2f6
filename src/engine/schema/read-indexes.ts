// The indexes of a database as SQLite reports them, those of its constraints among them.
// Says nothing about what they are good for.
import type { Schema } from '../model/database/schema.ts';
import { nameOf } from '../sql/quote-name.ts';
import { isKeyword, meaningfulTokens, tokenText } from '../sql/token.ts';
import type { Database } from '../sqlite/driver.ts';

export interface TableIndex {
  name: string;
  table: string;
  terms: IndexTerm[];
  isUnique: boolean;
  /** 'constraint': SQLite keeps it for a PRIMARY KEY or UNIQUE of the table. */
  origin: 'created' | 'constraint';
  /** The condition of a partial index, in capitals and single blanks; null for a whole one. */
  condition: string | null;
}

export interface IndexTerm {
  /** Null for an expression. */
  column: string | null;
  /** What is indexed, in capitals: the column's name or the text of the whole statement's tail. */
  text: string;
  collation: string;
  isDescending: boolean;
}

/** In the order of the tables, the oldest index of each first. The rowid itself is no index. */
export function readIndexes(database: Database, { tables }: Schema): TableIndex[] {
  const statements = new Map(
    database
      .all("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
      .map(([name, sql]) => [String(name), String(sql)]),
  );
  return tables.flatMap((table) =>
    // index_list gives the newest first: seq, name, unique, origin, partial
    pragma(database, 'index_list', table.name)
      .toReversed()
      .map((row) => {
        const name = String(row[1]);
        const tail = capitalsBehind(statements.get(name) ?? '', 'ON');
        const hasCondition = row[4] === 1;
        return {
          name,
          table: table.name,
          terms: readTerms(database, name, tail),
          isUnique: row[2] === 1,
          origin: row[3] === 'c' ? ('created' as const) : ('constraint' as const),
          condition: hasCondition ? capitalsBehind(statements.get(name) ?? '', 'WHERE') : null,
        };
      }),
  );
}

// index_xinfo: seqno, cid, name (null for an expression), desc, coll, key (0: the row's own key)
function readTerms(database: Database, index: string, tail: string): IndexTerm[] {
  return pragma(database, 'index_xinfo', index)
    .filter((row) => row[5] === 1)
    .map((row) => {
      const column = typeof row[2] === 'string' ? row[2] : null;
      return {
        column,
        // SQLite does not say which expression: only equal statements are taken as equal.
        text: column === null ? tail : capitals(column),
        collation: String(row[4]).toUpperCase(),
        isDescending: row[3] === 1,
      };
    });
}

/** The tokens behind the first such keyword outside parentheses, in capitals. */
function capitalsBehind(sql: string, keyword: string): string {
  const tokens = meaningfulTokens(sql).filter(({ kind }) => kind !== 'semicolon');
  let depth = 0;
  const at = tokens.findIndex((token) => {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    return depth === 0 && isKeyword(sql, token, keyword);
  });
  if (at < 0) return '';
  return tokens
    .slice(at + 1)
    .map((token) => {
      if (token.kind === 'word') return capitals(tokenText(sql, token));
      return token.kind === 'quoted' ? capitals(nameOf(sql, token)) : tokenText(sql, token);
    })
    .join(' ');
}

/** SQLite folds ASCII letters only. */
function capitals(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function pragma(database: Database, name: string, argument: string) {
  return database.all(`PRAGMA main.${name}("${argument.replaceAll('"', '""')}")`);
}
