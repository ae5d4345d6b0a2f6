// From how many reads per write an index is worth its price. Plain data.

/** Reads gained against writes paid. */
export type BreakEven =
  /** One read saves what this many writes cost more; low and high from both intervals. */
  | { kind: 'worth'; writesPerRead: number; low: number; high: number }
  /** Writes cost no more than without it, as far as can be told: every saved read is gain. */
  | { kind: 'free' }
  /** Reads are not faster: it costs and gains nothing. */
  | { kind: 'never' }
  /**
   * One of the two differences has an interval on both sides of zero. Where reads are surely faster
   * the most that writes may cost is known: one read saves at least what so many writes cost more.
   */
  | { kind: 'unclear'; leastWritesPerRead?: number };
