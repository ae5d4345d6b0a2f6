// The steps of a plan in the order they are drawn in, with what became of them against the baseline.
// Pure; what corresponds to what is the engine's (compare-plans.ts).
import type { StepNode } from '../../../../engine/model/plan/plan-step.ts';
import { comparePlans } from '../../../../engine/plan/compare/compare-plans.ts';
import { addedWords, changedWords, removedWords } from './change-words.ts';
import type { LineChange } from './step-line.ts';

export interface DrawnStep {
  /** Of the plan itself; of a removed one of the baseline's plan. */
  node: StepNode;
  isRemoved: boolean;
  /** Position among the baseline's steps, in drawn order, that it stands level with; null for none. */
  anchor: number | null;
  /** 1 for a root. */
  level: number;
  changes: LineChange[];
}

export interface DrawnPlan {
  steps: DrawnStep[];
  /** False when no access of it has a counterpart: then nothing is marked, and nothing struck. */
  isComparable: boolean;
}

/** A plan that is compared with none, or is the baseline itself. */
export function planAlone(nodes: readonly StepNode[]): DrawnPlan {
  const steps = preorder(nodes).map(
    (node, anchor): DrawnStep => ({
      node,
      isRemoved: false,
      anchor,
      level: levelOf(node),
      changes: [],
    }),
  );
  return { steps, isComparable: true };
}

/** `own` with marks, and in their places the steps that only the baseline has. */
export function planAgainst(baseline: readonly StepNode[], own: readonly StepNode[]): DrawnPlan {
  const difference = comparePlans(baseline, own);
  if (!difference.isAligned) return { ...planAlone(own), isComparable: false };
  const ones = preorder(baseline);
  const anchors = new Map(ones.map(({ path }, index) => [path, index]));
  const byPath = new Map(ones.map((node) => [node.path, node]));
  const steps: DrawnStep[] = [];
  /** Steps to be struck, until what stands inside the one before them is drawn. */
  const waiting: StepNode[] = [];

  function strike(level: number): void {
    for (let node = waiting[0]; node && levelOf(node) >= level; node = waiting[0]) {
      waiting.shift();
      steps.push({
        node,
        isRemoved: true,
        anchor: anchors.get(node.path) ?? null,
        // Never deeper than one level below the line above it.
        level: Math.min(levelOf(node), (steps.at(-1)?.level ?? 0) + 1),
        changes: [removedWords(node)],
      });
    }
  }

  function hold(after: string | null): void {
    const paths = difference.removed.filter((each) => each.after === after);
    waiting.push(...paths.flatMap(({ path }) => byPath.get(path) ?? []));
  }

  hold(null);
  for (const [index, node] of preorder(own).entries()) {
    strike(levelOf(node));
    const step = difference.steps[index];
    const { baselinePath = null, status, changes = [] } = step ?? {};
    steps.push({
      node,
      isRemoved: false,
      anchor: baselinePath === null ? null : (anchors.get(baselinePath) ?? null),
      level: levelOf(node),
      changes: status === 'added' ? [addedWords(node)] : changedWords(changes),
    });
    hold(node.path);
  }
  strike(1);
  return { steps, isComparable: true };
}

/** A step, then those inside it; without recursion, compounds nest hundreds deep. */
function preorder(nodes: readonly StepNode[]): StepNode[] {
  const found: StepNode[] = [];
  const open = nodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    open.push(...node.children.toReversed());
  }
  return found;
}

function levelOf({ path }: StepNode): number {
  return path.split('.').length;
}
