// Sets a plan against the baseline's: which steps are the same, changed, added or gone.
// How it is drawn, and in which words, is decided elsewhere.
import type { StepNode } from '../../model/plan/plan-step.ts';
import { everyStep } from '../every-step.ts';
import { maskNumbering } from '../plan-key.ts';
import { isLoop, matchSteps, type StepMatch } from './match-steps.ts';
import type { PlanDifference, RemovedStep, StepChange, StepDifference } from './plan-difference.ts';
import { stepChanges } from './step-changes.ts';

/**
 * The way from `baseline` to `other`. Steps are counterparts by the tables and aliases that they
 * are about, so that a SCAN that has become a SEARCH is one changed step. Every step of the baseline
 * is the counterpart of one step or removed. Takes about linear time.
 */
export function comparePlans(
  baseline: readonly StepNode[],
  other: readonly StepNode[],
): PlanDifference {
  const [ones, twos] = [everyStep(baseline), everyStep(other)];
  if (isSameTree(ones, twos)) {
    const steps = twos.map((two, index) => sameStep(two.path, ones[index]?.path ?? two.path));
    return { isSame: true, isAligned: true, steps, removed: [] };
  }
  const match = matchSteps(baseline, other, wordsOf);
  const moves = movedLoops(match);
  const steps = twos.map((two): StepDifference => {
    const one = match.ofOther.get(two);
    if (one === undefined) {
      return { path: two.path, status: 'added', baselinePath: null, changes: [] };
    }
    const changes = stepChanges(one, two, wordsOf(one) === wordsOf(two));
    const move = moves.get(two);
    if (move !== undefined) changes.push(move);
    const status = changes.length === 0 ? 'same' : 'changed';
    return { path: two.path, status, baselinePath: one.path, changes };
  });
  const loops = twos.filter(isLoop);
  return {
    isSame: false,
    isAligned: ones.every((one) => !isLoop(one)) || loops.some((two) => match.ofOther.has(two)),
    steps,
    removed: removedSteps(ones, match),
  };
}

function wordsOf({ detail }: StepNode): string {
  return maskNumbering(detail);
}

function sameStep(path: string, baselinePath: string): StepDifference {
  return { path, status: 'same', baselinePath, changes: [] };
}

function isSameTree(ones: readonly StepNode[], twos: readonly StepNode[]): boolean {
  return (
    ones.length === twos.length &&
    ones.every((one, index) => {
      const two = twos[index];
      return two?.path === one.path && wordsOf(two) === wordsOf(one);
    })
  );
}

function removedSteps(ones: readonly StepNode[], match: StepMatch): RemovedStep[] {
  const removed: RemovedStep[] = [];
  let after: string | null = null;
  for (const one of ones) {
    const two = match.ofBaseline.get(one);
    if (two === undefined) removed.push({ path: one.path, after });
    else after = two.path;
  }
  return removed;
}

// Of loops that changed places, as few as possible are called moved.
function movedLoops({ joins }: StepMatch): Map<StepNode, StepChange> {
  const moves = new Map<StepNode, StepChange>();
  for (const pairs of joins) {
    const others = pairs.map(([, two]) => two).sort((one, two) => one.row - two.row);
    const ranks = new Map(others.map((two, index) => [two, index]));
    const places = pairs.map(([, two]) => ranks.get(two) ?? 0);
    const kept = longestIncrease(places);
    pairs.forEach(([, two], index) => {
      if (kept.has(index)) return;
      moves.set(two, { kind: 'order', from: index + 1, to: (places[index] ?? 0) + 1 });
    });
  }
  return moves;
}

/** Indexes of a longest increasing subsequence; joins have 64 loops at most. */
function longestIncrease(values: readonly number[]): Set<number> {
  const best: { length: number; before: number }[] = [];
  let end = -1;
  values.forEach((value, index) => {
    let entry = { length: 1, before: -1 };
    for (let before = 0; before < index; before++) {
      const length = (best[before]?.length ?? 0) + 1;
      if ((values[before] ?? 0) < value && length > entry.length) entry = { length, before };
    }
    best.push(entry);
    if (entry.length > (best[end]?.length ?? 0)) end = index;
  });
  const kept = new Set<number>();
  for (let index = end; index >= 0; index = best[index]?.before ?? -1) kept.add(index);
  return kept;
}
