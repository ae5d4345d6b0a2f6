// The calls of a query taken apart in every setup, in interleaved rounds after those that count.
// Decides how many rounds and in which order; nothing here enters a verdict.
import { createSeededRandom, shuffled } from '../../../lib/numbers/seeded-random.ts';
import type { CallParts, PartsReport } from '../../model/comparison/call-parts.ts';
import type { Milliseconds } from '../../model/units.ts';
import { median } from '../../statistics/distributions/quantiles.ts';
import { queryError } from '../answers/first-runs.ts';
import type { Contender } from '../contender.ts';
import type { Lineup } from '../lineup.ts';
import { planRounds, type RoundPlan, sampleLength, windowOf } from '../rounds/round-plan.ts';
import { type CallPartTimes, timeCallParts } from './call-part-times.ts';

export interface PartsComparison {
  /** One round more, unless there have been enough. */
  measureRound(): PartsReport;
}

const mostRounds = 7;
/** Of the query's budget, what all rounds may take, the first one excepted. */
const roundsShare = 0.1;
/** Where one round would take more of the budget than this, calls are not taken apart. */
const roundShare = 0.2;

/** `lineup` is warmed up: its estimates say how many calls a batch needs. */
export function createPartsComparison(
  { sampling, contenders }: Lineup,
  budgetMs: Milliseconds,
  seed: string,
): PartsComparison {
  const { clock, tickMs, database, bindings, statement } = sampling;
  const { query } = statement;
  const taken = new Map<string, { contender: Contender; rounds: CallPartTimes[] }>();
  for (const [id, contender] of contenders) taken.set(id, { contender, rounds: [] });
  let rounds = 0;
  let spentMs = 0;
  let isDone = expectedRoundMs([...contenders.values()], tickMs) > budgetMs * roundShare;
  const plan = planPartsRounds();

  /** As for samples, but no call is answered by a cache. */
  function planPartsRounds(): RoundPlan {
    const setups = [...contenders.values()].map(({ setup: { id }, estimateMs, rowCount }) => ({
      id,
      estimateMs,
      rowCount,
      cacheCapacity: null,
    }));
    return planRounds({ tickMs, budgetMs, bindings, setups, earlierDraws: null });
  }

  function measure(): void {
    rounds++;
    const random = createSeededRandom(`${seed} parts ${rounds}`);
    for (const [id, { contender, rounds: times }] of shuffled([...taken], random)) {
      const batch = {
        window: windowOf(bindings, plan, rounds),
        repeats: plan.repeats[id] ?? 1,
      };
      try {
        times.push(timeCallParts(sampling, contender, batch, random));
      } catch (thrown) {
        // Other values than the samples' may fail; a setup without parts says enough.
        queryError(database, query, thrown);
        taken.delete(id);
      }
    }
  }

  return {
    measureRound() {
      if (!isDone && taken.size > 0) {
        const start = clock();
        measure();
        const elapsedMs = clock() - start;
        spentMs += elapsedMs;
        isDone = rounds >= mostRounds || spentMs + elapsedMs > budgetMs * roundsShare;
      }
      const measured = [...taken].filter(([, { rounds: times }]) => times.length > 0);
      return {
        queryId: query.id,
        parts: Object.fromEntries(measured.map(([id, { rounds: times }]) => [id, partsOf(times)])),
        next: isDone || taken.size === 0 ? 'done' : 'measure',
      };
    },
  };
}

/** Two batches of calls, one of compiling. */
function expectedRoundMs(contenders: readonly Contender[], tickMs: Milliseconds): Milliseconds {
  const sampleMs = sampleLength(tickMs);
  return contenders.reduce(
    (sum, { estimateMs }) => sum + 2 * Math.max(sampleMs, estimateMs) + sampleMs,
    0,
  );
}

function partsOf(rounds: readonly CallPartTimes[]): CallParts {
  const medianOf = (part: keyof CallPartTimes) => median(rounds.map((times) => times[part]));
  return {
    prepareMs: medianOf('prepareMs'),
    executeMs: medianOf('executeMs'),
    fetchMs: medianOf('fetchMs'),
    rounds: rounds.length,
  };
}
