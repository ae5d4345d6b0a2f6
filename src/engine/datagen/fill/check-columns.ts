// Which columns each CHECK of a table looks at, by the message with which SQLite refuses a row.
// What the CHECK demands of them is read elsewhere (check-rules.ts).

import { foldName } from '../../../lib/sql-name.ts';
import type { Table } from '../../model/database/schema.ts';
import { isName, nameOf } from '../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens } from '../../sql/token.ts';

export interface CheckedColumns {
  text: string;
  /** What SQLite's message names: the constraint's name, else the text. */
  shown: string;
  /** Folded names; all columns when a generated one is among them. */
  columns: ReadonlySet<string>;
}

/** The CHECKs in the order of the definition. */
export function readCheckedColumns(table: Table): CheckedColumns[] {
  const all = table.columns.map(({ name }) => foldName(name));
  const generated = new Set(
    table.columns.filter((column) => column.isGenerated).map(({ name }) => foldName(name)),
  );
  const names = checkNames(table.sql);
  return table.checks.map((text, at) => {
    const named = meaningfulTokens(text)
      .filter((token) => token.kind !== 'string' && isName(token))
      .map((token) => foldName(nameOf(text, token)));
    const columns = all.filter((name) => named.includes(name));
    const isIndirect = columns.some((name) => generated.has(name));
    return { text, shown: names[at] ?? text, columns: new Set(isIndirect ? all : columns) };
  });
}

// CONSTRAINT name CHECK (...): null for those without a name.
function checkNames(sql: string): (string | null)[] {
  const tokens = meaningfulTokens(sql);
  const names: (string | null)[] = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    const isCheck =
      depth === 1 && isKeyword(sql, token, 'CHECK') && tokens[at + 1]?.kind === 'open';
    if (!isCheck) continue;
    const name = tokens[at - 1];
    const isNamed = isKeyword(sql, tokens[at - 2], 'CONSTRAINT') && isName(name);
    names.push(isNamed ? nameOf(sql, name) : null);
  }
  return names;
}
