// Whose rows a label of a plan line means, among the sources that may go by it.
// Knows no grammar: where a label begins and ends is decided by the lines.

import { foldName } from '../../../lib/sql-name.ts';
import type { PlanSource } from '../../model/plan/plan-step.ts';
import { type NamedSource, type PlanNames, sourcesOf } from '../plan-names.ts';
import { hasLength } from './known-names.ts';

/** Says whether rows of this folded name were made above, and so can be read here. */
export type IsMade = (foldedName: string) => boolean;

/** Names that SQLite itself gives: to subqueries without a name, to joins in parentheses, to VALUES. */
const unnamed = /^(?:\((?:subquery|join)-\d+\)|\d+-ROW VALUES CLAUSE)$/;
/** With a number of as many digits as SQLite can count. */
const longestUnnamed = 40;

export function isKnownLabel(label: string, names: PlanNames): boolean {
  return startsWithLabel(label, label.length, names);
}

/** Whether what stands before `end` is a known label. Takes little time for ends that are none. */
export function startsWithLabel(text: string, end: number, names: PlanNames): boolean {
  if (end <= longestUnnamed && unnamed.test(text.slice(0, end))) return true;
  const canBe = (length: number) =>
    hasLength(names.labels, length) || hasLength(names.tables, length);
  // A name may be written with its schema.
  const bare = end - (/^(?:main|temp)\./i.exec(text)?.[0].length ?? 0);
  return (canBe(end) || canBe(bare)) && sourcesOf(text.slice(0, end), names).length > 0;
}

/** `table`: where the line names an index, the table that the index is of. */
export function readSource(
  label: string,
  names: PlanNames,
  isMade: IsMade,
  table: string | null = null,
): { source: PlanSource; columns: readonly string[] | null } {
  const candidates = sourcesOf(label, names);
  const chosen = chooseSource(label, candidates, isMade, table);
  if (chosen !== undefined) {
    return { source: { label, kind: chosen.kind, name: chosen.name }, columns: chosen.columns };
  }
  const isTransient = unnamed.test(label) || isMade(foldName(label));
  const kind = isTransient ? 'transient' : table === null ? 'unknown' : 'table';
  return { source: { label, kind, name: table }, columns: null };
}

/** Rows made by a subquery, view or common table: those of a table never are. */
export function madeSource(label: string, names: PlanNames): PlanSource {
  const made = sourcesOf(label, names).find(({ kind }) => kind === 'transient');
  return { label, kind: 'transient', name: made?.name ?? null };
}

// An alias may stand for different things in different subqueries.
function chooseSource(
  label: string,
  candidates: readonly NamedSource[],
  isMade: IsMade,
  table: string | null,
): NamedSource | undefined {
  const folded = foldName(label);
  if (table !== null) {
    return candidates.find(({ name }) => name !== null && foldName(name) === foldName(table));
  }
  const made = candidates.find(
    ({ kind, name }) => kind === 'transient' && (isMade(foldName(name ?? '')) || isMade(folded)),
  );
  if (made !== undefined) return made;
  if (isMade(folded)) return { kind: 'transient', name: null, columns: null };
  return candidates.find(({ kind }) => kind !== 'transient') ?? candidates[0];
}
