// Numbers: integers and decimals of a range, prices, sequences.
import type { Generator, Source } from '../generator.ts';

/** How values lie in their range: all alike, or small ones more frequent (u^2, u^4). */
export type Shape = 'even' | 'low' | 'very-low';

/** A range of numbers, both ends included. */
export interface NumberRange {
  min: number;
  max: number;
  shape: Shape;
}

function shaped(unit: number, shape: Shape): number {
  if (shape === 'even') return unit;
  const square = unit * unit;
  return shape === 'low' ? square : square * square;
}

/** Integers of a range. */
export function createInteger(source: Source, name: string, range: NumberRange): Generator {
  const { stream } = source;
  const { min, max, shape } = range;
  const count = max - min + 1;
  return {
    name,
    description: `whole numbers from ${min} to ${max}${shapeWords(shape)}`,
    at: (row) => min + Math.floor(shaped(stream.unit(row), shape) * count),
    distinct: () => ({ size: count, at: (number) => min + number, isOrdered: false, goesOn: true }),
  };
}

/** Numbers of a range with a fixed number of decimals (1 to 6). */
export function createDecimal(
  source: Source,
  name: string,
  range: NumberRange,
  decimals: number,
): Generator {
  const { stream } = source;
  const scale = scales[decimals] ?? 100;
  // Whole steps are divided once, at the end: 1234 / 100 is the double nearest to 12.34.
  const first = Math.ceil(range.min * scale);
  const count = Math.floor(range.max * scale) - first + 1;
  const at = (step: number) => (first + step) / scale;
  return {
    name,
    description: `numbers from ${range.min} to ${range.max}${shapeWords(range.shape)}`,
    at: (row) => at(Math.floor(shaped(stream.unit(row), range.shape) * count)),
    distinct: () => ({ size: Math.max(0, count), at, isOrdered: false, goesOn: true }),
  };
}

const scales = [1, 10, 100, 1000, 10000, 100000, 1000000];

// Half of all shop prices end in 99 cents, some in 95, 49, 50 or 00, the rest anywhere.
const usualCents = [99, 99, 99, 99, 95, 95, 49, 50, 0, -1];

/** Prices with two decimals, small ones more frequent, most of them ending in 99, 95, 49 or 00. */
export function createPrice(source: Source, name: string, range: NumberRange): Generator {
  const { stream } = source;
  const cents = stream.split('cents');
  const firstCent = Math.ceil(range.min * 100);
  const lastCent = Math.floor(range.max * 100);
  const count = lastCent - firstCent + 1;
  return {
    name,
    description: `prices from ${(firstCent / 100).toFixed(2)} to ${(lastCent / 100).toFixed(2)}${shapeWords(range.shape)}`,
    at(row) {
      const price = firstCent + Math.floor(shaped(stream.unit(row), range.shape) * count);
      const ending = usualCents[cents.below(row, usualCents.length)] ?? -1;
      const usual = price - (price % 100) + ending;
      return (ending < 0 || usual < firstCent || usual > lastCent ? price : usual) / 100;
    },
    distinct: () => ({
      size: Math.max(0, count),
      at: (number) => (firstCent + number) / 100,
      isOrdered: false,
      goesOn: true,
    }),
  };
}

/** Whole numbers in order, each once: primary keys. */
export function createSequence(first: number): Generator {
  const at = (row: number) => first + row;
  return {
    name: 'sequence',
    description: `${first}, ${first + 1}, ${first + 2}, ...`,
    at,
    distinct: () => ({ size: Number.MAX_SAFE_INTEGER - first, at, isOrdered: true }),
  };
}

function shapeWords(shape: Shape): string {
  if (shape === 'even') return '';
  return shape === 'low' ? ', low ones more frequent' : ', low ones much more frequent';
}

/** A bound of numbers; `isOpen` excludes the bound itself. */
interface Bound {
  value: number;
  isOpen: boolean;
}

/**
 * The range within the bounds that a CHECK sets, in steps of `step`. A range that lies wholly
 * outside keeps its width and moves to the bound. Null when the bounds leave nothing.
 */
export function narrowed(
  range: NumberRange,
  bounds: { min: Bound | null; max: Bound | null },
  step: number,
): NumberRange | null {
  const { min, max } = bounds;
  const width = range.max - range.min;
  let low = min ? lowest(min, step) : Number.NEGATIVE_INFINITY;
  let high = max ? highest(max, step) : Number.POSITIVE_INFINITY;
  if (low > high) return null;
  if (low > range.max) high = Math.min(high, low + width);
  else if (high < range.min) low = Math.max(low, high - width);
  else {
    low = Math.max(low, range.min);
    high = Math.min(high, range.max);
  }
  return { min: low, max: high, shape: range.shape };
}

function lowest(bound: Bound, step: number): number {
  if (step === 1) return bound.isOpen ? Math.floor(bound.value) + 1 : Math.ceil(bound.value);
  return bound.isOpen ? bound.value + step : bound.value;
}

function highest(bound: Bound, step: number): number {
  if (step === 1) return bound.isOpen ? Math.ceil(bound.value) - 1 : Math.floor(bound.value);
  return bound.isOpen ? bound.value - step : bound.value;
}
