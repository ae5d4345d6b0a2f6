// The department of a row: drawn from the table's stream, so that product and category agree.
// What is sold in it stands in product-name.ts.
import type { Source } from '../../generator.ts';
import pools from '../../pools/products.json';
import { createChooser, fallingWeights } from '../../skew.ts';

export const { departments } = pools;

const chooser = createChooser(fallingWeights(departments.length, 3));

/** The index of each row's department; the first about seven times as frequent as the last. */
export function departmentOf(source: Source): (row: number) => number {
  const stream = source.shared.split('department');
  return (row) => chooser.pick(stream.bits(row));
}
