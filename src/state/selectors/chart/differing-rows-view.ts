// The rows in which two answers differ as two tables to draw, with counts that hide no cut.
// Pure; the rows come from the engine, their values are drawn as in every table of rows.
import type { DifferingRows } from '../../../engine/model/comparison/differing-rows.ts';
import { cellKey, type QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import type { SqlValue } from '../../../engine/model/values.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import type { ShownDifference } from '../../runs-store.ts';

export interface DifferingRowsView {
  columns: string[];
  sides: DifferingSide[];
  /** What the counts leave out; empty when they are exact. */
  note: string;
}

export interface DifferingSide {
  letter: SetupLetter;
  /** 'Only in A' */
  title: string;
  /** '20 of 1,314 rows' */
  count: string;
  rows: SqlValue[][];
}

/** Null until the rows were asked for, and once the answers that they belong to were measured anew. */
export function differingRowsOf(
  differences: Record<string, ShownDifference>,
  result: QueryResult | undefined,
  setupId: string,
): DifferingRows | null {
  const shown = result && differences[cellKey(result.queryId, setupId)];
  return shown && shown.firstRuns === result.firstRuns ? shown.rows : null;
}

export function differingRowsView(
  rows: DifferingRows,
  letters: { setup: SetupLetter; baseline: SetupLetter },
): DifferingRowsView {
  const { columns, onlyInBaseline, onlyInSetup, baselineCount, setupCount, isComplete } = rows;
  const side = (letter: SetupLetter, shown: SqlValue[][], count: number) => ({
    letter,
    title: `Only in ${letter}`,
    count: countWords(shown.length, count, isComplete),
    rows: shown,
  });
  return {
    columns,
    sides: [
      side(letters.baseline, onlyInBaseline, baselineCount),
      side(letters.setup, onlyInSetup, setupCount),
    ],
    note: isComplete
      ? ''
      : 'The answers are too large to be compared whole: there may be more rows that differ.',
  };
}

function countWords(shown: number, count: number, isComplete: boolean): string {
  const all = `${isComplete ? '' : 'at least '}${formatCountOf(count, 'row')}`;
  return shown === count ? all : `${formatCount(shown)} of ${all}`;
}
