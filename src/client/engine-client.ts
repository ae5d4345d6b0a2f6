// The page's workers as one thing to speak to: the engine, which measures, the planner, and helpers
// that are opened for one purpose and closed again.
// Restoring the engine's database after a stop is injected: the playground knows how.
import type { EngineInfo } from '../engine/model/database/engine-info.ts';
import type { EngineError } from '../engine/model/errors.ts';
import type { Milliseconds } from '../engine/model/units.ts';
import type {
  CounterOperations,
  EngineOperations,
  PlannerOperations,
  TransferOperations,
} from '../workers/protocol.ts';
import { createWorkerClient, type WorkerClient, type WorkerLike } from './worker-client.ts';

/** A build of SQLite: sql.js measures; the official one stands in for files that sql.js cannot open. */
export type Build = EngineInfo['name'];

/** An engine worker: it holds a database and measures. */
export type EngineWorker = WorkerClient<EngineOperations>;

/** A planner worker: it holds empty shadow databases. */
export type PlannerWorker = WorkerClient<PlannerOperations>;

export interface EngineClient {
  engine: EngineWorker;
  planner: PlannerWorker;
  /** A fresh engine without a database; whoever opens it closes it. */
  openEngine(): EngineWorker;
  /** SQLite's official build, loaded now; closing it frees its memory. */
  openCounter(): WorkerClient<CounterOperations>;
  /** A planner on SQLite's official build, which knows where errors stand; whoever opens it closes it. */
  openChecker(): PlannerWorker;
  /** Files in and out; whoever opens it closes it. */
  openTransfer(): WorkerClient<TransferOperations>;
  /** Sets the build of engine and planner from now on; both start anew when it is another one. */
  switchBuild(build: Build): void;
  /** Ends whatever the engine does: open calls fail with 'stopped', a new engine starts and restores. */
  stop(): void;
  /** Sets what runs after every restart of the engine worker, however it came about. */
  onEngineRestart(restore: () => void): void;
  /** When the threads of all ended workers have surely gone, as a time of performance.now(). */
  quietAt(): Milliseconds;
  /** What the workers besides this one do: they share the machine with what it measures. */
  besides(measuring: unknown): OtherWork;
}

export interface OtherWork {
  /** False also while the thread of an ended worker may linger. */
  isIdle: boolean;
  /** Calls made so far: a difference tells that there was work in between. */
  calls: number;
}

export interface WorkerSpawners {
  spawnEngine(build: Build): WorkerLike;
  spawnPlanner(build: Build): WorkerLike;
  spawnCounter(): WorkerLike;
  spawnTransfer(): WorkerLike;
}

type WorkerState = Pick<WorkerClient<unknown>, 'isIdle' | 'callCount' | 'quietAt'>;

const stopped: EngineError = { code: 'stopped', message: 'Stopped.' };

/** Starts the engine and the planner. */
export function createEngineClient(workers: WorkerSpawners): EngineClient {
  let restore = () => {};
  let build: Build = 'sql.js';
  const spawnEngine = () => workers.spawnEngine(build);
  const engine = createWorkerClient<EngineOperations>(spawnEngine, () => restore());
  const planner = createWorkerClient<PlannerOperations>(() => workers.spawnPlanner(build));
  const open = new Set<WorkerState>([engine, planner]);
  /** What is known of those that were closed. */
  let closedQuietAt = 0;
  let closedCalls = 0;

  function openHelper<Operations>(spawn: () => WorkerLike): WorkerClient<Operations> {
    const worker = createWorkerClient<Operations>(spawn);
    const helper: WorkerClient<Operations> = {
      ...worker,
      close() {
        worker.close();
        if (!open.delete(helper)) return;
        closedQuietAt = Math.max(closedQuietAt, worker.quietAt());
        closedCalls += worker.callCount();
      },
    };
    open.add(helper);
    return helper;
  }

  const quietAt = () => Math.max(closedQuietAt, ...[...open].map((each) => each.quietAt()));

  return {
    engine,
    planner,
    openEngine: () => openHelper<EngineOperations>(spawnEngine),
    openCounter: () => openHelper<CounterOperations>(workers.spawnCounter),
    openChecker: () => openHelper<PlannerOperations>(() => workers.spawnPlanner('sqlite-wasm')),
    openTransfer: () => openHelper<TransferOperations>(workers.spawnTransfer),
    switchBuild(wanted) {
      if (wanted === build) return;
      build = wanted;
      engine.restart(stopped);
      planner.restart(stopped);
    },
    stop: () => engine.restart(stopped),
    onEngineRestart(callback) {
      restore = callback;
    },
    quietAt,
    besides(measuring) {
      const others = [...open].filter((each) => each !== measuring);
      return {
        isIdle: others.every((each) => each.isIdle()) && quietAt() <= performance.now(),
        calls: others.reduce((sum, each) => sum + each.callCount(), closedCalls),
      };
    },
  };
}
