// A comparison open in an engine, as whatever measures drives it: first runs, rounds, parts.
// Opens it again after the engine had to be ended. Shows nothing: what it finds out it hands on.
import type { EngineWorker } from '../../../client/engine-client.ts';
import type { PartsReport } from '../../../engine/model/comparison/call-parts.ts';
import {
  type ComparisonRequest,
  type DiscardReason,
  type EarlierRounds,
  type FirstRun,
  type OpenedComparison,
  type RoundReport,
  statementLimitMs,
} from '../../../engine/model/comparison/comparison.ts';
import { type EngineError, toEngineError } from '../../../engine/model/errors.ts';
import type { Query } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { Disturbances } from '../work/disturbances.ts';
import type { Work } from '../work/work.ts';

export interface ComparisonSource {
  engine: Pick<EngineWorker, 'call'>;
  request: Omit<ComparisonRequest, 'overLimit'>;
  /** Cells that are known to be over the limit. */
  overLimit?: ComparisonRequest['overLimit'];
  work: Work;
  disturbances: Disturbances;
  /** Before it is opened, each time: waits for quiet, and makes what a fresh engine lacks. */
  prepare: () => Promise<void>;
  /** Ends what the engine does, when told to stop in the middle of it. */
  end: () => void;
  /** A round under way usually ends within this time; then the engine need not be ended. */
  graceMs: Milliseconds;
  /** Called when measuring waits because the page is hidden. */
  onHidden: () => void;
}

export interface RunningComparison {
  /** Opens it, if that has not been done yet. */
  open(): Promise<OpenedComparison>;
  /** The first execution in a setup; one over the limit is an outcome, the engine starts again. */
  firstRun(query: Query, setupId: string): Promise<FirstRun>;
  /** Goes on from rounds measured before, with so much more time. */
  resume(query: Query, earlier: EarlierRounds, moreMs: Milliseconds): Promise<void>;
  /**
   * Rounds until the standing says that it is done. A disturbed round is handed on with the
   * reason and does not count: the next report's standing leaves it out.
   */
  measure(
    query: Query,
    onRound: (report: RoundReport, discarded: DiscardReason | null) => void,
  ): Promise<void>;
  /** Takes the calls apart, round after round. */
  takeApart(query: Query, onParts: (report: PartsReport) => void): Promise<void>;
  /** The engine may have been ended: the next call opens the comparison anew. */
  forget(): void;
}

/** A round under way usually ends within this time: then a stop need not end the engine. */
export const roundGraceMs: Milliseconds = 120;

/** A query that loses so many rounds ends with what there is, when its standing is done. */
const mostDiscarded = 6;
/** Beside the statement itself, a first run draws parameters, plans and hashes the rows. */
const firstRunSlackMs: Milliseconds = 5000;

export function createRunningComparison(source: ComparisonSource): RunningComparison {
  const { engine, request, work, disturbances } = source;
  const overLimit = [...(source.overLimit ?? [])];
  let opened: OpenedComparison | null = null;

  /** The engine's call, ended by a stop. */
  function blocking<Result>(run: () => Promise<Result>): Promise<Result> {
    return work.blocking(run, source.end, source.graceMs);
  }

  async function open(): Promise<OpenedComparison> {
    if (opened) return opened;
    await source.prepare();
    opened = await blocking(() => engine.call('openComparison', { ...request, overLimit }));
    return opened;
  }

  async function addressOf({ id }: Query): Promise<{ comparisonId: number; queryId: string }> {
    const { comparisonId } = await open();
    return { comparisonId, queryId: id };
  }

  // A round has each setup once and the baseline twice; in a comparison that was opened anew the
  // first runs and the warming up come before it.
  const roundLimitMs = statementLimitMs * (2 * request.setups.length + 1) + request.budgetMs;

  return {
    open,
    async firstRun(query, setupId) {
      const address = { ...(await addressOf(query)), setupId };
      try {
        return await blocking(() =>
          engine.call('firstRun', address, { timeoutMs: statementLimitMs + firstRunSlackMs }),
        );
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code !== 'time-limit') throw thrown;
        opened = null;
        overLimit.push({ queryId: query.id, setupId });
        return { status: 'failed', setupId, error: timeLimit(query) };
      }
    },
    async resume(query, earlier, moreMs) {
      const address = await addressOf(query);
      await blocking(() => engine.call('resumeQuery', { ...address, earlier, moreMs }));
    },
    async measure(query, onRound) {
      const address = await addressOf(query);
      let discardLast = false;
      while (true) {
        work.throwIfStopped();
        await disturbances.whenVisible(work, source.onHidden);
        const asked: typeof address & { discardLast: boolean } = { ...address, discardLast };
        const { result: report, disturbance } = await disturbances.watch(engine, () =>
          blocking(() => engine.call('measureRound', asked, { timeoutMs: roundLimitMs })),
        );
        discardLast = disturbance !== null;
        onRound(report, disturbance);
        const isLost = report.standing.discarded >= mostDiscarded;
        if (report.standing.next === 'done' && (!discardLast || isLost)) return;
      }
    },
    async takeApart(query, onParts) {
      const address = await addressOf(query);
      let report: PartsReport;
      do {
        work.throwIfStopped();
        report = await blocking(() => engine.call('measureParts', address));
        onParts(report);
      } while (report.next === 'measure');
    },
    forget() {
      opened = null;
    },
  };
}

function timeLimit({ name }: Query): EngineError {
  return {
    code: 'time-limit',
    message: `"${name}" took longer than ${statementLimitMs / 1000} s and was ended.`,
    hint: 'Use fewer rows, or an index that serves it.',
    place: { source: 'query', name },
  };
}
