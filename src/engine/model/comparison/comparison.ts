// A comparison: every query measured in every setup, in paired rounds. Plain data.
import type { EngineError } from '../errors.ts';
import type { QueryPlan } from '../plan/plan.ts';
import type { Query, Setup } from '../playground.ts';
import type { Bytes, Fraction, Milliseconds } from '../units.ts';
import type { AnswerDifference, RatioInterval, Verdict } from './verdict.ts';

/** A statement that takes longer is ended and said to be over the limit. */
export const statementLimitMs: Milliseconds = 20_000;

export interface ComparisonRequest {
  queries: Query[];
  /** The first is the baseline. */
  setups: Setup[];
  /** Seeds the order of the samples and the parameters' draws. */
  seed: number;
  /** Time to spend on each query, at most. */
  budgetMs: Milliseconds;
  /** Cells that were ended for taking too long before: they are not run again. */
  overLimit: { queryId: string; setupId: string }[];
}

/** What must be known to read a time: where and on what it was taken. */
export interface Environment {
  tickMs: Milliseconds;
  isIsolated: boolean;
  userAgent: string;
  cores: number;
  sqliteVersion: string;
  pageSizeBytes: Bytes;
  cacheSizeBytes: Bytes;
  /** ANALYZE ran on the database: setups with statistics use what it wrote. */
  hasStatistics: boolean;
  /** Of the comparison: the draws of the parameters and the order of the samples. */
  seed: number;
  /** Of all CREATE statements, indexes included, in the order of their creation. */
  schemaHash: string;
  /** By table. */
  rowCounts: Record<string, number>;
}

export interface OpenedComparison {
  comparisonId: number;
  environment: Environment;
}

/** The first execution of a query in a setup: plan, answer, time apart from the samples. */
export type FirstRun =
  | {
      status: 'ran';
      setupId: string;
      /** Execute and fetch, as in the samples. */
      firstRunMs: Milliseconds;
      /** Rows of the answer; of an INSERT, UPDATE or DELETE the rows that it changed. */
      rowCount: number;
      /** Order-insensitive hash of all rows, real numbers to 12 significant digits. */
      resultHash: string;
      plan: QueryPlan;
      /** Null when the answer equals the baseline's. */
      difference: AnswerDifference | null;
    }
  | { status: 'failed'; setupId: string; error: EngineError };

/** One sample: a batch of calls inside one transaction of the setup. */
export interface Sample {
  /** Mean over the batch. */
  perCallMs: Milliseconds;
  /** Calls in the batch. */
  calls: number;
  /** With a cache: hits among the calls (cold start: the cache was emptied before the sample). */
  hits: number | null;
  /** With a cache: the same draws again, the cache kept. */
  warmPerCallMs: Milliseconds | null;
  warmHits: number | null;
}

/** Why a round does not count: the page was hidden, or other work shared the machine. */
export type DiscardReason = 'hidden' | 'overlapped';

/** What a round adds to the standing. */
export type MeasuredRound = Pick<RoundReport, 'samples' | 'control'>;

/** Rounds of a query that was measured before, to go on from. */
export interface EarlierRounds {
  rounds: MeasuredRound[];
  /** Time spent on them, warm-up and discarded rounds included. */
  spentMs: Milliseconds;
}

/** What a round measured; the control is the baseline measured once more (A'). */
export interface RoundReport {
  queryId: string;
  /** 1-based. */
  round: number;
  /** Setup ids in the order measured; 'control' for A'. */
  order: string[];
  /** By setup id. Setups that failed or answered differently are not measured. */
  samples: Record<string, Sample>;
  /** Null only when the baseline itself cannot be measured; then there are no samples either. */
  control: Sample | null;
  standing: Standing;
}

/** Where a query's comparison stands after the rounds so far. */
export interface Standing {
  rounds: number;
  /** True: three rounds of slow statements instead of an interval. */
  isShort: boolean;
  verdicts: Record<string, Verdict>;
  summaries: Record<string, SampleSummary>;
  control: RatioInterval | null;
  /** Ratios within 1 +- margin count as equal. */
  margin: number;
  /** Rounds measured and not counted. */
  discarded: number;
  /** Time spent on the query so far, warm-up and discarded rounds included. */
  spentMs: Milliseconds;
  /** What a round takes, the median so far; 0 before the first. */
  roundMs: Milliseconds;
  next: 'measure' | 'done';
  /** Why it is done. */
  reason: 'precise' | 'budget' | 'rounds' | 'short' | 'nothing-to-compare' | null;
  minRounds: number;
  maxRounds: number;
}

export interface SampleSummary {
  medianMs: Milliseconds;
  minMs: Milliseconds;
  /** Median absolute deviation from the median. */
  madMs: Milliseconds;
  samples: number;
  /** Calls per sample (median). */
  calls: number;
  cache: CacheSummary | null;
}

export interface CacheSummary {
  hitRatio: Fraction;
  warmHitRatio: Fraction;
  warmMedianMs: Milliseconds;
  copy: 'reference';
  /** Calls of one sample: draws run through the cache, 1,000 unless that would take too long. */
  draws: number;
  /** Distinct parameter values among the draws; 1 means every call after the first is a hit. */
  distinctKeys: number;
}
