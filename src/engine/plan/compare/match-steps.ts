// Finds for the steps of one plan their counterparts in another: by what they read, not by their words.
// What is different about a pair is said elsewhere.

import { foldName } from '../../../lib/sql-name.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { collectSteps, everyStep } from '../every-step.ts';
import { maskNumbering } from '../plan-key.ts';
import { sourceOf } from './step-source.ts';

/** Pairs in both directions: every step has at most one counterpart. */
export interface StepMatch {
  ofBaseline: Map<StepNode, StepNode>;
  ofOther: Map<StepNode, StepNode>;
  /** Pairs of loops by the joins that they stand in, in the baseline's order. */
  joins: [StepNode, StepNode][][];
}

export function matchSteps(
  baseline: readonly StepNode[],
  other: readonly StepNode[],
  wordsOf: (node: StepNode) => string,
): StepMatch {
  const match: StepMatch = { ofBaseline: new Map(), ofOther: new Map(), joins: [] };
  const pair = (one: StepNode, two: StepNode) => {
    match.ofBaseline.set(one, two);
    match.ofOther.set(two, one);
  };
  const isFree = (node: StepNode) => !match.ofBaseline.has(node) && !match.ofOther.has(node);
  const keysOf = identityKeys(wordsOf);
  // Compounds nest hundreds deep: SELECTs to be matched wait in a list.
  const waiting: [readonly StepNode[], readonly StepNode[]][] = [[baseline, other]];
  for (let scopes = waiting.pop(); scopes !== undefined; scopes = waiting.pop()) {
    const [ones, twos] = [stepsOfSelect(scopes[0]), stepsOfSelect(scopes[1])];
    for (const keyOf of keysOf) pairByKey(ones.filter(isFree), twos.filter(isFree), keyOf, pair);
    match.joins.push(
      ones.flatMap((one): [StepNode, StepNode][] => {
        const two = match.ofBaseline.get(one);
        return two !== undefined && isLoop(one) && isLoop(two) ? [[one, two]] : [];
      }),
    );
    for (const one of ones) {
      const two = match.ofBaseline.get(one);
      if (two !== undefined) waiting.push([innerSelect(one), innerSelect(two)]);
    }
  }
  // A subquery may be read in place in one plan and be made first in the other.
  const loops = (nodes: readonly StepNode[]) => everyStep(nodes).filter(isLoop).filter(isFree);
  for (const keyOf of keysOf) pairByKey(loops(baseline), loops(other), keyOf, pair);
  return match;
}

/** A loop, or the searches of an OR that stand for one. */
export function isLoop({ step }: StepNode): boolean {
  return step.kind === 'loop' || step.kind === 'multi-index-or';
}

// The steps of one SELECT stand among its loops; what is inside its other steps is another SELECT's.
function stepsOfSelect(nodes: readonly StepNode[]): StepNode[] {
  return collectSteps(nodes, (node) => (isLoop(node) ? node.children.filter(isNoArm) : []));
}

function innerSelect(node: StepNode): readonly StepNode[] {
  return isLoop(node) ? node.children.filter((child) => !isNoArm(child)) : node.children;
}

function isNoArm({ step }: StepNode): boolean {
  return step.kind !== 'or-arm';
}

type KeyOf = (node: StepNode) => string | null;

/** From what only the same step of a statement shares to what steps of the same kind do. */
function identityKeys(wordsOf: (node: StepNode) => string): KeyOf[] {
  // SQLite counts subqueries and arms as it compiles: only what is inside tells them apart.
  const exactly: KeyOf = (node) => {
    const inner = isNumbered(node) ? everyStep(node.children).map(wordsOf).join('\n') : '';
    return `${wordsOf(node)}\n${inner}`;
  };
  return [numberOf, exactly, identityOf('label'), identityOf('name'), kindOf];
}

// SQLite numbers the SELECTs of a statement as it reads them, whatever the indexes are; the number of
// one that reads the same tables can be trusted where both plans are of one statement.
function numberOf(node: StepNode): string | null {
  const { step } = node;
  if (step.kind === 'subquery') return `${step.form} ${step.number} ${tablesIn(node)}`;
  const label = sourceOf(node)?.label ?? '';
  if (maskNumbering(label) === label) return null;
  const isMade = step.kind === 'co-routine' || step.kind === 'materialize';
  if (isMade) return `made ${label} ${tablesIn(node)}`;
  return isLoop(node) ? `loop ${label}` : null;
}

function isNumbered({ step }: StepNode): boolean {
  return step.kind === 'subquery' || step.kind === 'or-arm' || step.kind === 'compound-arm';
}

// Pairs of equal keys, in the order of the plans.
function pairByKey(
  ones: readonly StepNode[],
  twos: readonly StepNode[],
  keyOf: KeyOf,
  pair: (one: StepNode, two: StepNode) => void,
): void {
  const free = new Map<string, StepNode[]>();
  for (const two of twos.toReversed()) {
    const key = keyOf(two);
    if (key === null) continue;
    const equal = free.get(key);
    if (equal === undefined) free.set(key, [two]);
    else equal.push(two);
  }
  for (const one of ones) {
    const two = free.get(keyOf(one) ?? '')?.pop();
    if (two !== undefined) pair(one, two);
  }
}

function identityOf(by: 'label' | 'name'): KeyOf {
  return (node) => {
    const { step } = node;
    const source = sourceOf(node);
    const name =
      source === null ? '' : by === 'label' ? source.label : (source.name ?? source.label);
    const nameKey = foldName(maskNumbering(name));
    switch (step.kind) {
      case 'loop':
      case 'multi-index-or':
        return `loop ${nameKey}`;
      case 'co-routine':
      case 'materialize':
        return `made ${nameKey}`;
      case 'bloom-filter':
      case 'right-join':
        return `${step.kind} ${nameKey}`;
      case 'sort':
        return `sort ${step.purpose} ${step.aggregate ?? ''}`;
      case 'subquery':
        return `${step.form} ${tablesIn(node)}`;
      case 'in-lookup':
        return `in-lookup ${step.table ?? ''}`;
      case 'or-arm':
        return `or-arm ${tablesIn(node)}`;
      case 'compound-arm':
        return `arm ${tablesIn(node)}`;
      case 'merge-arm':
        return step.side;
      case 'recursion':
        return step.part;
      default:
        return null;
    }
  };
}

// Without a name in common, steps are counterparts where there is little else that they could be.
function kindOf({ step }: StepNode): string | null {
  switch (step.kind) {
    case 'loop':
    case 'multi-index-or':
    case 'co-routine':
    case 'materialize':
    case 'bloom-filter':
    case 'in-lookup':
    case 'right-join':
    case 'unknown':
      return null;
    case 'compound':
    case 'merge':
      return 'compound';
    case 'compound-arm':
    case 'merge-arm':
      return 'arm';
    case 'subquery':
      return `subquery ${step.form}`;
    case 'sort':
      return `sort ${step.purpose}`;
    default:
      return step.kind;
  }
}

function tablesIn(node: StepNode): string {
  const names = everyStep(node.children).flatMap((inner) => {
    const source = sourceOf(inner);
    return source === null ? [] : maskNumbering(source.name ?? source.label);
  });
  return [...new Set(names)].sort().join('\n');
}
