// Who takes part in measuring a query: the setups that answer as the baseline does, in time.
// Takes no samples; a setup in which a part of the measuring fails later leaves the line-up.
import { cacheabilityOf, mayKeep } from '../cache/is-cacheable.ts';
import { createResultCache, type ResultCache } from '../cache/result-cache.ts';
import type { FirstRun } from '../model/comparison/comparison.ts';
import type { Verdict } from '../model/comparison/verdict.ts';
import type { EngineError } from '../model/errors.ts';
import type { Setup } from '../model/playground.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Bindings } from '../model/values.ts';
import { type FirstRunTools, queryError } from './answers/first-runs.ts';
import type { Contender, Sampling } from './contender.ts';
import { canRepeat } from './setups/can-repeat.ts';

export interface Lineup {
  readonly sampling: Sampling;
  /** By setup id, in the order of the setups. */
  readonly contenders: ReadonlyMap<string, Contender>;
  /** Verdicts of the setups that are not measured. */
  readonly unmeasured: Readonly<Record<string, Verdict>>;
  /** A setup in which the work fails is measured no further. */
  attempt(contender: Contender, work: () => void): void;
}

/** Writes below this are timed as one stretch where they can be repeated. */
const repeatBelowMs: Milliseconds = 5;

/** Lines up the setups by their first runs, given in the same order. */
export function createLineup(
  tools: FirstRunTools,
  common: Omit<Sampling, 'isUndone'>,
  setups: readonly Setup[],
  firstRuns: readonly FirstRun[],
): Lineup {
  const { database } = tools;
  const { statement, bindings } = common;
  const { query } = statement;
  const isUndone =
    statement.isWrite && !(areShort(firstRuns) && canRepeat(database, query.sql, bindings));
  const contenders = new Map<string, Contender>();
  const unmeasured: Record<string, Verdict> = {};
  for (const [at, setup] of setups.entries()) {
    const firstRun = firstRuns[at];
    if (!firstRun) continue;
    if (firstRun.status === 'failed') {
      unmeasured[setup.id] = verdictOnFailure(firstRun.error, tools.limitMs);
    } else if (firstRun.firstRunMs > tools.limitMs) {
      unmeasured[setup.id] = { kind: 'over-limit', limitMs: tools.limitMs };
    } else if (firstRun.difference) {
      unmeasured[setup.id] = { kind: 'different-answer', difference: firstRun.difference };
    } else {
      const { firstRunMs, rowCount } = firstRun;
      contenders.set(setup.id, {
        setup,
        firstRunMs,
        rowCount,
        estimateMs: firstRunMs,
        cache: cacheFor(setup, bindings),
      });
    }
  }

  /** Only what may be answered from a cache goes through one; the rest runs as without it. */
  function cacheFor({ cache }: Setup, draws: readonly Bindings[]): ResultCache | null {
    if (cache.kind === 'none') return null;
    const cacheability = cacheabilityOf(database, query.sql);
    const canKeep = draws.every((binding) => mayKeep(cacheability, binding));
    return canKeep ? createResultCache(cache.capacity) : null;
  }

  return {
    sampling: { ...common, isUndone },
    contenders,
    unmeasured,
    attempt({ setup }, work) {
      try {
        work();
      } catch (thrown) {
        const error = queryError(database, query, thrown);
        contenders.delete(setup.id);
        unmeasured[setup.id] = { kind: 'failed', error };
      }
    },
  };
}

/** Only short writes are tried: long ones are timed well enough one by one. */
function areShort(firstRuns: readonly FirstRun[]): boolean {
  return firstRuns.every((run) => run.status === 'ran' && run.firstRunMs < repeatBelowMs);
}

function verdictOnFailure(error: EngineError, limitMs: Milliseconds): Verdict {
  return error.code === 'time-limit' ? { kind: 'over-limit', limitMs } : { kind: 'failed', error };
}
