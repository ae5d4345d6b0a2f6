// A plan as indented lines of text, alone or with marks for what differs from the baseline's.
// Every step takes one line, whatever its names hold; the lines stand in a block of code.
import type { LoopCount } from '../engine/model/plan/loop-counts.ts';
import type { StepNode } from '../engine/model/plan/plan-step.ts';
import { comparePlans } from '../engine/plan/compare/compare-plans.ts';
import { lineDifference } from '../engine/plan/compare/line-difference.ts';
import type { PlanDifference } from '../engine/plan/compare/plan-difference.ts';
import { formatCountOf } from '../lib/format/format-count.ts';
import { oneLine } from '../lib/format/one-line.ts';

type Counts = ReadonlyMap<number, LoopCount> | null;

/** Two blanks a level; behind a counted loop the rows that it visited. */
export function planText(nodes: readonly StepNode[], counts: Counts): string {
  return placed(nodes)
    .map(({ node, level }) => `${indent(level)}${stepText(node, counts)}`)
    .join('\n');
}

/**
 * The plan with the baseline's around it: `+` a step that the baseline lacks, `-` one that only the
 * baseline has, `~` one that has changed, with what it was. Plans that have no access in common are
 * set against each other line by line.
 */
export function planDifferenceText(
  baseline: readonly StepNode[],
  other: readonly StepNode[],
  counts: Counts,
): string {
  const difference = comparePlans(baseline, other);
  if (!difference.isAligned) {
    return lineDifference(baseline, other)
      .map(({ status, indent: level, text }) => `${marks[status]} ${indent(level)}${oneLine(text)}`)
      .join('\n');
  }
  const ones = new Map(placed(baseline).map((each) => [each.node.path, each]));
  const lines = otherLines(other, difference, ones, counts);
  // From the last to the first, so that those behind the same step keep their order.
  for (const { after, lines: removed } of removedBlocks(difference, ones).toReversed()) {
    lines.splice(placeBehind(lines, after, removed[0]?.level ?? 0), 0, ...removed);
  }
  return lines.map(({ level, mark, text }) => `${mark} ${indent(level)}${text}`).join('\n');
}

function otherLines(
  other: readonly StepNode[],
  difference: PlanDifference,
  ones: ReadonlyMap<string, PlacedStep>,
  counts: Counts,
): PlacedLine[] {
  const steps = new Map(difference.steps.map((step) => [step.path, step]));
  return placed(other).map(({ node, level }) => {
    const { status = 'same', baselinePath = null } = steps.get(node.path) ?? {};
    const was = status === 'changed' ? ones.get(baselinePath ?? '')?.node.detail : undefined;
    const text = stepText(node, counts);
    return { path: node.path, level, mark: marks[status], text: `${text}${wasText(was, node)}` };
  });
}

function wasText(was: string | undefined, { detail }: StepNode): string {
  if (was === undefined) return '';
  return oneLine(was) === oneLine(detail) ? '  (moved)' : `  (was: ${oneLine(was)})`;
}

interface RemovedBlock {
  /** As RemovedStep.after. */
  after: string | null;
  lines: PlacedLine[];
}

/** What stood in a removed step stays with it. */
function removedBlocks(
  { removed }: PlanDifference,
  ones: ReadonlyMap<string, PlacedStep>,
): RemovedBlock[] {
  const blocks: RemovedBlock[] = [];
  for (const { path, after } of removed) {
    const one = ones.get(path);
    if (!one) continue;
    const line = { path: '', level: one.level, mark: '-', text: stepText(one.node, null) };
    const block = blocks.at(-1);
    const isInside = block?.after === after && line.level > (block.lines[0]?.level ?? 0);
    if (block && isInside) block.lines.push(line);
    else blocks.push({ after, lines: [line] });
  }
  return blocks;
}

interface PlacedLine {
  path: string;
  level: number;
  mark: string;
  text: string;
}

/** Behind the step, and behind what stands in it unless the line belongs in there, too. */
function placeBehind(lines: readonly PlacedLine[], after: string | null, level: number): number {
  let place = after === null ? 0 : lines.findIndex(({ path }) => path === after) + 1;
  if (after === null || place === 0) return place;
  const isInside = (line: PlacedLine | undefined) =>
    line !== undefined && line.level > level && line.path.startsWith(`${after}.`);
  while (isInside(lines[place])) place++;
  return place;
}

const marks = { same: ' ', added: '+', changed: '~', removed: '-' } as const;

/** Whether two plans are the same work; null is no plan, and like none. */
export function isSamePlan(one: readonly StepNode[] | null, other: readonly StepNode[]): boolean {
  return one !== null && comparePlans(one, other).isSame;
}

interface PlacedStep {
  node: StepNode;
  level: number;
}

function placed(nodes: readonly StepNode[], level = 0): PlacedStep[] {
  return nodes.flatMap((node) => [{ node, level }, ...placed(node.children, level + 1)]);
}

function indent(level: number): string {
  return '  '.repeat(level);
}

function stepText({ detail, row }: StepNode, counts: Counts): string {
  const count = counts?.get(row);
  const visited =
    count?.status === 'counted' ? `  [visited ${formatCountOf(count.visited, 'row')}]` : '';
  return `${oneLine(detail)}${visited}`;
}
