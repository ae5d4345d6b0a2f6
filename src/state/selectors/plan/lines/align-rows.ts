// Which row of a common grid each line of several plans stands in, so that what corresponds is level.
// Pure; knows lines only by the position of the baseline's line that they correspond to.

export interface AlignedRows {
  /** For each column, the row of each of its lines, from 1; ascending within a column. */
  rows: number[][];
  /** Rows of the whole grid. */
  count: number;
}

/**
 * `columns` hold, for each line in its drawn order, the position of the baseline's line that it
 * stands level with, or null. Where lines have changed places, as many as possible stay level (the
 * longest increasing subsequence); the others get rows of their own.
 */
export function alignRows(columns: readonly (readonly (number | null)[])[]): AlignedRows {
  const baselineLength = columns
    .flat()
    .reduce<number>((most, at) => Math.max(most, (at ?? -1) + 1), 0);
  const anchored = columns.map(longestIncreasing);
  // Gap g stands before the baseline's line g; the last one behind all lines.
  const gaps = Array.from({ length: baselineLength + 1 }, () => 0);
  for (const column of anchored) {
    for (const { gap, place } of placesOf(column)) {
      if (place > 0) gaps[gap] = Math.max(gaps[gap] ?? 0, place);
    }
  }
  const starts: number[] = [];
  let next = 1;
  for (const size of gaps) {
    starts.push(next);
    next += size + 1;
  }
  const rows = anchored.map((column) =>
    placesOf(column).map(({ gap, place }) =>
      place > 0 ? (starts[gap] ?? 1) + place - 1 : (starts[gap] ?? 1) + (gaps[gap] ?? 0),
    ),
  );
  return { rows, count: next - 2 };
}

/** For each line its gap, and its place there from 1; place 0 is the baseline's line behind the gap. */
function placesOf(column: readonly (number | null)[]): { gap: number; place: number }[] {
  let gap = 0;
  let place = 0;
  return column.map((anchor) => {
    if (anchor === null) {
      place += 1;
      return { gap, place };
    }
    gap = anchor + 1;
    place = 0;
    return { gap: anchor, place: 0 };
  });
}

/** The same list with null in place of all that is not in a longest increasing subsequence. */
function longestIncreasing(column: readonly (number | null)[]): (number | null)[] {
  const best = column.map(() => ({ length: 0, before: -1 }));
  let end = -1;
  for (const [index, value] of column.entries()) {
    if (value === null) continue;
    let before = -1;
    for (let earlier = 0; earlier < index; earlier++) {
      const other = column[earlier] ?? null;
      if (other === null || other >= value) continue;
      if ((best[earlier]?.length ?? 0) > (best[before]?.length ?? 0)) before = earlier;
    }
    best[index] = { length: (best[before]?.length ?? 0) + 1, before };
    if ((best[index]?.length ?? 0) > (best[end]?.length ?? 0)) end = index;
  }
  const kept = new Set<number>();
  for (let at = end; at >= 0; at = best[at]?.before ?? -1) kept.add(at);
  return column.map((value, index) => (kept.has(index) ? value : null));
}
