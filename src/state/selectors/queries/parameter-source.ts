// What a parameter is compared with: the column, and a SELECT that gives its values.
// Reads tokens, not grammar: where it is not sure it says nothing.
import type { Column, Schema, Table } from '../../../engine/model/database/schema.ts';
import { isName, nameOf, quoteName } from '../../../engine/sql/quote-name.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../../engine/sql/token.ts';
import { isSameName } from '../../../lib/sql-name.ts';

/** `WHERE category = :c` gives `SELECT DISTINCT category FROM products`; null when nothing fits. */
export function parameterSource(sql: string, parameterName: string, schema: Schema): string | null {
  const compared = findCompared(sql, parameterName, schema);
  if (!compared) return null;
  const { table, column } = compared;
  const isUnique = table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
  const verb = isUnique ? 'SELECT' : 'SELECT DISTINCT';
  return `${verb} ${quoteName(column.name)} FROM ${quoteName(table.name)}`;
}

/** `products.category` when the parameter is compared with a column of text, otherwise null. */
export function comparedTextColumn(
  sql: string,
  parameterName: string,
  schema: Schema,
): string | null {
  const compared = findCompared(sql, parameterName, schema);
  if (compared?.column.affinity !== 'text') return null;
  return `${compared.table.name}.${compared.column.name}`;
}

function findCompared(
  sql: string,
  parameterName: string,
  { tables }: Schema,
): { table: Table; column: Column } | null {
  const tokens = meaningfulTokens(sql);
  for (const [position, token] of tokens.entries()) {
    if (token.kind !== 'variable' || tokenText(sql, token) !== parameterName) continue;
    const name = comparedColumn(sql, tokens, position);
    if (name === null) continue;
    const holders = tables.flatMap((table) => {
      const column = table.columns.find((other) => isSameName(other.name, name));
      return column ? [{ table, column }] : [];
    });
    // Of several tables with such a column, the one that the query names.
    const named = holders.find(({ table }) =>
      tokens.some((other) => isName(other) && isSameName(nameOf(sql, other), table.name)),
    );
    const found = named ?? holders[0];
    if (found) return found;
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
