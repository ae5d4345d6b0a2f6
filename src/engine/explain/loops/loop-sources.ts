// Which loop of a plan reads which source of the statement. The plan names sources by their labels
// alone, and the same label may occur in several scopes: so SQLite is asked again, with the case of
// some labels changed. That changes no meaning, and the plan prints labels as they are written.

import { foldName } from '../../../lib/sql-name.ts';
import type { PlanRow } from '../../model/plan/plan.ts';
import type { PlanNames } from '../../plan/plan-names.ts';
import type { QueryScope, ScopeSource } from '../../sql/scopes/query-scope.ts';
import { meaningfulTokens } from '../../sql/token.ts';
import type { PlanLoop } from './plan-loops.ts';
import { type TextEdit, withEdits } from './taps/text-edits.ts';

export interface PlannedText {
  sql: string;
  scopes: readonly QueryScope[];
  rows: readonly PlanRow[];
  loops: readonly PlanLoop[];
  names: PlanNames;
}

/**
 * The source that each loop reads, by the row's position; loops whose source does not stand in the
 * text (inside a view, a foreign key's check) are missing. Null where it does, but several have the
 * label, and no letter to change. `planOf` asks SQLite for a plan; it is asked once for every doubling
 * of the number of sources.
 */
export function loopSources(
  { sql, scopes, rows, loops, names }: PlannedText,
  planOf: (sql: string) => readonly PlanRow[],
): Map<number, ScopeSource | null> {
  const sources = scopes.filter(({ kind }) => kind !== 'insert').flatMap((scope) => scope.sources);
  const marks: { source: ScopeSource; edit: TextEdit }[] = [];
  const unmarked = new Map<string, ScopeSource>();
  for (const source of sources) {
    const edit = changedCase(sql, source);
    const label = source.alias ?? source.name;
    if (edit) marks.push({ source, edit });
    else if (label !== null) unmarked.set(foldName(label), source);
  }
  const codes = rows.map(() => 0);
  // Source n is changed in the copies whose bits make up n + 1.
  for (let bit = 1; bit <= marks.length; bit *= 2) {
    const edits = marks.filter((_, index) => ((index + 1) & bit) !== 0).map(({ edit }) => edit);
    const marked = planOf(withEdits(sql, edits));
    if (marked.length !== rows.length) return new Map();
    for (const { row, detail } of loops) {
      if (marked[row]?.detail !== detail) codes[row] = (codes[row] ?? 0) | bit;
    }
  }
  const found = new Map<number, ScopeSource | null>();
  for (const { row, label } of loops) {
    const folded = foldName(label);
    const isAlone = names.uses.get(folded) === 1;
    const source = marks[(codes[row] ?? 0) - 1]?.source ?? unmarked.get(folded);
    if (source) found.set(row, unmarked.has(folded) && !isAlone ? null : source);
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
