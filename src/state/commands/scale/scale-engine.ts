// The Scale lab's own engine and counter: databases of many sizes, one after the other, while the
// bench's database stays as it is. What is measured where is for scale-commands.
import type { EngineClient } from '../../../client/engine-client.ts';
import { statementLimitMs } from '../../../engine/model/comparison/comparison.ts';
import type { CountOutcome } from '../../../engine/model/counters/counters.ts';
import type {
  BuildProgress,
  DatabaseRequest,
  DatabaseSummary,
} from '../../../engine/model/database/database.ts';
import { EngineFailure, toEngineError } from '../../../engine/model/errors.ts';
import type { Parameter, Query, Setup } from '../../../engine/model/playground.ts';
import type { Bytes, Milliseconds } from '../../../engine/model/units.ts';
import type { SqlValue } from '../../../engine/model/values.ts';
import {
  createRunningComparison,
  type RunningComparison,
  roundGraceMs,
} from '../comparing/running-comparison.ts';
import type { Disturbances } from '../work/disturbances.ts';
import type { Work } from '../work/work.ts';

export interface ScaleEngine {
  /** Makes this database, unless it is the one that is there. */
  load(request: DatabaseRequest): Promise<DatabaseSummary>;
  /** Runs a script and gives the rows of each statement. */
  ask(sql: string, parameters?: Parameter[]): Promise<SqlValue[][][]>;
  /** Counts the work of one execution in each setup; what cannot be counted is an outcome. */
  count(query: Query, setups: readonly Setup[]): Promise<CountOutcome[]>;
  /** A comparison on the loaded database. */
  compare(query: Query, setups: readonly Setup[], budgetMs: Milliseconds): RunningComparison;
  close(): void;
}

export interface ScaleEngineOptions {
  client: EngineClient;
  work: Work;
  disturbances: Disturbances;
  seed: number;
  /** Names of the indexes that setups switch. */
  indexNames: string[];
  onBuild: (progress: BuildProgress) => void;
  onHidden: () => void;
  /** Waits until no other thread of the page is at work. */
  settle: () => Promise<void>;
}

/** A copy of a larger database is not kept while rounds are measured. */
const largeBytes: Bytes = 64 * 1024 * 1024;

export function createScaleEngine(options: ScaleEngineOptions): ScaleEngine {
  const { client, work, seed, indexNames } = options;
  const engine = client.openEngine();
  const counter = client.openCounter();
  let loaded: { request: DatabaseRequest; content: string; sizeBytes: Bytes } | null = null;
  /** What the counter's copy was taken of. */
  let copied: string | null = null;

  function freeCounter(): void {
    if (copied !== null) counter.close();
    copied = null;
  }

  async function load(request: DatabaseRequest): Promise<DatabaseSummary> {
    const content = JSON.stringify(request);
    // Before the next database is made: three of them may not fit into memory.
    if (copied !== content) freeCounter();
    const summary = await work.blocking(
      () => engine.call('ensureDatabase', request, { onProgress: options.onBuild }),
      engine.close,
      0,
    );
    loaded = { request, content, sizeBytes: summary.sizeBytes };
    return summary;
  }

  async function copyToCounter(): Promise<void> {
    if (!loaded || copied === loaded.content) return;
    // Without effect, unless a statement over the limit ended the engine.
    await load(loaded.request);
    const { image } = await work.blocking(() => engine.call('exportImage', {}), engine.close, 0);
    await work.blocking(() => counter.call('loadImage', { image }), counter.close, 0);
    copied = loaded.content;
  }

  return {
    load,
    async ask(sql, parameters = []) {
      const plain: Setup = {
        id: 'lab',
        name: 'lab',
        // With every index: what is asked is often answered by one.
        indexes: indexNames,
        hasStatistics: false,
        cache: { kind: 'none' },
      };
      const request = { sql, setup: plain, parameters, seed };
      const run = () => engine.call('runQuery', request, { timeoutMs: statementLimitMs });
      const { statements, error } = await work.blocking(run, engine.close, 0);
      if (error) throw new EngineFailure(error);
      return statements.map(({ firstRows }) => firstRows);
    },
    async count(query, setups) {
      try {
        await copyToCounter();
        const request = {
          query,
          setups: [...setups],
          indexNames,
          seed,
          limitMs: statementLimitMs,
        };
        const run = () => counter.call('count', request);
        const outcomes = await work.blocking(run, counter.close, 0);
        if (loaded && loaded.sizeBytes > largeBytes) freeCounter();
        return outcomes;
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code === 'stopped') throw thrown;
        freeCounter();
        return setups.map(({ id }) => ({ status: 'failed', setupId: id, error }));
      }
    },
    compare: (query, setups, budgetMs) =>
      createRunningComparison({
        engine,
        request: { queries: [query], setups: [...setups], seed, budgetMs },
        work,
        disturbances: options.disturbances,
        async prepare() {
          await options.settle();
          // Without effect, unless a statement over the limit ended the engine.
          if (loaded) await load(loaded.request);
        },
        end: engine.close,
        graceMs: roundGraceMs,
        onHidden: options.onHidden,
      }),
    close() {
      engine.close();
      counter.close();
    },
  };
}
