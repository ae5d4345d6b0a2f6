// A statement's rows for as long as it is on screen: windows of them, drawn again when they arrive.
// Keeps away from the grid; row-windows decides what is fetched.
import { useCallback, useEffect, useReducer, useState } from 'react';
import type { SqlValue } from '../../engine/model/values.ts';
import { readingProblem } from '../../state/selectors/queries/run-words.ts';
import { createRowWindows, type Row, type RowWindows } from './row-windows.ts';

export interface RowSource {
  resultId: number | null;
  rowCount: number;
  firstRows: readonly Row[];
  readRows: (resultId: number, from: number, count: number) => Promise<SqlValue[][]>;
}

export function useRowWindows({ resultId, rowCount, firstRows, readRows }: RowSource) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [windows, setWindows] = useState<RowWindows | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const made = createRowWindows({
      rowCount,
      firstRows,
      read: (from, count) =>
        resultId === null ? Promise.resolve([]) : readRows(resultId, from, count),
      onRows: () => {
        setProblem(null);
        redraw();
      },
      onError: (thrown) => setProblem(readingProblem(thrown)),
    });
    setWindows(made);
    setProblem(null);
    return () => made.dispose();
  }, [resultId, rowCount, firstRows, readRows]);
  return {
    problem,
    rowAt: (index: number): Row | undefined => windows?.row(index) ?? firstRows[index],
    onShow: useCallback((from: number, to: number) => windows?.show(from, to), [windows]),
  };
}
