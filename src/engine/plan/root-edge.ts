// Which loops at the root of a write's plan are no part of the join before them.
// SQLite does not mark them: they are told by what the statement itself can read.

import { foldName } from '../../lib/sql-name.ts';
import type { PlanRow } from '../model/plan/plan.ts';
import type { PlanEdge, PlanStep } from '../model/plan/plan-step.ts';
import { parseStep } from './grammar/parse-step.ts';
import type { OwnRead } from './names/written-table.ts';
import type { PlanNames } from './plan-names.ts';

/**
 * Asked for the root's rows in their order. 'foreign-key': the loop looks for rows that refer to a
 * row that goes (fkScanChildren in fkey.c, which names the table and never an alias). 'then': the
 * rows of a view that were collected are gone through, to fire its triggers. Null for all others.
 *
 * Certain where an UPDATE or DELETE has one source. Where a join reads a table that refers to the
 * written one, through several subqueries without names, a check may be taken for one of its loops.
 */
export function rootEdge(
  rows: readonly PlanRow[],
  names: PlanNames,
): (position: number, step: PlanStep) => PlanEdge | null {
  const { written } = names;
  if (written === null) return () => null;
  const roots = rows.filter(({ parent }) => parent === 0).map(({ detail }) => detail);
  // The arms of a compound hold the statement's own loops.
  const isCompound = roots.some((detail) => /^(?:COMPOUND QUERY$|MERGE \()/.test(detail));
  const own = isCompound ? new Map<string, number>() : ownLoops(roots, written.ownReads);
  const last = rows.findLastIndex(({ parent, detail }) => parent === 0 && isAccess(detail));
  const joinEnd = rows.findLastIndex(
    ({ parent, detail }) => parent === 0 && isOfJoin(detail, written.children, names),
  );
  let loops = 0;
  return (position, step) => {
    const label = labelOf(position, step, rows, names);
    // A subquery of WHERE, made a loop, is none of the sources.
    if (label === null || (step.kind === 'loop' && step.isExists)) return null;
    loops++;
    if (written.isView) {
      const isGoneThrough = position === last && !written.hasFrom && loops > 1;
      return isGoneThrough && label === foldName(written.name) ? 'then' : null;
    }
    const left = own.get(label) ?? 0;
    own.set(label, left - 1);
    if (position < joinEnd) return null;
    const isOwn = written.ownReads.length === 1 && !written.isInsert ? loops === 1 : left > 0;
    return !isOwn && written.children.has(label) && step.kind === 'loop' && !step.isLeftJoin
      ? 'foreign-key'
      : null;
  };
}

/** Folded; of the searches of an OR the label that all have; null for what is no loop. */
function labelOf(
  position: number,
  step: PlanStep,
  rows: readonly PlanRow[],
  names: PlanNames,
): string | null {
  if (step.kind === 'loop') return foldName(step.source.label);
  if (step.kind !== 'multi-index-or') return null;
  const arm = rows.find(({ parent }) => parent === rows[position]?.id);
  const search = rows.find(({ parent, detail }) => parent === arm?.id && isAccess(detail));
  const found = search === undefined ? null : parseStep(search.detail, names);
  return found?.kind === 'loop' ? foldName(found.source.label) : null;
}

// Checks are compiled behind everything that finds the rows to write.
function isOfJoin(detail: string, children: ReadonlySet<string>, names: PlanNames): boolean {
  if (!isAccess(detail)) return /^(?:USE TEMP B-TREE|RIGHT-JOIN) /.test(detail);
  const step = parseStep(detail, names);
  if (step.kind !== 'loop') return false;
  return step.isExists || step.isLeftJoin || !children.has(foldName(step.source.label));
}

function isAccess(detail: string): boolean {
  return detail.startsWith('SCAN ') || detail.startsWith('SEARCH ');
}

/** How many loops of each label are the statement's own, once it is known which rows are made first. */
function ownLoops(roots: readonly string[], reads: readonly OwnRead[]): Map<string, number> {
  const made = new Set(
    roots.flatMap((detail) => {
      const name = /^(?:CO-ROUTINE|MATERIALIZE) (.*)$/s.exec(detail)?.[1];
      return name === undefined ? [] : [foldName(name)];
    }),
  );
  const loops = new Map<string, number>();
  const open = [...reads];
  for (let read = open.pop(); read !== undefined; read = open.pop()) {
    const { label, name, inner } = read;
    // SQLite numbers what has no name.
    const isMade =
      label === null
        ? [...made].some((each) => each.startsWith('('))
        : made.has(label) || (name !== null && made.has(name));
    if (inner !== null && !isMade) open.push(...inner);
    else if (label !== null) loops.set(label, (loops.get(label) ?? 0) + 1);
  }
  return loops;
}
