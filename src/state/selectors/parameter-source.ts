// A SELECT that gives fitting values for a parameter: those of the column it is compared with.
import type { Schema } from '../../engine/model/schema.ts';
import { isName, isSameName, nameOf, quoteName } from '../../engine/sql/quote-name.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../engine/sql/token.ts';

/** `WHERE category = :c` gives `SELECT DISTINCT category FROM products`; null when nothing fits. */
export function parameterSource(
  sql: string,
  parameterName: string,
  { tables }: Schema,
): string | null {
  const tokens = meaningfulTokens(sql);
  for (const [position, token] of tokens.entries()) {
    if (token.kind !== 'variable' || tokenText(sql, token) !== parameterName) continue;
    const column = comparedColumn(sql, tokens, position);
    const holders = tables.filter((table) =>
      table.columns.some(({ name }) => column !== null && isSameName(name, column)),
    );
    // Of several tables with such a column, the one that the query names.
    const named = holders.filter(({ name }) =>
      tokens.some((other) => isName(other) && isSameName(nameOf(sql, other), name)),
    );
    const table = named[0] ?? holders[0];
    const found = table?.columns.find(({ name }) => column !== null && isSameName(name, column));
    if (!table || !found) continue;
    const isUnique = table.primaryKey.length === 1 && table.primaryKey[0] === found.name;
    const verb = isUnique ? 'SELECT' : 'SELECT DISTINCT';
    return `${verb} ${quoteName(found.name)} FROM ${quoteName(table.name)}`;
  }
  return null;
}

const comparing = ['LIKE', 'GLOB', 'IS', 'BETWEEN', 'IN'];

/** The name before `=`, `<`, LIKE and so on; behind `BETWEEN x AND` and `IN (x,` it is not searched. */
function comparedColumn(sql: string, tokens: readonly Token[], position: number): string | null {
  let at = position - 1;
  if (tokens[at]?.kind === 'open') at--;
  const between = tokens[at];
  const isComparison =
    between?.kind === 'operator' || comparing.some((word) => isKeyword(sql, between, word));
  const column = tokens[at - 1];
  return isComparison && isName(column) ? nameOf(sql, column) : null;
}
