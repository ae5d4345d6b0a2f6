// The verbs of the Writes lab: its fields, its runs, the counting of their work, the constraints'
// trials. Each run is one activity; how it is measured stands in measuring-writes.
import type { EngineClient } from '../../../client/engine-client.ts';
import { type EngineError, toEngineError } from '../../../engine/model/errors.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { TechniqueId } from '../../../engine/model/writes/technique.ts';
import { factsOf, techniquesOf } from '../../../engine/model/writes/technique-facts.ts';
import type { WritesKind } from '../../../engine/model/writes/writes.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { wantedTechniques } from '../../selectors/writes/form/choices/technique-choices.ts';
import { chosenWrites } from '../../selectors/writes/form/chosen-writes.ts';
import { tableRefusal } from '../../selectors/writes/form/writes-refusals.ts';
import { writesExperiment } from '../../selectors/writes/form/writes-request.ts';
import { writesContinuation } from '../../selectors/writes/run/continuation.ts';
import { isStaleWrites, trialsBasis } from '../../selectors/writes/writes-basis.ts';
import {
  firstWritesSettings,
  type WritesExperiment,
  type WritesRun,
  type WritesSettings,
  type WritesStore,
} from '../../writes-store.ts';
import { isAnother } from '../database/forgetting.ts';
import type { HeldFiles } from '../imports/held-files.ts';
import type { Disturbances } from '../work/disturbances.ts';
import type { Work, Works } from '../work/work.ts';
import { measureWrites } from './measuring-writes.ts';
import { openWritesEngine, type WritesEngine } from './writes-engine.ts';
import { createWritesProgress, type WritesProgress } from './writes-progress.ts';

export interface WritesCommands {
  store: WritesStore;
  /** Another table, operation or column takes what depends on it back to its default. */
  set(patch: Partial<WritesSettings>): void;
  /** Whether a setup is measured; the last one stays. */
  setMeasured(setupId: string, isMeasured: boolean): void;
  /** Whether a technique of the chosen operation is measured; the last one stays. */
  setTechnique(id: TechniqueId, isMeasured: boolean): void;
  /** What the other techniques of its operation are compared with. */
  setBaseline(id: TechniqueId): void;
  /** Measures; what was measured stays when it is stopped. False when it did not come to its end. */
  run(kind: WritesKind): Promise<boolean>;
  /**
   * Goes on with the run of this kind where it ended, for the time that is chosen now. False when it
   * cannot be continued, or did not come to its end: what was measured stays, and counts on.
   */
  continueRun(kind: WritesKind): Promise<boolean>;
  /** Counts the work of the run that is shown, in SQLite's official build; not of a stale one. */
  count(kind: WritesKind): Promise<boolean>;
  /** Breaks each constraint of the chosen table by a row, on a copy. */
  tryConstraints(): Promise<boolean>;
  /** Ends what follows the document. */
  dispose(): void;
}

export interface WritesDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  writes: WritesStore;
  client: EngineClient;
  works: Works;
  disturbances: Disturbances;
  held: HeldFiles;
}

export function createWritesCommands(dependencies: WritesDependencies): WritesCommands {
  const { document, runs, writes, client, works } = dependencies;
  const playgroundNow = () => document.store.getState().playground;

  /** Changes the run that is about this; one that was forgotten meanwhile stays so. */
  function updateRun(
    { request: { kind } }: WritesExperiment,
    isMeant: (run: WritesRun) => boolean,
    patch: Partial<WritesRun>,
  ): void {
    writes.setState(({ runs: all }) => {
      const run = all[kind];
      return run && isMeant(run) ? { runs: { ...all, [kind]: { ...run, ...patch } } } : {};
    });
  }

  /** Runs `work` as the page's activity, with an engine that is closed at its end. */
  function start(
    text: string,
    work: (engine: WritesEngine, progress: WritesProgress, work: Work) => Promise<void>,
  ): Promise<boolean> {
    const playground = playgroundNow();
    return works.run({ kind: 'writing', text, fraction: 0 }, async (started) => {
      const engine = openWritesEngine({ ...dependencies, playground, work: started });
      try {
        await work(engine, createWritesProgress(runs, writes), started);
      } finally {
        engine.close();
      }
    });
  }

  /** Puts the run into the store and measures it; what it holds already counts on. */
  function measure(first: WritesRun, budgetMs: Milliseconds): Promise<boolean> {
    const { subject } = first;
    const isThis = (run: WritesRun) => run.subject === subject;
    const before = first.opened && first;
    return start('Writing: making the data', async (engine, progress) => {
      const { kind } = subject.request;
      writes.setState(({ runs: all }) => ({ runs: { ...all, [kind]: first } }));
      try {
        await measureWrites(engine, { subject, before, budgetMs }, progress, (part) =>
          updateRun(subject, isThis, part),
        );
        updateRun(subject, isThis, { status: 'done' });
      } catch (thrown) {
        updateRun(subject, isThis, endOf(toEngineError(thrown)));
        throw thrown;
      }
    });
  }

  function countWork(subject: WritesExperiment): Promise<boolean> {
    const isThis = (run: WritesRun) => run.subject === subject;
    const { recipe } = playgroundNow();
    return start('Writing: counting the work', async (engine, progress, work) => {
      await engine.load(progress.loading);
      const image = await engine.exportImage();
      // Two copies of a large database may not fit into memory.
      engine.close();
      const counter = client.openCounter();
      const blocking = <Result>(call: () => Promise<Result>) =>
        work.blocking(call, counter.close, 0);
      try {
        await blocking(() => counter.call('loadImage', { image }));
        const counts = await blocking(() =>
          counter.call(
            'countWrites',
            { ...subject.request, recipe },
            {
              onProgress: ({ fraction }) => progress.measuring('counting the work', fraction),
            },
          ),
        );
        updateRun(subject, isThis, { counts });
      } finally {
        counter.close();
      }
    });
  }

  const stopFollowing = document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before || !isAnother(playground, before)) return;
    writes.setState(({ settings }) => ({
      runs: {},
      trials: null,
      fraction: 0,
      settings: { ...settings, ...settingsOfPlayground },
    }));
  });

  return {
    store: writes,
    set: (patch) =>
      writes.setState(({ settings }) => ({
        settings: { ...settings, ...withDefaults(patch), ...patch },
      })),
    setMeasured(setupId, isMeasured) {
      const { settings } = writes.getState();
      const measured = chosenWrites(playgroundNow(), settings, runs.getState())?.setups ?? [];
      if (!isMeasured && measured.every(({ id }) => id === setupId)) return;
      const ticked = { ...settings.ticked, [setupId]: isMeasured };
      writes.setState({ settings: { ...settings, ticked } });
    },
    setTechnique(id, isMeasured) {
      const { operation } = factsOf(id);
      const { settings } = writes.getState();
      const wanted = wantedTechniques(settings, operation);
      const next = techniquesOf(operation).filter((each) =>
        each === id ? isMeasured : wanted.includes(each),
      );
      if (next.length === 0) return;
      const techniques = { ...settings.techniques, [operation]: next };
      writes.setState({ settings: { ...settings, techniques } });
    },
    setBaseline(id) {
      const { settings } = writes.getState();
      const baselines = { ...settings.baselines, [factsOf(id).operation]: id };
      writes.setState({ settings: { ...settings, baselines } });
    },
    run(kind) {
      const { settings } = writes.getState();
      const subject = writesExperiment(kind, playgroundNow(), settings, runs.getState());
      if (!subject) return Promise.resolve(false);
      return measure({ ...emptyRun, subject }, subject.request.budgetMs);
    },
    continueRun(kind) {
      const { budgetMs } = writes.getState().settings;
      const run = writes.getState().runs[kind];
      const continuation = writesContinuation(playgroundNow(), run, budgetMs);
      if (!run || continuation?.refusal !== null) return Promise.resolve(false);
      return measure(continuedRun(run, budgetMs), budgetMs);
    },
    count(kind) {
      const run = writes.getState().runs[kind];
      // Other data or indexes than those that were measured would be counted.
      const isCountable = run?.opened && !isStaleWrites(playgroundNow(), run);
      return isCountable ? countWork(run.subject) : Promise.resolve(false);
    },
    tryConstraints() {
      const playground = playgroundNow();
      const { settings } = writes.getState();
      const chosen = chosenWrites(playground, settings, runs.getState());
      const refusal = tableRefusal(playground, chosen, runs.getState());
      if (!chosen || refusal !== null) return Promise.resolve(false);
      const table = chosen.table.name;
      const basis = trialsBasis(playground);
      return start('Writing: breaking the constraints', async (engine, progress) => {
        const { seed } = playground.recipe;
        writes.setState({ isTrying: true, fraction: 0 });
        try {
          await engine.load(progress.loading);
          const trials = await engine.tryConstraints({ table, seed }, (fraction) => {
            progress.measuring('breaking the constraints', fraction);
          });
          writes.setState({ trials: { table, basis, outcome: { status: 'tried', trials } } });
        } catch (thrown) {
          const error = toEngineError(thrown);
          if (error.code !== 'stopped') {
            writes.setState({ trials: { table, basis, outcome: { status: 'failed', error } } });
          }
          throw thrown;
        } finally {
          writes.setState({ isTrying: false });
        }
      });
    },
    dispose: stopFollowing,
  };
}

/** A run that measures on: its time is that of all its parts. */
function continuedRun(run: WritesRun, moreMs: Milliseconds): WritesRun {
  const { subject, standing } = run;
  const request = { ...subject.request, budgetMs: subject.request.budgetMs + moreMs };
  return {
    ...run,
    subject: { ...subject, request },
    standing: standing && { ...standing, fraction: 0, next: 'measure', reason: null },
    status: 'measuring',
    error: null,
  };
}

function endOf(error: EngineError): Partial<WritesRun> {
  return error.code === 'stopped' ? { status: 'stopped' } : { status: 'failed', error };
}

/** What a change takes back to its default: it was chosen for what was there before. */
function withDefaults(patch: Partial<WritesSettings>): Partial<WritesSettings> {
  return {
    ...(patch.table !== undefined && { start: null, updateColumn: null, updateExpression: null }),
    ...(patch.operation !== undefined && { start: null }),
    ...(patch.updateColumn !== undefined && { updateExpression: null }),
  };
}

const emptyRun: Omit<WritesRun, 'subject'> = {
  opened: null,
  samples: [],
  proofs: {},
  failures: {},
  standing: null,
  counts: null,
  status: 'measuring',
  error: null,
};

/** What means nothing in another playground. */
export const settingsOfPlayground: Pick<
  WritesSettings,
  'table' | 'start' | 'updateColumn' | 'updateExpression' | 'ticked'
> = {
  table: firstWritesSettings.table,
  start: firstWritesSettings.start,
  updateColumn: firstWritesSettings.updateColumn,
  updateExpression: firstWritesSettings.updateExpression,
  ticked: firstWritesSettings.ticked,
};
