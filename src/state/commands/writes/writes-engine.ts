// The Writes lab's own engine: the playground's database once more, while the bench's stays as it is.
// What is measured and shown is for writes-commands.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { DiscardReason } from '../../../engine/model/comparison/comparison.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Fraction } from '../../../engine/model/units.ts';
import type { ConstraintTrials } from '../../../engine/model/writes/constraint-trial.ts';
import type {
  EarlierWrites,
  OpenedWrites,
  WriteStep,
  WritesRequest,
} from '../../../engine/model/writes/writes.ts';
import type { RunsStore } from '../../runs-store.ts';
import { roundGraceMs } from '../comparing/running-comparison.ts';
import { toDatabaseRequest } from '../database/database-commands.ts';
import type { HeldFiles } from '../imports/held-files.ts';
import type { Disturbances } from '../work/disturbances.ts';
import { settle } from '../work/settling.ts';
import type { Work } from '../work/work.ts';

export interface WritesEngine {
  /** Makes the playground's database, with all of its indexes. */
  load(onProgress: (fraction: Fraction) => void): Promise<void>;
  /** Opens a run, once no other thread of the page is at work. */
  open(
    request: WritesRequest & { earlier?: EarlierWrites },
    onProgress: (fraction: Fraction) => void,
  ): Promise<OpenedWrites>;
  /**
   * Takes samples until the standing says that it is done. A disturbed one is handed on with the
   * reason and does not count: its own standing still holds it, the next step's leaves it out.
   */
  measure(
    opened: OpenedWrites,
    onStep: (step: WriteStep, discarded: DiscardReason | null) => void,
  ): Promise<void>;
  tryConstraints(
    request: { table: string; seed: number },
    onProgress: (fraction: Fraction) => void,
  ): Promise<ConstraintTrials>;
  /** A copy of the database as a file's bytes. */
  exportImage(): Promise<ArrayBuffer>;
  close(): void;
}

export interface WritesEngineOptions {
  runs: RunsStore;
  client: EngineClient;
  disturbances: Disturbances;
  held: HeldFiles;
  playground: Playground;
  work: Work;
}

/** Opens an engine for one purpose; whoever opens it closes it. */
export function openWritesEngine(options: WritesEngineOptions): WritesEngine {
  const { runs, client, disturbances, held, playground, work } = options;
  const engine = client.openEngine();
  const blocking = <Result>(run: () => Promise<Result>, graceMs = 0) =>
    work.blocking(run, engine.close, graceMs);

  return {
    async load(onProgress) {
      const request = held.withFile(toDatabaseRequest(playground));
      await blocking(() =>
        engine.call('ensureDatabase', request, {
          onProgress: ({ fraction }) => onProgress(fraction),
        }),
      );
    },
    async open(request, onProgress) {
      await settle(runs, client, work);
      return blocking(() =>
        engine.call('openWrites', request, {
          onProgress: ({ fraction }) => onProgress(fraction),
        }),
      );
    },
    async measure({ writesId }, onStep) {
      let discardLast = false;
      while (true) {
        work.throwIfStopped();
        await disturbances.whenVisible(work, () => runs.setState({ activity: { kind: 'paused' } }));
        const asked: { writesId: number; discardLast: boolean } = { writesId, discardLast };
        const { result: step, disturbance } = await disturbances.watch(engine, () =>
          blocking(() => engine.call('measureWrite', asked), roundGraceMs),
        );
        // A step that measured nothing leaves nothing to discard.
        discardLast = disturbance !== null && step.sample !== null;
        onStep(step, discardLast ? disturbance : null);
        // The engine itself gives up a sample that is disturbed again and again.
        if (step.standing.next === 'done' && !discardLast) return;
      }
    },
    tryConstraints: (request, onProgress) =>
      blocking(() =>
        engine.call('tryConstraints', request, {
          onProgress: ({ fraction }) => onProgress(fraction),
        }),
      ),
    async exportImage() {
      const { image } = await blocking(() => engine.call('exportImage', {}));
      return image;
    },
    close: engine.close,
  };
}
