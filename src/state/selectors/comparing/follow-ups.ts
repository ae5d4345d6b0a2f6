// What can be done about a query's verdicts once they are there: continue, confirm.
// Pure; doing it is a command.
import { confirmingRuns } from '../../../engine/model/comparison/confirmation.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Bytes, Milliseconds } from '../../../engine/model/units.ts';
import { roundsPerRequest } from '../../../engine/statistics/stop-rule.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { isBusy } from '../../activity.ts';
import type { Activity } from '../../runs-store.ts';
import { type Continuation, continuationOf, isFreshResult } from './continuation.ts';

export interface FollowUps {
  /** 'about 24 more rounds, 19 s'; null when there is nothing to continue. */
  more: string | null;
  /** There is a verdict that fresh workers could confirm. */
  canConfirm: boolean;
}

const confirmable: ReadonlySet<Verdict['kind']> = new Set<Verdict['kind']>([
  'faster',
  'slower',
  'equal',
  'clearly-faster',
  'clearly-slower',
]);

/** A verdict that says something about the two times. */
export function isConfirmable({ kind }: Verdict): boolean {
  return confirmable.has(kind);
}

export function followUps(
  playground: Playground,
  result: QueryResult | undefined,
  budgetMs: Milliseconds,
): FollowUps {
  const continuation = continuationOf(playground, result, budgetMs);
  const verdicts = Object.values(result?.rounds.at(-1)?.standing.verdicts ?? {});
  return {
    more: continuation && moreWords(continuation, budgetMs),
    canConfirm:
      result !== undefined &&
      result.status !== 'measuring' &&
      verdicts.some(isConfirmable) &&
      isFreshResult(playground, result),
  };
}

/**
 * '168 MB: needs a second copy in memory' where the database's size kept the work from being
 * counted; null where nothing did.
 */
export function countWorkWords(
  cells: readonly { countError: EngineError | null }[],
  sizeBytes: Bytes,
): string | null {
  if (cells.every(({ countError }) => countError?.code !== 'too-large')) return null;
  return `${formatBytes(sizeBytes)}: needs a second copy in memory`;
}

function moreWords({ moreRounds, expectedMs }: Continuation, budgetMs: Milliseconds): string {
  const time = formatSeconds(expectedMs);
  if (moreRounds === null) return `up to ${time} more`;
  const rounds = moreRounds > 1000 ? 'more than 1,000' : `about ${formatCount(moreRounds)}`;
  // One request may not be enough for all of them.
  if (expectedMs >= budgetMs) return `${time}, of ${rounds} more rounds`;
  if (moreRounds > roundsPerRequest) return `${roundsPerRequest} of ${rounds} more rounds`;
  return `about ${formatCountOf(moreRounds, 'more round')}, ${time}`;
}

/** Whole seconds: it is an estimate. */
function formatSeconds(milliseconds: Milliseconds): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 1 ? 'under 1 s' : `${seconds} s`;
}

/** 'in 3 fresh workers', and while they measure which of them does. `asked`: how many answered. */
export function confirmWords(activity: Activity, queryName: string, asked: number | null): string {
  if (activity.kind === 'confirming' && isConfirming(activity, queryName)) {
    return `fresh worker ${activity.run} of ${activity.runs}`;
  }
  if (asked !== null && asked < confirmingRuns) {
    return `was stopped after ${asked} of ${confirmingRuns} fresh workers`;
  }
  return `${asked === null ? '' : 'again '}in ${confirmingRuns} fresh workers`;
}

export function isConfirming(activity: Activity, queryName: string): boolean {
  return activity.kind === 'confirming' && activity.queryName === queryName;
}

/** Why it cannot be done now; null when it can. */
export function followUpRefusal(activity: Activity): string | null {
  return isBusy(activity) ? 'The engine is at work: wait, or press Stop.' : null;
}
