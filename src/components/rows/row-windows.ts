// Rows of a large result by windows: what is on screen is fetched, what was seen last is kept.
// Keeps away from who fetches and from drawing.
import type { SqlValue } from '../../engine/model/values.ts';

export type Row = readonly SqlValue[];

export interface RowWindows {
  /** The row, or undefined while its window is not there. */
  row(index: number): Row | undefined;
  /** Says which rows are on screen; missing windows are fetched, the middle of the range first. */
  show(from: number, to: number): void;
  /** Ends it: answers that come later are dropped. */
  dispose(): void;
}

export interface RowWindowsOptions {
  rowCount: number;
  /** Rows that are known already, from the first on. */
  firstRows: readonly Row[];
  /** Rows of a window. */
  windowRows?: number;
  /** Windows kept; the one shown longest ago goes first. */
  maxWindows?: number;
  read: (from: number, count: number) => Promise<readonly Row[]>;
  /** Rows have arrived. */
  onRows: () => void;
  onError: (thrown: unknown) => void;
}

/**
 * Windows of `read`. One request is under way at a time, so that a fast scroll asks for where it
 * ended and not for everything that it passed.
 */
export function createRowWindows(options: RowWindowsOptions): RowWindows {
  const { rowCount, firstRows, windowRows = 200, maxWindows = 40, read, onRows, onError } = options;
  // Insertion order is the order of use: the first is the oldest.
  const windows = new Map<number, readonly Row[]>();
  let wanted: number[] = [];
  let isReading = false;
  let isDisposed = false;

  function use(window: number): readonly Row[] | undefined {
    const rows = windows.get(window);
    if (rows) {
      windows.delete(window);
      windows.set(window, rows);
    }
    return rows;
  }

  async function readWanted(): Promise<void> {
    if (isReading) return;
    isReading = true;
    for (let next = wanted.shift(); next !== undefined && !isDisposed; next = wanted.shift()) {
      const from = next * windowRows;
      try {
        windows.set(next, await read(from, Math.min(windowRows, rowCount - from)));
      } catch (thrown) {
        wanted = [];
        if (!isDisposed) onError(thrown);
        break;
      }
      for (const oldest of windows.keys()) {
        if (windows.size <= maxWindows) break;
        windows.delete(oldest);
      }
      if (!isDisposed) onRows();
    }
    isReading = false;
  }

  return {
    row(index) {
      if (index < firstRows.length) return firstRows[index];
      return windows.get(Math.floor(index / windowRows))?.[index % windowRows];
    },
    show(from, to) {
      const first = Math.floor(Math.max(from, 0) / windowRows);
      const last = Math.floor(Math.min(to, rowCount - 1) / windowRows);
      const middle = (first + last) / 2;
      wanted = [];
      for (let window = first; window <= last; window++) {
        const isKnown = Math.min((window + 1) * windowRows, rowCount) <= firstRows.length;
        if (!isKnown && !use(window)) wanted.push(window);
      }
      wanted.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
      void readWanted();
    },
    dispose() {
      isDisposed = true;
      wanted = [];
    },
  };
}
