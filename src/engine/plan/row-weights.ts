// From how many rows on something in a plan is worth a word: one scale for badges and findings.
// Numbers of rows, not times: what a row costs depends on the machine and on the row.

export interface RowWeights {
  /** Fewer rows than this are no fault, whatever is done with them. */
  low: number;
  medium: number;
  high: number;
}

/**
 * A scan in sql.js visits 10 to 17 million short rows a second (measured under Node): a thousand
 * rows take a tenth of a millisecond, no more than a statement costs anyway; ten thousand take one
 * millisecond, which is felt when a statement is executed in a loop; a hundred thousand take ten,
 * which is felt by whoever waits for a page.
 */
export const defaultManyRows = 100_000;

/** `high`: how many rows are many. A tenth is medium, a hundredth low; fewer are no fault. */
export function rowWeights(high: number): RowWeights {
  return { low: high / 100, medium: high / 10, high };
}

export const defaultRowWeights: RowWeights = rowWeights(defaultManyRows);

/**
 * A lookup of its own for each row weighs as much as so many rows of a scan: 100,000 lookups took
 * 82 ms where a scan took 6 to 9 (measured under Node on a million short rows).
 */
export const lookupWeight = 10;
