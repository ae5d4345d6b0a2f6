// What the program's facts say of the tree that a loop runs along: read at all, to the end, with
// lookups. Facts are by tree, so what several steps of a plan do with one tree is theirs together.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { ProgramFacts, TreeLoop, TreeRead } from '../../../model/plan/program-facts.ts';
import { type LoopStep, type StepPlace, treeKey } from '../step-place.ts';
import type { WordsContext } from '../words-context.ts';

/** How the statement reads the loop's tree; null where it does not, or where nobody knows. */
export function readOf(step: LoopStep, facts: ProgramFacts | null): TreeRead | null {
  return facts?.reads.find((read) => isTreeOf(step, read)) ?? null;
}

/**
 * What the one loop does of those along its tree. Null where the program is not known, or does not
 * tell which of several loops it is.
 */
export function loopOf(
  step: LoopStep,
  { loops }: Pick<StepPlace, 'loops'>,
  facts: ProgramFacts | null,
): TreeLoop | null {
  const read = readOf(step, facts);
  if (!read) return null;
  const steps = loops.get(treeKey(step) ?? '') ?? [step];
  if (steps.length <= 1) return read;
  const [first] = read.loops ?? [];
  const areAlike = (read.loops ?? []).every(
    ({ isFullScan, mayStopEarly }) =>
      isFullScan === first?.isFullScan && mayStopEarly === first.mayStopEarly,
  );
  if (first && areAlike) return first;
  return read.loops?.length === steps.length ? (read.loops[steps.indexOf(step)] ?? null) : null;
}

/**
 * True when the program is known and reads nothing of the loop's tree: a condition is always false,
 * or LIMIT is 0. EXPLAIN QUERY PLAN prints such loops all the same.
 */
export function isNeverRun(step: LoopStep, { facts, trees }: WordsContext): boolean {
  const { source, access } = step;
  if (facts === null || source.kind !== 'table' || access.kind === 'virtual') return false;
  if (!trees.some((tree) => isTreeOf(step, tree))) return false;
  const programs = [facts, ...facts.subprograms];
  return programs.every(({ reads }) => !reads.some((read) => isTreeOf(step, read)));
}

/**
 * Whether rows that the loop finds in an index are looked up in the table. The line calls an index
 * covering or not by names of columns; the program may take a generated column from the index.
 */
export function isLookedUp(step: LoopStep, { facts, trees }: WordsContext): boolean {
  const { access, source } = step;
  if (access.kind !== 'index' || access.isCovering) return false;
  if (facts === null || !trees.some((tree) => isTreeOf(step, tree))) return true;
  // A statement that changes the table goes to its rows for that.
  const name = source.name ?? source.label;
  if (facts.writes.some(({ table }) => isSameName(table, name))) return true;
  const programs = [facts, ...facts.subprograms];
  return programs.some(({ reads }) =>
    reads.some(
      ({ table, index, isLookedUp: isSo }) => isSo && index === null && isSameName(table, name),
    ),
  );
}

function isTreeOf(
  { source, access }: LoopStep,
  tree: { table: string; index: string | null },
): boolean {
  if (!isSameName(tree.table, source.name ?? source.label)) return false;
  const index = access.kind === 'index' ? access.index : null;
  return index === null || tree.index === null
    ? tree.index === index
    : isSameName(tree.index, index);
}
