// The units that numbers carry across the product.
// Names say the unit as well: elapsedMs, sizeBytes.

/** Milliseconds of a monotonic clock; fractions are meaningful down to the clock's tick. */
export type Milliseconds = number;

/** Bytes. */
export type Bytes = number;

/** A share between 0 and 1. */
export type Fraction = number;
