// Which row of a common grid each line of several plans stands in, so that what corresponds is level.
// Pure; knows lines only by the position of the baseline's line that they correspond to.

export interface AlignedRows {
  /** For each column, the row of each of its lines, from 1; ascending within a column. */
  rows: number[][];
  /** For each column whether its lines stand level with the baseline's. */
  areLevel: boolean[];
  /** Rows that the level columns share. */
  count: number;
}

/**
 * `columns` hold, for each line in its drawn order, the position of the baseline's line that it
 * corresponds to, or null. A column whose lines have changed places stands for itself, from the top:
 * levelled, its beginning would be blank.
 */
export function alignRows(columns: readonly (readonly (number | null)[])[]): AlignedRows {
  const areLevel = columns.map(isAscending);
  const baselineLength = columns
    .flat()
    .reduce<number>((most, at) => Math.max(most, (at ?? -1) + 1), 0);
  const anchored = columns.map((column, at) => (areLevel[at] ? column : []));
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
  const rows = columns.map((column, at) =>
    areLevel[at]
      ? placesOf(column).map(({ gap, place }) =>
          place > 0 ? (starts[gap] ?? 1) + place - 1 : (starts[gap] ?? 1) + (gaps[gap] ?? 0),
        )
      : column.map((_, index) => index + 1),
  );
  return { rows, areLevel, count: next - 2 };
}

function isAscending(column: readonly (number | null)[]): boolean {
  const anchors = column.filter((anchor) => anchor !== null);
  return anchors.every((anchor, index) => anchor > (anchors[index - 1] ?? -1));
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
