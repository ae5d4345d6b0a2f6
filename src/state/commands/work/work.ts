// Long work that can be stopped at any moment: a comparison, a lab, the instrument's test.
// Knows no engine: whoever blocks says how that is ended.
import { EngineFailure } from '../../../engine/model/errors.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { Activity, RunsStore } from '../../runs-store.ts';
import { asActivity } from './activity.ts';

export interface Work {
  /** Tells it to end: waits end at once, what blocks is ended as it said. */
  stop(): void;
  /** Throws the failure 'stopped' once it has been told to stop. */
  throwIfStopped(): void;
  /** Waits this long; rejects with 'stopped' as soon as it is told to stop. */
  wait(ms: Milliseconds): Promise<void>;
  /** Waits until `subscribe` calls back; what it returns undoes the subscription. */
  waitFor(subscribe: (done: () => void) => () => void): Promise<void>;
  /**
   * Runs what cannot be interrupted. When told to stop and it has not ended `graceMs` later, `end`
   * is called, which has to make it fail.
   */
  blocking<Result>(
    run: () => Promise<Result>,
    end: () => void,
    graceMs: Milliseconds,
  ): Promise<Result>;
}

/** The one piece of work that may be under way. */
export interface Works {
  /** Runs `work` as the one activity of the page; gives true when it ended well. */
  run(first: Activity, work: (work: Work) => Promise<void>): Promise<boolean>;
  current(): Work | null;
}

export function createWorks(runs: RunsStore): Works {
  let current: Work | null = null;
  return {
    run(first, work) {
      return asActivity(runs, first, async () => {
        const started = startWork();
        current = started;
        try {
          await work(started);
        } finally {
          current = null;
        }
      });
    },
    current: () => current,
  };
}

/** Work that has just begun. */
export function startWork(): Work {
  const onStop = new Set<() => void>();
  let isStopped = false;

  function throwIfStopped(): void {
    if (isStopped) throw new EngineFailure({ code: 'stopped', message: 'Stopped.' });
  }

  async function waitFor(subscribe: (done: () => void) => () => void): Promise<void> {
    throwIfStopped();
    await new Promise<void>((resolve) => {
      const finish = () => {
        onStop.delete(finish);
        unsubscribe();
        resolve();
      };
      onStop.add(finish);
      const unsubscribe = subscribe(finish);
    });
    throwIfStopped();
  }

  return {
    stop() {
      isStopped = true;
      for (const react of [...onStop]) react();
    },
    throwIfStopped,
    waitFor,
    wait: (ms) =>
      waitFor((done) => {
        const timer = setTimeout(done, ms);
        return () => clearTimeout(timer);
      }),
    async blocking(run, end, graceMs) {
      throwIfStopped();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const react = () => {
        if (graceMs === 0) end();
        else timer = setTimeout(end, graceMs);
      };
      onStop.add(react);
      try {
        return await run();
      } finally {
        onStop.delete(react);
        clearTimeout(timer);
      }
    },
  };
}
