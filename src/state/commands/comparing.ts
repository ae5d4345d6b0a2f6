// One comparison under way: whether it has been told to stop, and waits that a stop ends early.
import { EngineFailure } from '../../engine/model/errors.ts';
import type { Milliseconds } from '../../engine/model/units.ts';

export interface Comparing {
  readonly isRunning: boolean;
  /** Tells it to end at the next opportunity; ends a wait at once. */
  stop(): void;
  /** Throws the failure 'stopped' once it has been told to stop. */
  throwIfStopped(): void;
  /** Waits this long; rejects with 'stopped' as soon as it is told to stop. */
  wait(ms: Milliseconds): Promise<void>;
  /** To be called when it has ended, however it did. */
  end(): void;
}

export function startComparing(): Comparing {
  let isRunning = true;
  let isStopped = false;
  let wake = () => {};

  function throwIfStopped(): void {
    if (isStopped) throw new EngineFailure({ code: 'stopped', message: 'Stopped.' });
  }

  return {
    get isRunning() {
      return isRunning;
    },
    stop() {
      isStopped = true;
      wake();
    },
    throwIfStopped,
    async wait(ms) {
      throwIfStopped();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      throwIfStopped();
    },
    end() {
      isRunning = false;
    },
  };
}
