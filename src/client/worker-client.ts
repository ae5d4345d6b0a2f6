// Calls a worker's operations and gives promises; the only file that posts to workers.
// Stop = terminate + respawn: SQLite cannot be interrupted from outside.
import { type EngineError, EngineFailure } from '../engine/model/errors.ts';
import type { Milliseconds } from '../engine/model/units.ts';
import { transferablesOf } from '../lib/transferables.ts';
import type { RequestMessage, ResponseMessage } from '../workers/protocol.ts';

/** What a client needs of a Worker; a MessagePort can be dressed as one in tests. */
export interface WorkerLike {
  postMessage(message: RequestMessage, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

export interface CallOptions<Progress> {
  onProgress?: (progress: Progress) => void;
  /**
   * After this time the worker is terminated and the call fails with 'time-limit', those behind it
   * with 'stopped'. It begins when the calls before it are answered: what they take is not its own.
   */
  timeoutMs?: Milliseconds;
}

type RequestOf<Operation> = Operation extends { request: infer Request } ? Request : never;
type ResponseOf<Operation> = Operation extends { response: infer Response } ? Response : never;
type ProgressOf<Operation> = Operation extends { progress: infer Progress } ? Progress : never;

export interface WorkerClient<Operations> {
  /**
   * Asks the worker; rejects with an EngineFailure. Calls are answered in the order they are made.
   * ArrayBuffers at the top level of the request are moved to the worker, not copied.
   */
  call<Name extends keyof Operations & string>(
    operation: Name,
    request: RequestOf<Operations[Name]>,
    options?: CallOptions<ProgressOf<Operations[Name]>>,
  ): Promise<ResponseOf<Operations[Name]>>;
  /**
   * Terminates the worker and starts a new one; every open call fails with `error`.
   * Returns at once: the new worker answers within some 100 ms, without its old state.
   */
  restart(error: EngineError): void;
  /** Terminates the worker for good; open calls fail with 'stopped'. A later call starts a new one. */
  close(): void;
  /** When the thread of a terminated worker has surely ended, as a time of performance.now(). */
  quietAt(): Milliseconds;
  /** True while it has nothing to answer. */
  isIdle(): boolean;
  /** How many calls have been made so far. */
  callCount(): number;
}

/** A terminated worker's thread goes on burning a core for about two seconds (seen in Chromium). */
const lingeringMs = 2500;

interface OpenCall {
  resolve(response: unknown): void;
  reject(failure: EngineFailure): void;
  onProgress: ((progress: unknown) => void) | undefined;
  timeoutMs: Milliseconds | undefined;
  /** Runs while the call is the worker's next to answer. */
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** A client over workers made by `spawn`; the first is made at once. */
export function createWorkerClient<Operations>(
  spawn: () => WorkerLike,
  onRestart: () => void = () => {},
): WorkerClient<Operations> {
  /** In the order in which the worker answers them. */
  const openCalls = new Map<number, OpenCall>();
  let nextId = 1;
  let quietAt = 0;
  let hasAnswered = false;
  let hasSucceeded = false;
  let worker: WorkerLike | null = start();

  function start(): WorkerLike {
    const started = spawn();
    hasAnswered = false;
    hasSucceeded = false;
    started.addEventListener('message', (event) => {
      if (started !== worker) return;
      hasAnswered = true;
      receive(event.data as ResponseMessage);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault?.();
      if (started !== worker) return;
      if (hasAnswered) restart(crashed(event.message));
      else giveUp(neverStarted(event.message));
    });
    return started;
  }

  function end(): void {
    worker?.terminate();
    if (openCalls.size > 0) quietAt = performance.now() + lingeringMs;
    worker = null;
  }

  /** A worker that cannot even start would be started again for ever: the next call tries anew. */
  function giveUp(error: EngineError): void {
    end();
    failOpenCalls(error);
  }

  function failOpenCalls(error: EngineError): void {
    const abandoned = [...openCalls.values()];
    openCalls.clear();
    for (const call of abandoned) {
      clearTimeout(call.timer);
      call.reject(new EngineFailure(error));
    }
  }

  /** Gives the call that the worker is at its time, unless that runs already. */
  function startTimer(): void {
    const [call] = openCalls.values();
    if (call?.timeoutMs === undefined || call.timer !== undefined) return;
    const { timeoutMs } = call;
    call.timer = setTimeout(() => {
      call.reject(new EngineFailure(timeLimit(timeoutMs)));
      // What waits behind it has taken no time yet.
      restart(endedBefore);
    }, timeoutMs);
  }

  function receive(message: ResponseMessage): void {
    const call = openCalls.get(message.id);
    if (!call) return;
    if (message.kind === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    openCalls.delete(message.id);
    clearTimeout(call.timer);
    startTimer();
    if (message.kind === 'done') {
      hasSucceeded = true;
      call.resolve(message.response);
      return;
    }
    call.reject(new EngineFailure(message.error));
    if (!message.isFatal) return;
    // A worker that broke before it ever succeeded may break at being restored: not for ever.
    if (hasSucceeded) restart(message.error);
    else giveUp(message.error);
  }

  function restart(error: EngineError): void {
    end();
    worker = start();
    failOpenCalls(error);
    onRestart();
  }

  return {
    call(operation, request, options = {}) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        openCalls.set(id, {
          resolve: resolve as (response: unknown) => void,
          reject,
          onProgress: options.onProgress as ((progress: unknown) => void) | undefined,
          timeoutMs: options.timeoutMs,
          timer: undefined,
        });
        startTimer();
        worker ??= start();
        worker.postMessage({ id, operation, request }, transferablesOf(request));
      });
    },
    restart,
    close: () => giveUp({ code: 'stopped', message: 'Stopped.' }),
    quietAt: () => quietAt,
    isIdle: () => openCalls.size === 0,
    callCount: () => nextId - 1,
  };
}

function crashed(reason: string): EngineError {
  return {
    code: 'engine-failed',
    message: `The engine stopped working: ${reason || 'its worker ended'}.`,
    hint: 'Your playground is kept. The engine was started again.',
  };
}

function neverStarted(reason: string): EngineError {
  return {
    code: 'engine-failed',
    message: `The engine could not be loaded${reason ? `: ${reason}` : ''}.`,
    hint: 'Check the connection and reload the page. Your playground is kept.',
  };
}

const endedBefore: EngineError = {
  code: 'stopped',
  message: 'Stopped: the engine was started again, as what it did before took too long.',
};

function timeLimit(limitMs: Milliseconds): EngineError {
  return {
    code: 'time-limit',
    message: `Stopped after ${limitMs / 1000} s: the limit for one answer of the engine.`,
    hint: 'Your playground is kept. Make the SQL or the data smaller, or try again when the machine is less busy.',
  };
}
