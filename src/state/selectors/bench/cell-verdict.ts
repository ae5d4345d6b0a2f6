// Which verdict a cell of the bench may show: one of the pairs, indexes and baseline that it names.
// Pure; the verdicts come from the measurement, their words from verdict-words.ts.
import { type FirstRun, statementLimitMs } from '../../../engine/model/comparison/comparison.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';

/** Why a verdict that was measured is not shown. */
export type WithheldReason = 'other-baseline' | 'incomplete-baseline';

/** Why a setup that runs has nothing to be compared with. */
export type BaselineFault = 'failed' | 'over-limit';

/** Set where the baseline did not run and the setup did; `result` is not stale. */
export function baselineFaultOf(
  result: QueryResult | undefined,
  baselineId: string | undefined,
  { id }: Setup,
): BaselineFault | null {
  if (!result || id === baselineId || result.setups[0]?.id !== baselineId) return null;
  const statusOf = (setupId: string | undefined) =>
    result.firstRuns.find((first) => first.setupId === setupId);
  const baseline = statusOf(baselineId);
  if (baseline?.status !== 'failed' || statusOf(id)?.status !== 'ran') return null;
  return baseline.error.code === 'time-limit' ? 'over-limit' : 'failed';
}

/** What is known of an index; `isOn` is by setup id. */
interface KnownIndex {
  name: string;
  error: EngineError | null;
  isOn: Record<string, boolean>;
}

/** The error of the first index that is on in the setup and cannot be created. */
export function missingIndex(indexes: readonly KnownIndex[], setup: Setup): EngineError | null {
  for (const { name, error, isOn } of indexes) {
    if (!error || !isOn[setup.id]) continue;
    const message = `${name} could not be created: ${error.message}`;
    const hint = error.hint ?? `Change ${name}, or switch it off.`;
    return { ...error, code: 'index-invalid', message, hint };
  }
  return null;
}

/** A comparison speaks of the pairs that it measured: its verdicts end with its baseline. */
export function withheldFor(
  { setups: [baseline] }: Playground,
  indexes: readonly KnownIndex[],
  result: QueryResult | undefined,
  { kind }: Verdict,
): WithheldReason | null {
  if (kind === 'failed' || kind === 'over-limit' || !baseline || !result) return null;
  if (result.setups[0]?.id !== baseline.id) return 'other-baseline';
  return missingIndex(indexes, baseline) ? 'incomplete-baseline' : null;
}

/** The first setup is the baseline, whatever it was when it was measured. */
export function shownVerdict(
  verdict: Verdict | null,
  result: QueryResult | undefined,
  { id }: Setup,
  position: number,
): Verdict | null {
  if (position > 0 || !verdict || result?.setups[0]?.id === id) return verdict;
  const standsAlone = verdict.kind === 'failed' || verdict.kind === 'over-limit';
  return standsAlone ? verdict : { kind: 'baseline' };
}

/** Different answers, and statements over the limit, are known before any round. */
export function earlyVerdict(first: FirstRun | undefined): Verdict | null {
  if (first?.status === 'failed' && first.error.code === 'time-limit') {
    return { kind: 'over-limit', limitMs: statementLimitMs };
  }
  if (first?.status !== 'ran' || !first.difference) return null;
  return { kind: 'different-answer', difference: first.difference };
}
