// Measures one point of the Scale lab: first runs, counters, then rounds until they are done.
// Where points lie, and what they mean, is not known here.

import type { Environment } from '../../../engine/model/comparison/comparison.ts';
import type { Query, Setup } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { ScaleCell, ScalePoint } from '../../scale-store.ts';
import { showEveryMs } from '../comparing/query-measurement.ts';
import type { ScaleEngine } from './scale-engine.ts';

export interface MeasuredPart extends Pick<ScalePoint, 'cells' | 'standing' | 'status'> {
  /** Setups in which the query took longer than the limit. */
  overLimitIds: string[];
  environment: Environment;
}

/**
 * Measures the query in the setups on the loaded database. `show` is told of every step forward;
 * what was shown last is true when the measuring is ended.
 */
export async function measurePoint(
  engine: ScaleEngine,
  query: Query,
  setups: readonly Setup[],
  budgetMs: Milliseconds,
  show: (part: MeasuredPart) => void,
): Promise<void> {
  const firstRuns = engine.compare(query, setups, budgetMs);
  const { environment } = await firstRuns.open();
  let part: MeasuredPart = {
    environment,
    cells: Object.fromEntries(setups.map(({ id }) => [id, emptyCell])),
    standing: null,
    status: 'measuring',
    overLimitIds: [],
  };
  const update = (patch: Partial<MeasuredPart>) => {
    part = { ...part, ...patch };
  };
  const updateCell = (id: string, patch: Partial<ScaleCell>) => {
    const cell = part.cells[id] ?? emptyCell;
    update({ cells: { ...part.cells, [id]: { ...cell, ...patch } } });
  };

  for (const { id } of setups) {
    const firstRun = await firstRuns.firstRun(query, id);
    updateCell(id, { firstRun });
    if (firstRun.status === 'failed' && firstRun.error.code === 'time-limit') {
      update({ overLimitIds: [...part.overLimitIds, id] });
    }
    show(part);
  }

  // Without a baseline nothing is compared: the first setup that answers takes its place.
  const able = setups.filter(({ id }) => part.cells[id]?.firstRun?.status === 'ran');
  for (const outcome of await engine.count(query, able)) {
    updateCell(outcome.setupId, { counts: outcome });
  }
  show(part);
  const isWhole = able.length > 0 && able[0] === setups[0];
  const comparison = isWhole ? firstRuns : engine.compare(query, able, budgetMs);
  let shownAt = Number.NEGATIVE_INFINITY;
  try {
    if (able.length > 0) {
      await comparison.measure(query, (report, discarded) => {
        if (discarded) return;
        for (const [id, { perCallMs }] of Object.entries(report.samples)) {
          const before = part.cells[id]?.samplesMs ?? [];
          updateCell(id, { samplesMs: [...before, perCallMs] });
        }
        update({ standing: report.standing });
        if (performance.now() - shownAt < showEveryMs) return;
        shownAt = performance.now();
        show(part);
      });
    }
    update({ status: 'done' });
  } finally {
    show(part);
  }
}

const emptyCell: ScaleCell = { firstRun: null, samplesMs: [], counts: null };
