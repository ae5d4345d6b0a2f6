// Where along an axis (rows, selectivity) the winner changes. Plain data.

/** Who is faster at a place: 'equal' within the margin; 'unknown' when it could not be told. */
export type Outcome = 'baseline' | 'setup' | 'equal' | 'unknown';

/** A change of the winner between two places that were measured. */
export interface Crossing {
  /** What holds up to `low`. */
  below: Exclude<Outcome, 'unknown'>;
  /** What holds from `high` on. */
  above: Exclude<Outcome, 'unknown'>;
  low: number;
  high: number;
  /** Between them, where the ratio is 1 on the line between its neighbours on two log axes. */
  estimate: number;
}

export type Crossover =
  /** The same at every place that could be told; 'unknown' when none could. */
  | { kind: 'never'; winner: Outcome }
  | ({ kind: 'between' } & Crossing)
  | { kind: 'several'; crossings: Crossing[] };

export interface FlipProbe {
  x: number;
  outcome: Outcome;
}

/** Where to look for a flip: both above zero, the low one less than the high one. */
export interface FlipRange {
  low: number;
  high: number;
  /** True for row counts. */
  isInteger: boolean;
}

export type FlipStep = { kind: 'probe'; x: number } | { kind: 'done'; result: FlipResult };

export type FlipResult =
  /** Both ends are alike. */
  | { kind: 'none'; winner: Outcome; low: number; high: number }
  /** What holds at `low` no longer holds at `high`; the end of the search. */
  | { kind: 'flip'; below: Outcome; above: Outcome; low: number; high: number }
  /** Between the two winners lies a stretch where neither wins. */
  | {
      kind: 'stretch';
      below: Outcome;
      above: Outcome;
      /** 'equal' throughout, or 'unknown' as soon as one probe was not told or contradicts. */
      middle: 'equal' | 'unknown';
      /** The winner below ceases to win between these. */
      start: { low: number; high: number };
      /** The winner above begins to win between these. */
      end: { low: number; high: number };
    };
