// Where a number lies in its range: all alike, or small ones more frequent.
// Products only, as Math.pow and its kin differ between browsers.
import type { RangeShape } from '../../../model/recipe/column-generator.ts';

/** A number of [0, 1) bent to the shape: itself, its square or its fourth power. */
export function shaped(unit: number, shape: RangeShape): number {
  if (shape === 'even') return unit;
  const square = unit * unit;
  return shape === 'low' ? square : square * square;
}

/** Words that go behind a range: ', low ones more frequent'. */
export function shapeWords(shape: RangeShape): string {
  if (shape === 'even') return '';
  return shape === 'low' ? ', low ones more frequent' : ', low ones much more frequent';
}
