// Which row of a plan reads which source of the statement. The plan names sources by their labels
// alone, and the same label may occur in several scopes: so SQLite is asked again, with the case of
// some labels changed. That changes no meaning, and the plan prints labels as they are written.
import type { PlanRow } from '../../model/plan/plan.ts';
import type { QueryScope, ScopeSource } from '../../sql/scopes/query-scope.ts';
import { meaningfulTokens } from '../../sql/token.ts';
import { isLoop } from './loop-rows.ts';
import { type TextEdit, withEdits } from './taps/text-edits.ts';

/**
 * The source that each loop reads, by the row's position; rows whose source does not stand in the
 * text (inside a view, a foreign key's check) are missing. `planOf` asks SQLite for a plan; it is
 * asked once for every doubling of the number of sources.
 */
export function loopSources(
  sql: string,
  scopes: readonly QueryScope[],
  rows: readonly PlanRow[],
  planOf: (sql: string) => readonly PlanRow[],
): Map<number, ScopeSource> {
  const marks = scopes
    .filter(({ kind }) => kind !== 'insert')
    .flatMap(({ sources }) => sources)
    .flatMap((source) => {
      const edit = changedCase(sql, source);
      return edit ? [{ source, edit }] : [];
    });
  const codes = rows.map(() => 0);
  // Source n is changed in the copies whose bits make up n + 1.
  for (let bit = 1; bit <= marks.length; bit *= 2) {
    const edits = marks.filter((_, index) => ((index + 1) & bit) !== 0).map(({ edit }) => edit);
    const marked = planOf(withEdits(sql, edits));
    if (marked.length !== rows.length) return new Map();
    for (const [index, row] of rows.entries()) {
      if (isLoop(row) && marked[index]?.detail !== row.detail)
        codes[index] = (codes[index] ?? 0) | bit;
    }
  }
  const found = new Map<number, ScopeSource>();
  for (const [index, code] of codes.entries()) {
    const source = marks[code - 1]?.source;
    if (source) found.set(index, source);
  }
  return found;
}

/** The change of a source's label to another case; null where it has no letter. */
function changedCase(sql: string, { start, end, alias, kind }: ScopeSource): TextEdit | null {
  const tokens = meaningfulTokens(sql.slice(start, end));
  // The alias is the last token; a table without one ends with its name, a function begins with it.
  const token = alias === null && kind === 'function' ? tokens[0] : tokens.at(-1);
  if (!token || (alias === null && kind === 'subquery')) return null;
  for (let at = start + token.start; at < start + token.end; at++) {
    const letter = sql.charAt(at);
    if (!/[A-Za-z]/.test(letter)) continue;
    const isLower = letter === letter.toLowerCase();
    const text = isLower ? letter.toUpperCase() : letter.toLowerCase();
    return { start: at, end: at + 1, text };
  }
  return null;
}
