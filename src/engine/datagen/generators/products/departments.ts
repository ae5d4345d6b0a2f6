// The department of a row: drawn from the table's stream, so that product and category agree.
// What is sold in it stands in product-name.ts.

import { weightsOf } from '../../../model/recipe/weight-list.ts';
import { createChooser } from '../../draws/skew.ts';
import type { Source } from '../../generator.ts';
import pools from '../../pools/products.json';

export const { departments } = pools;

const chooser = createChooser(weightsOf({ kind: 'falling', flatness: 3 }, departments.length));

/** The index of each row's department; the first about seven times as frequent as the last. */
export function departmentOf(source: Source): (row: number) => number {
  const stream = source.shared.split('department');
  return (row) => chooser.pick(stream.bits(row));
}
