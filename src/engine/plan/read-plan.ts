// The rows of a plan as the tree that is drawn: typed steps, loops inside loops, subqueries in place.
// SQLite writes the loops of a join as siblings, outer first; here each stands in the one around it.

import { foldName } from '../../lib/sql-name.ts';
import type { PlanRow } from '../model/plan/plan.ts';
import type { PlanEdge, PlanStep, StepNode } from '../model/plan/plan-step.ts';
import { parseStep } from './grammar/parse-step.ts';
import { numberPaths } from './number-paths.ts';
import type { PlanNames } from './plan-names.ts';
import { rootEdge } from './root-edge.ts';

/**
 * Every row once, as a typed step. A row whose parent did not come before it stands at the root.
 * - Loops of one FROM stand in one another ('for-each'); what narrows a loop down is its 'part'.
 * - A subquery hangs under the loop in whose body it is computed: 'for-each' when it is correlated,
 *   'then' when it is computed once.
 * - Sorts follow the loops that feed them ('then'), as SQLite writes them.
 * - A loop that a write needs for foreign keys alone: 'foreign-key'.
 */
export function readPlan(rows: readonly PlanRow[], names: PlanNames): StepNode[] {
  const root = new Level(null, null);
  const levels = [root];
  const byId = new Map<number, Level>([[0, root]]);
  const makers = new Makers();
  const toEdge = rootEdge(rows, names);
  rows.forEach((row, position) => {
    const level = byId.get(row.parent) ?? root;
    const isMade = (name: string) => makers.of(name).some((maker) => level.canRead(maker));
    const read = parseStep(row.detail, names, isMade);
    const edge = level === root ? toEdge(position, read) : null;
    const step = edge === 'foreign-key' ? ofTable(read, names) : read;
    const { detail, cost } = row;
    const node: StepNode = {
      path: '',
      row: position,
      detail,
      cost,
      step,
      edge: 'then',
      children: [],
    };
    level.place(node, edge);
    if (step.kind === 'co-routine' || step.kind === 'materialize') {
      const { name, label } = step.source;
      makers.add(label, node);
      if (name !== null) makers.add(name, node);
    }
    const inner = new Level(node, level);
    levels.push(inner);
    if (row.id !== 0) byId.set(row.id, inner);
  });
  for (const level of levels) level.close();
  return numberPaths(root.children);
}

// A check names its table, though the statement may call something else so.
function ofTable(step: PlanStep, names: PlanNames): PlanStep {
  const table = step.kind === 'loop' ? names.tables.get(foldName(step.source.label)) : undefined;
  if (step.kind !== 'loop' || table === undefined) return step;
  return { ...step, source: { ...step.source, kind: table.kind, name: table.name } };
}

/** The steps that make rows, by the folded names under which these are read. */
class Makers {
  private readonly byName = new Map<string, StepNode[]>();

  add(name: string, node: StepNode): void {
    const folded = foldName(name);
    const others = this.byName.get(folded);
    if (others === undefined) this.byName.set(folded, [node]);
    else others.push(node);
  }

  of(folded: string): readonly StepNode[] {
    return this.byName.get(folded) ?? [];
  }
}

/** What stands directly under one row, while it is being read. */
class Level {
  readonly node: StepNode | null;
  readonly children: StepNode[];
  private readonly outer: Level | null;
  /** The innermost loop so far: what follows is done for each of its rows. */
  private loop: StepNode | null = null;
  /** Bloom filters whose loop has not come yet. */
  private filters: StepNode[] = [];

  constructor(node: StepNode | null, outer: Level | null) {
    this.node = node;
    this.children = node?.children ?? [];
    this.outer = outer;
  }

  /** Rows are not read while they are made, but for those of a recursive step. */
  canRead(maker: StepNode): boolean {
    let isRecursive = false;
    for (let level: Level | null = this; level !== null; level = level.outer) {
      if (level.node === maker) return isRecursive;
      const step = level.node?.step;
      if (step?.kind === 'recursion' && step.part === 'step') isRecursive = true;
    }
    return true;
  }

  /** `edge`: where the row is known to stand outside the loops before it. */
  place(node: StepNode, edge: PlanEdge | null): void {
    const { step } = node;
    if (edge === 'foreign-key') {
      this.add(node, this.children, edge);
    } else if (isLoop(node)) {
      if (edge === 'then') this.loop = null;
      this.takeFilters(node);
      this.add(
        node,
        this.loop?.children ?? this.children,
        this.loop === null ? 'then' : 'for-each',
      );
      this.loop = node;
    } else if (step.kind === 'bloom-filter' && step.source !== null) {
      this.filters.push(node);
    } else if (step.kind === 'subquery' || step.kind === 'reuse') {
      const isCorrelated = step.kind === 'subquery' && step.isCorrelated;
      this.add(node, this.loop?.children ?? this.children, isCorrelated ? 'for-each' : 'then');
    } else if (step.kind === 'in-lookup') {
      this.add(node, this.loop?.children ?? this.children, 'part');
    } else {
      this.add(node, this.children, partKinds.has(step.kind) ? 'part' : 'then');
    }
  }

  /** Filters whose loop never came stand at the end. */
  close(): void {
    for (const filter of this.filters) this.add(filter, this.children, 'part');
    this.filters = [];
  }

  // Filters of several loops may stand before the first of them.
  private takeFilters(loop: StepNode): void {
    if (this.filters.length === 0 || loop.step.kind !== 'loop') return;
    const { label } = loop.step.source;
    const isOwn = ({ step }: StepNode) =>
      step.kind === 'bloom-filter' && step.source?.label === label;
    for (const filter of this.filters) if (isOwn(filter)) this.add(filter, loop.children, 'part');
    this.filters = this.filters.filter((filter) => !isOwn(filter));
  }

  private add(node: StepNode, siblings: StepNode[], edge: PlanEdge): void {
    node.edge = edge;
    siblings.push(node);
  }
}

const partKinds: ReadonlySet<PlanStep['kind']> = new Set([
  'or-arm',
  'compound-arm',
  'merge-arm',
  'recursion',
  'bloom-filter',
]);

// VALUES in a FROM is read like a table; the one row of a SELECT without FROM loops over nothing.
function isLoop({ step, detail }: StepNode): boolean {
  if (step.kind === 'constant-rows') return detail.endsWith('-ROW VALUES CLAUSE');
  return step.kind === 'loop' || step.kind === 'multi-index-or';
}
