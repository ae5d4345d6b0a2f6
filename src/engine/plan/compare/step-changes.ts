// What has changed between a step and its counterpart in another plan.
// Where the pair stands in the trees is no part of it.
import type { AccessPath, PlanStep, PlanTerm, StepNode } from '../../model/plan/plan-step.ts';
import type { StepChange } from './plan-difference.ts';

type Loop = Extract<PlanStep, { kind: 'loop' }>;

/** Empty when the lines mean the same; `isSameLine`: but for numbers that SQLite counts up. */
export function stepChanges(from: StepNode, to: StepNode, isSameLine: boolean): StepChange[] {
  if (isSameLine) return [];
  const changes = typedChanges(from.step, to.step);
  return changes.length > 0 ? changes : [{ kind: 'line', from: from.detail, to: to.detail }];
}

function typedChanges(from: PlanStep, to: PlanStep): StepChange[] {
  if (from.kind === 'loop' && to.kind === 'loop') return loopChanges(from, to);
  if (from.kind === 'multi-index-or' || to.kind === 'multi-index-or') {
    return [{ kind: 'multi-index-or', to: to.kind === 'multi-index-or' }];
  }
  if (from.kind === 'subquery' && to.kind === 'subquery') {
    return from.isCorrelated === to.isCorrelated
      ? []
      : [{ kind: 'correlated', to: to.isCorrelated }];
  }
  if (from.kind === 'sort' && to.kind === 'sort' && from.lastTerms !== to.lastTerms) {
    return [{ kind: 'sorted-terms', from: from.lastTerms, to: to.lastTerms }];
  }
  if (from.kind === 'bloom-filter' && to.kind === 'bloom-filter') {
    return termChanges(from.terms, to.terms);
  }
  const isMade = (kind: PlanStep['kind']) => kind === 'co-routine' || kind === 'materialize';
  if (from.kind !== to.kind && isMade(from.kind) && isMade(to.kind)) {
    return [{ kind: 'materialized', to: to.kind === 'materialize' }];
  }
  return [];
}

function loopChanges(from: Loop, to: Loop): StepChange[] {
  const changes: StepChange[] = [];
  if (from.verb !== to.verb) changes.push({ kind: 'verb', from: from.verb, to: to.verb });
  const [one, two] = [from.access, to.access];
  const [index, otherIndex] = [indexOf(one), indexOf(two)];
  if (index !== otherIndex) changes.push({ kind: 'index', from: index, to: otherIndex });
  if (isCovering(one) !== isCovering(two)) changes.push({ kind: 'covering', to: isCovering(two) });
  if (isAutomatic(one) !== isAutomatic(two)) {
    changes.push({ kind: 'automatic-index', to: isAutomatic(two) });
  }
  if (one.kind !== two.kind && ![one, two].some((access) => byIndex.has(access.kind))) {
    changes.push({ kind: 'access', from: one.kind, to: two.kind });
  }
  changes.push(...termChanges(termsOf(one), termsOf(two)));
  return changes;
}

const byIndex: ReadonlySet<AccessPath['kind']> = new Set(['index', 'automatic-index']);

function indexOf(access: AccessPath): string | null {
  return access.kind === 'index' ? access.index : null;
}

function isCovering(access: AccessPath): boolean {
  return access.kind === 'index' && access.isCovering;
}

function isAutomatic(access: AccessPath): boolean {
  return access.kind === 'automatic-index';
}

function termsOf(access: AccessPath): readonly PlanTerm[] {
  return 'terms' in access ? access.terms : [];
}

function termChanges(one: readonly PlanTerm[], two: readonly PlanTerm[]): StepChange[] {
  const [from, to] = [one, two].map((terms) => terms.map(({ text }) => text));
  if (from === undefined || to === undefined || from.join('\n') === to.join('\n')) return [];
  return [{ kind: 'terms', from, to }];
}
