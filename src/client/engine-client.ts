// The page's workers as one thing to speak to: the engine, which measures, the planner, and helpers
// that are opened for one purpose and closed again.
// Restoring the engine's database after a stop is injected: the playground knows how.
import type { EngineError } from '../engine/model/errors.ts';
import type { Milliseconds } from '../engine/model/units.ts';
import type {
  CounterOperations,
  EngineOperations,
  PlannerOperations,
} from '../workers/protocol.ts';
import { createWorkerClient, type WorkerClient, type WorkerLike } from './worker-client.ts';

/** An engine worker: it holds a database and measures. */
export type EngineWorker = WorkerClient<EngineOperations>;

export interface EngineClient {
  engine: EngineWorker;
  planner: WorkerClient<PlannerOperations>;
  /** A fresh engine without a database; whoever opens it closes it. */
  openEngine(): EngineWorker;
  /** SQLite's official build, loaded now; closing it frees its memory. */
  openCounter(): WorkerClient<CounterOperations>;
  /** Ends whatever the engine does: open calls fail with 'stopped', a new engine starts and restores. */
  stop(): void;
  /** Sets what runs after every restart of the engine worker, however it came about. */
  onEngineRestart(restore: () => void): void;
  /** When the threads of all ended workers have surely gone, as a time of performance.now(). */
  quietAt(): Milliseconds;
}

export interface WorkerSpawners {
  spawnEngine(): WorkerLike;
  spawnPlanner(): WorkerLike;
  spawnCounter(): WorkerLike;
}

const stopped: EngineError = { code: 'stopped', message: 'Stopped.' };

/** Starts the engine and the planner. */
export function createEngineClient(workers: WorkerSpawners): EngineClient {
  let restore = () => {};
  const engine = createWorkerClient<EngineOperations>(workers.spawnEngine, () => restore());
  const planner = createWorkerClient<PlannerOperations>(workers.spawnPlanner);
  const helpers = new Set<{ quietAt(): Milliseconds }>();
  let closedQuietAt = 0;

  function open<Operations>(spawn: () => WorkerLike): WorkerClient<Operations> {
    const helper = createWorkerClient<Operations>(spawn);
    helpers.add(helper);
    return {
      ...helper,
      close() {
        helper.close();
        helpers.delete(helper);
        closedQuietAt = Math.max(closedQuietAt, helper.quietAt());
      },
    };
  }

  return {
    engine,
    planner,
    openEngine: () => open<EngineOperations>(workers.spawnEngine),
    openCounter: () => open<CounterOperations>(workers.spawnCounter),
    stop: () => engine.restart(stopped),
    onEngineRestart(callback) {
      restore = callback;
    },
    quietAt: () =>
      Math.max(closedQuietAt, ...[engine, planner, ...helpers].map((each) => each.quietAt())),
  };
}
