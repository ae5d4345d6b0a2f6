// Drawn steps with their words: the lines of one setup's column.
// Pure; decides nothing, the words are those of the engine and of edge-words.ts.
import type { LoopCount } from '../../../../engine/model/plan/loop-counts.ts';
import { costWords } from '../../../../engine/plan/words/cost-words.ts';
import type { StepWords } from '../../../../engine/plan/words/step-words-form.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { DrawnStep } from './drawn-steps.ts';
import { edgeWords } from './edge-words.ts';
import type { StepLine } from './step-line.ts';

export interface LineWords {
  /** By StepNode.path. */
  words: ReadonlyMap<string, StepWords>;
  /** By position of the plan's row; null when nothing was counted. */
  counts: ReadonlyMap<number, LoopCount> | null;
  /** Counted before a change of data, query or setup. */
  areCountsStale: boolean;
}

/** `rows`: the row of the common grid for each step. */
export function stepLines(
  steps: readonly DrawnStep[],
  rows: readonly number[],
  { words, counts, areCountsStale }: LineWords,
): StepLine[] {
  const places = placesOf(steps.map(({ level }) => level));
  return steps.map(({ node, isRemoved, level, changes }, index) => {
    const place = places[index] ?? { position: 1, siblings: 1 };
    const own = isRemoved ? undefined : words.get(node.path);
    const count = isRemoved ? undefined : counts?.get(node.row);
    return {
      id: `${isRemoved ? 'gone ' : ''}${node.path}`,
      path: node.path,
      isRemoved,
      row: rows[index] ?? index + 1,
      level,
      ...place,
      hasChildren: (steps[index + 1]?.level ?? 0) > level,
      text: node.detail,
      edge: edgeWords(node, place.position),
      sentence: own?.sentence ?? '',
      badges: own?.badges ?? [],
      changes,
      actual: count?.status === 'counted' ? actualWords(count.visited, areCountsStale) : null,
      uncounted: count?.status === 'unavailable' ? count.reason : null,
      cost: costWords(node.cost),
    };
  });
}

const freshCount =
  'Rows that this loop came to in one execution, after its index or key had narrowed them down. Counted by a function in a copy of the query whose plan is the same.';
const staleCount = `${freshCount} Counted before the last change: count again for the figure now.`;

function actualWords(visited: number, isStale: boolean): StepLine['actual'] {
  return {
    text: `visited ${formatCountOf(visited, 'row')}${isStale ? ' before the change' : ''}`,
    explanation: isStale ? staleCount : freshCount,
    isStale,
  };
}

/** Place among the lines of one branch and their number, from the levels alone. */
function placesOf(levels: readonly number[]): { position: number; siblings: number }[] {
  // The open branches, from the root: which lines are in each.
  const branches: number[][] = [];
  const all: number[][] = [];
  for (const [index, level] of levels.entries()) {
    branches.length = Math.min(branches.length, level);
    while (branches.length < level) {
      const branch: number[] = [];
      branches.push(branch);
      all.push(branch);
    }
    branches[level - 1]?.push(index);
  }
  const places = levels.map(() => ({ position: 1, siblings: 1 }));
  for (const branch of all) {
    for (const [at, index] of branch.entries()) {
      places[index] = { position: at + 1, siblings: branch.length };
    }
  }
  return places;
}
