// The page's two workers as one thing to speak to: the engine, which measures, and the planner.
// Restoring the engine's database after a stop is injected: the playground knows how.
import type { EngineError } from '../engine/model/errors.ts';
import type { EngineOperations, PlannerOperations } from '../workers/protocol.ts';
import { createWorkerClient, type WorkerClient, type WorkerLike } from './worker-client.ts';

export interface EngineClient {
  engine: WorkerClient<EngineOperations>;
  planner: WorkerClient<PlannerOperations>;
  /** Ends whatever the engine does: open calls fail with 'stopped', a new engine starts and restores. */
  stop(): void;
  /** Sets what runs after every restart of the engine worker, however it came about. */
  onEngineRestart(restore: () => void): void;
}

const stopped: EngineError = { code: 'stopped', message: 'Stopped.' };

/** Starts both workers. */
export function createEngineClient(workers: {
  spawnEngine(): WorkerLike;
  spawnPlanner(): WorkerLike;
}): EngineClient {
  let restore = () => {};
  const engine = createWorkerClient<EngineOperations>(workers.spawnEngine, () => restore());
  const planner = createWorkerClient<PlannerOperations>(workers.spawnPlanner);
  return {
    engine,
    planner,
    stop: () => engine.restart(stopped),
    onEngineRestart(callback) {
      restore = callback;
    },
  };
}
