// The errors among the planner's answers, each with the text of the playground that it is about.
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { RunsState } from '../../runs-store.ts';

export type PlannedAnswers = Pick<RunsState, 'plans' | 'explanations' | 'inspection'>;

/**
 * The answers with every error changed; null when `change` gives each back as it was. `text`: the SQL
 * that the error is about, as the playground has it now; errors of what it has no more are left alone.
 */
export function mapErrors(
  answers: PlannedAnswers,
  playground: Playground,
  change: (error: EngineError, text: string) => EngineError,
): PlannedAnswers | null {
  const { queries, setups, indexes, schemaSql } = playground;
  const sqlOfCell = new Map(
    queries.flatMap(({ id, sql }) => setups.map((setup) => [cellKey(id, setup.id), sql])),
  );
  const sqlOfIndex = new Map(indexes.map(({ name, sql }) => [name, sql]));
  let isChanged = false;
  const changed = (error: EngineError, text: string | undefined): EngineError => {
    const next = text === undefined ? error : change(error, text);
    isChanged ||= next !== error;
    return next;
  };

  function inCells<Outcome extends { status: string }>(
    cells: Record<string, Outcome | { status: 'failed'; error: EngineError }>,
  ) {
    return Object.fromEntries(
      Object.entries(cells).map(([cell, outcome]) => [
        cell,
        isFailed(outcome)
          ? { ...outcome, error: changed(outcome.error, sqlOfCell.get(cell)) }
          : outcome,
      ]),
    );
  }

  const { inspection } = answers;
  const next = {
    plans: inCells(answers.plans) as RunsState['plans'],
    explanations: inCells(answers.explanations) as RunsState['explanations'],
    inspection: inspection && {
      ...inspection,
      error: inspection.error && changed(inspection.error, schemaSql),
      indexErrors: Object.fromEntries(
        Object.entries(inspection.indexErrors).map(([name, error]) => [
          name,
          changed(error, sqlOfIndex.get(name)),
        ]),
      ),
    },
  };
  return isChanged ? next : null;
}

function isFailed(outcome: {
  status: string;
}): outcome is { status: 'failed'; error: EngineError } {
  return outcome.status === 'failed';
}
