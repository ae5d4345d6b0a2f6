// The Scale lab's measuring of points, one after the other, each shown as it comes.
// What is measured where is decided by scale-commands.
import type { EngineClient } from '../../../client/engine-client.ts';
import { type EngineError, toEngineError } from '../../../engine/model/errors.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { ScalePoint, ScaleRun } from '../../scale-store.ts';
import type { ScaleChoice } from '../../selectors/scale/scale-subject.ts';
import type { Disturbances } from '../work/disturbances.ts';
import { settle } from '../work/settling.ts';
import type { Work } from '../work/work.ts';
import { createScaleEngine } from './scale-engine.ts';
import { measurePoint } from './scale-measuring.ts';
import { createFindPlaces, type FindPlaces, type ScalePlace } from './scale-places.ts';
import { createScaleProgress, type ScaleProgress } from './scale-progress.ts';

export interface ScaleBench {
  findPlaces: FindPlaces;
  progress: ScaleProgress;
  /** Measures the setups at a place; `show` is told of every step forward. */
  measure(
    place: ScalePlace,
    setups: readonly Setup[],
    show: (point: ScalePoint) => void,
  ): Promise<ScalePoint>;
  close(): void;
}

export interface ScaleBenchOptions {
  runs: RunsStore;
  client: EngineClient;
  disturbances: Disturbances;
  playground: Playground;
  choice: ScaleChoice;
  budgetMs: Milliseconds;
  work: Work;
  onEnvironment: (environment: ScaleRun['environment']) => void;
}

/** Opens an engine and a counter for one run; whoever opens it closes it. */
export function openScaleBench(options: ScaleBenchOptions): ScaleBench {
  const { runs, client, disturbances, playground, choice, budgetMs, work } = options;
  const progress = createScaleProgress(runs);
  const engine = createScaleEngine({
    client,
    work,
    disturbances,
    seed: playground.recipe.seed,
    indexNames: playground.indexes.map(({ name }) => name),
    onBuild: progress.building,
    onHidden: () => runs.setState({ activity: { kind: 'paused' } }),
    settle: () => settle(runs, client, work),
  });
  /** Where each setup went over the limit: from there on it is not run again. */
  const overLimitAt = new Map<string, number>();

  return {
    findPlaces: createFindPlaces(engine, playground, choice),
    progress,
    async measure(place, setups, show) {
      let point: ScalePoint = { ...emptyPoint, x: place.at };
      const update = (patch: Partial<ScalePoint>) => {
        point = { ...point, ...patch };
        show(point);
      };
      try {
        const { query, ...entered } = await place.enter();
        point = { ...point, ...entered };
        const isHopeless = ({ id }: Setup) => point.x >= (overLimitAt.get(id) ?? Infinity);
        const skipped = setups.filter(isHopeless).map(({ id }) => [id, hopelessCell(id)]);
        const able = setups.filter((setup) => !isHopeless(setup));
        await measurePoint(engine, query, able, budgetMs, (part) => {
          const { cells, standing, status, environment } = part;
          for (const id of part.overLimitIds) overLimitAt.set(id, point.x);
          update({ cells: { ...cells, ...Object.fromEntries(skipped) }, standing, status });
          options.onEnvironment(environment);
          progress.measuring(standing);
        });
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code === 'stopped') {
          update({ status: 'stopped' });
          throw thrown;
        }
        // One size that fails leaves the others.
        update({ status: 'done', error });
      }
      return point;
    },
    close: engine.close,
  };
}

const emptyPoint: ScalePoint = {
  x: 0,
  value: null,
  rowCount: 0,
  cells: {},
  standing: null,
  status: 'measuring',
  error: null,
};

function hopelessCell(setupId: string): ScalePoint['cells'][string] {
  const error: EngineError = {
    code: 'time-limit',
    message: 'Not run here: it was over the time limit at an earlier step.',
  };
  return { firstRun: { status: 'failed', setupId, error }, samplesMs: [], counts: null };
}
