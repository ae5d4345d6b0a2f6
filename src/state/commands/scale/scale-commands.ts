// The verbs of the Scale lab: its fields, Run scale, Find the flip. Each run is one activity.
// How a point is measured stands in scale-bench, what the points mean in selectors.
import type { EngineClient } from '../../../client/engine-client.ts';
import { type EngineError, toEngineError } from '../../../engine/model/errors.ts';
import type { Outcome } from '../../../engine/model/scale/crossover.ts';
import { maxFlipProbes } from '../../../engine/statistics/crossover/flip-search.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import type {
  ScalePoint,
  ScaleRun,
  ScaleSettings,
  ScaleStore,
  ScaleSubject,
} from '../../scale-store.ts';
import { stepCostMs } from '../../selectors/scale/scale-estimate.ts';
import { outcomeAt } from '../../selectors/scale/scale-outcome.ts';
import {
  type ScaleChoice,
  scaleBasis,
  scaleChoice,
  scaleSubject,
} from '../../selectors/scale/scale-subject.ts';
import { formatPlace } from '../../selectors/scale/scale-words.ts';
import type { UiStore } from '../../ui-store.ts';
import { isAnother } from '../database/forgetting.ts';
import type { Disturbances } from '../work/disturbances.ts';
import type { Works } from '../work/work.ts';
import { findFlip } from './find-flip.ts';
import { openScaleBench, type ScaleBench } from './scale-bench.ts';

export interface ScaleCommands {
  store: ScaleStore;
  set(patch: Partial<ScaleSettings>): void;
  /** Whether a setup is measured; the last one stays. */
  setMeasured(setupId: string, isMeasured: boolean): void;
  /** Measures at every step of the axis; results so far stay when it is stopped. */
  run(): Promise<boolean>;
  /**
   * Searches the place between the ends of the axis where the winner of these two setups changes.
   * What it measures joins the points that are shown, if they are of the same kind.
   */
  findFlip(setupIds: [string, string]): Promise<boolean>;
  /** Ends what follows the document. */
  dispose(): void;
}

export interface ScaleDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  ui: UiStore;
  scale: ScaleStore;
  client: EngineClient;
  works: Works;
  disturbances: Disturbances;
}

export function createScaleCommands(dependencies: ScaleDependencies): ScaleCommands {
  const { document, runs, ui, scale, works } = dependencies;

  function choiceNow(): ScaleChoice | null {
    const { playground } = document.store.getState();
    const schema = runs.getState().inspection?.schema ?? null;
    return scaleChoice(playground, scale.getState().settings, schema, ui.getState().queryId);
  }

  function updateRun(patch: (run: ScaleRun) => Partial<ScaleRun>): void {
    scale.setState(({ run }) => ({ run: run && { ...run, ...patch(run) } }));
  }

  /** Puts a point where it belongs, in the place of what it was before. */
  function show(point: ScalePoint): void {
    updateRun(({ points }) => {
      const others = points.filter(({ x }) => x !== point.x);
      // A median of half its rounds would be drawn and worded like a whole one.
      const all = point.status === 'stopped' ? others : [...others, point];
      return { points: all.sort((a, b) => a.x - b.x) };
    });
  }

  /** Runs `measure` as the page's activity, for the run that `begin` makes of the one shown. */
  function start(
    choice: ScaleChoice,
    begin: (run: ScaleRun | null) => ScaleRun,
    measure: (bench: ScaleBench) => Promise<void>,
  ): Promise<boolean> {
    const { playground } = document.store.getState();
    const { budgetMs } = scale.getState().settings;
    const first = { kind: 'scaling', text: 'Scaling: making the data', fraction: 0 } as const;
    return works.run(first, async (work) => {
      scale.setState(({ run }) => ({ run: begin(run) }));
      const onEnvironment = (environment: ScaleRun['environment']) =>
        updateRun(() => ({ environment }));
      const options = { ...dependencies, playground, choice, budgetMs, work, onEnvironment };
      const bench = openScaleBench(options);
      try {
        await measure(bench);
        updateRun(() => ({ status: 'done' }));
      } catch (thrown) {
        updateRun(() => endOf(toEngineError(thrown)));
        throw thrown;
      } finally {
        bench.close();
      }
    });
  }

  async function measureSteps(
    { findPlaces, progress, measure }: ScaleBench,
    choice: ScaleChoice,
    { setups }: ScaleSubject,
  ): Promise<void> {
    progress.plan(choice.steps.map((step) => stepCostMs(choice.cost, step)));
    const places = await findPlaces(choice.steps);
    updateRun(() => ({ steps: places.map(({ at }) => at) }));
    for (const [position, place] of places.entries()) {
      const words = formatPlace(choice, place.at);
      progress.enter(position, `Scaling: ${words}, ${position + 1} of ${places.length}`);
      await measure(place, setups, show);
    }
  }

  async function searchFlip(
    { findPlaces, progress, measure }: ScaleBench,
    choice: ScaleChoice,
    pair: [string, string],
  ): Promise<void> {
    const setups = pair.flatMap((id) => choice.setups.filter((setup) => setup.id === id));
    const ends = await findPlaces([choice.steps[0] ?? 1, choice.steps.at(-1) ?? 1]);
    const [low, high] = [ends[0]?.at ?? 0, ends.at(-1)?.at ?? 0];
    progress.plan(Array.from({ length: maxFlipProbes }, () => stepCostMs(choice.cost, high)));
    /** Shares that no value tells apart lead to the same place. */
    const known = new Map<number, ScalePoint>();

    async function probe(x: number, position: number): Promise<Outcome> {
      const words = formatPlace(choice, x);
      const number = `probe ${position + 1} of at most ${maxFlipProbes}`;
      progress.enter(position, `Finding the flip: ${words}, ${number}`);
      const [place] = await findPlaces([x]);
      if (!place) return 'unknown';
      const before = known.get(place.at) ?? shownAt(place.at, pair);
      const point = before ?? (await measure(place, setups, showProbe));
      known.set(place.at, point);
      return outcomeAt(point, pair);
    }

    const range = { low, high, isInteger: choice.range === null };
    await findFlip(range, probe, (found) => {
      updateRun(({ flip }) => ({ flip: flip && { ...flip, ...found } }));
    });
  }

  /** A finished point at which the pair was compared already. */
  function shownAt(x: number, [baselineId, id]: [string, string]): ScalePoint | undefined {
    const { points = [], subject } = scale.getState().run ?? {};
    if (subject?.setups[0]?.id !== baselineId) return undefined;
    return points.find(
      (point) => point.x === x && point.status === 'done' && point.cells[id] !== undefined,
    );
  }

  /** A probe measures two setups only: a point that has more stays. */
  function showProbe(point: ScalePoint): void {
    const { points = [] } = scale.getState().run ?? {};
    const shown = points.find(({ x }) => x === point.x);
    const size = ({ cells }: ScalePoint) => Object.keys(cells).length;
    if (!shown || size(shown) <= Math.max(2, size(point))) show(point);
  }

  const stopFollowing = document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before || !isAnother(playground, before)) return;
    scale.setState(({ settings }) => ({
      run: null,
      settings: { ...settings, ...settingsOfPlayground },
    }));
  });

  return {
    store: scale,
    set: (patch) => scale.setState(({ settings }) => ({ settings: { ...settings, ...patch } })),
    setMeasured(setupId, isMeasured) {
      const { leftOutIds } = scale.getState().settings;
      const others = leftOutIds.filter((id) => id !== setupId);
      const next = isMeasured ? others : [...others, setupId];
      const { setups } = document.store.getState().playground;
      if (setups.every(({ id }) => next.includes(id))) return;
      scale.setState(({ settings }) => ({ settings: { ...settings, leftOutIds: next } }));
    },
    run() {
      const choice = choiceNow();
      if (!choice) return Promise.resolve(false);
      const { playground } = document.store.getState();
      const subject = scaleSubject(playground, scale.getState().settings, choice);
      const begin = () => ({ ...emptyRun, subject, steps: choice.steps });
      return start(choice, begin, (bench) => measureSteps(bench, choice, subject));
    },
    findFlip(pair) {
      const choice = choiceNow();
      const { playground } = document.store.getState();
      const setups = choice?.setups.filter(({ id }) => pair.includes(id)) ?? [];
      if (!choice || setups.length !== 2) return Promise.resolve(false);
      const { settings } = scale.getState();
      const subject = scaleSubject(playground, settings, { ...choice, setups });
      const flip = { setupIds: pair, probes: [], result: null };
      const begin = (run: ScaleRun | null): ScaleRun => {
        const isSame = run && isSameSubject(run.subject, subject);
        const isFresh =
          isSame && run.subject.basis === scaleBasis(playground, choice.query, run.subject.setups);
        if (isFresh) return { ...run, status: 'measuring', error: null, flip };
        return { ...emptyRun, subject, steps: choice.steps, flip };
      };
      return start(choice, begin, (bench) => searchFlip(bench, choice, pair));
    },
    dispose: stopFollowing,
  };
}

/** Whether points of both belong into one picture. */
function isSameSubject(one: ScaleSubject, other: ScaleSubject): boolean {
  return (
    one.queryId === other.queryId &&
    one.table === other.table &&
    one.range?.name === other.range?.name &&
    one.rows === other.rows &&
    other.setups.every(({ id }) => one.setups.some((setup) => setup.id === id))
  );
}

function endOf(error: EngineError): Partial<ScaleRun> {
  return error.code === 'stopped' ? { status: 'stopped' } : { status: 'failed', error };
}

const emptyRun: Omit<ScaleRun, 'subject' | 'steps'> = {
  points: [],
  environment: null,
  status: 'measuring',
  error: null,
  flip: null,
};

/** What means nothing in another playground. */
export const settingsOfPlayground: Partial<ScaleSettings> = {
  queryId: null,
  leftOutIds: [],
  axis: { kind: 'rows' },
  largestRows: null,
  flipIds: [null, null],
};
