// Where along an axis (rows, selectivity) the winner changes. Plain data.

/** Who is faster at a place: 'equal' within the margin; 'unknown' when it could not be told. */
export type Outcome = 'baseline' | 'setup' | 'equal' | 'unknown';
export type DecidedOutcome = Exclude<Outcome, 'unknown'>;

/** A change of the winner between two places that were measured. */
export interface Crossing {
  /** What holds up to `low`. */
  below: DecidedOutcome;
  /** What holds from `high` on. */
  above: DecidedOutcome;
  low: number;
  high: number;
  /** Between them, where the ratio is 1 on the line between its neighbours on two log axes. */
  estimate: number;
}

/** A place on the axis and what was found there. */
export interface CrossoverPoint {
  /** Above zero. */
  x: number;
  outcome: Outcome;
  /** Time of the setup / time of the baseline; null where one was not measured. */
  ratio: number | null;
  /** That the outcome rests on. */
  rounds: number;
}

export type Crossover =
  /** The same at every place that could be told, passing equality aside; 'unknown': none could. */
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
  /** No two places have different outcomes. */
  | {
      kind: 'none';
      winner: Outcome;
      /** The range that was searched. */
      low: number;
      high: number;
      /** First and last place that could be told; beyond them none could. Null: nowhere. */
      told: { low: number; high: number } | null;
    }
  /** What holds at `low` no longer holds at `high`; both could be told. */
  | { kind: 'flip'; below: DecidedOutcome; above: DecidedOutcome; low: number; high: number }
  /** Between the outcomes of the two ends lies a stretch with others. */
  | {
      kind: 'stretch';
      below: DecidedOutcome;
      above: DecidedOutcome;
      /** 'equal' throughout, or 'mixed' when the winner changes more than once. */
      middle: 'equal' | 'mixed';
      /** What holds below ends between these. */
      start: { low: number; high: number };
      /** What holds above begins between these. */
      end: { low: number; high: number };
    };
