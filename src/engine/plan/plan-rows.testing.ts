// Rows of plans drawn as indented text, for tests that ask no database.
import type { PlanRow } from '../model/plan/plan.ts';

/** Two blanks a level; ids count from 1. */
export function rowsFrom(text: string): PlanRow[] {
  const parents: number[] = [0];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const level = (line.length - line.trimStart().length) / 2;
      parents[level + 1] = index + 1;
      return { id: index + 1, parent: parents[level] ?? 0, cost: 0, detail: line.trim() };
    });
}
