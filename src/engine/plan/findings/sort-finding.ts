// The finding on a sort: how many rows have to be seen before the first one comes out.
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import type { StepPlace } from '../words/step-place.ts';
import { countPhrase, rowsRemark, sentences } from './finding-words.ts';
import { type LoopRows, loopRows } from './loop-rows.ts';
import type { FindingScene } from './scan-findings.ts';
import { severityOf } from './severity.ts';

/** Null for a sort of few rows, and for one that an index spares for the most part. */
export function sortFinding(
  node: StepNode,
  place: StepPlace,
  scene: FindingScene,
): PlanFinding | null {
  const { step } = node;
  if (step.kind !== 'sort' || step.lastTerms !== null) return null;
  const rows = sortedRows(place, scene);
  const severity = severityOf(rows?.rows ?? null, scene.weights);
  if (severity === null || isOfSmallTables(place, scene)) return null;
  const count = countPhrase(rows);
  const what = count === '' ? 'its rows' : `${count} rows`;
  const isDedupe = step.purpose === 'distinct' || (step.aggregate?.includes('DISTINCT') ?? false);
  return {
    kind: 'sort',
    severity,
    path: node.path,
    title: isDedupe
      ? `Looks for duplicates among ${what}`
      : `Sorts ${what} for ${purposes[step.purpose]}`,
    reason: sentences(
      isDedupe
        ? 'No index delivers equal values one after the other, so all that have come out are kept in a temporary b-tree and searched.'
        : 'No index that is used delivers the rows in this order. So all are collected in a temporary b-tree, N log N work for N rows, and the first comes out only when the last has been seen.',
      rows === null
        ? 'How many rows they are is not known without counting.'
        : rowsRemark(rows, scene.context),
    ),
    rows: rows?.rows ?? null,
  };
}

const purposes = {
  'order-by': 'ORDER BY',
  'group-by': 'GROUP BY',
  distinct: 'DISTINCT',
  aggregate: 'an aggregate',
} as const;

/** Rows that come out of the innermost loop; conditions may keep some of them from being sorted. */
function sortedRows({ level }: StepPlace, { context }: FindingScene): LoopRows | null {
  const nest = innermost(level);
  const last = nest.at(-1);
  if (!last) return null;
  const rows = loopRows(last, { level, above: nest.slice(0, -1), scans: new Map() }, context);
  return rows && { ...rows, basis: 'bound' };
}

function isOfSmallTables({ level }: StepPlace, { context, weights }: FindingScene): boolean {
  const nest = innermost(level);
  const [only] = nest;
  if (nest.length !== 1 || only?.step.kind !== 'loop' || only.step.source.name === null)
    return false;
  const rows = only.step.source.kind === 'table' ? context.rowsOf(only.step.source.name) : null;
  return rows !== null && rows < weights.low;
}

/** The loops of a level from the outermost to the innermost. */
function innermost(level: readonly StepNode[]): StepNode[] {
  const nest: StepNode[] = [];
  let nodes = level;
  for (;;) {
    const loop = nodes.findLast(({ step }) => step.kind === 'loop');
    if (!loop) return nest;
    nest.push(loop);
    nodes = loop.children;
  }
}
