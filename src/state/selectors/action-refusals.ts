// Why an action cannot be taken now: the tooltip of a button that is disabled.
import type { Playground } from '../../engine/model/playground.ts';
import { isBusy } from '../activity.ts';
import type { RunsState } from '../runs-store.ts';

/** A sentence for each action, null when it can be taken. */
export interface ActionRefusals {
  run: string | null;
  compare: string | null;
  generate: string | null;
  stop: string | null;
}

export function actionRefusals(
  { queries, schemaSql }: Pick<Playground, 'queries' | 'schemaSql'>,
  { activity }: Pick<RunsState, 'activity'>,
  queryId: string | null,
): ActionRefusals {
  const busy = isBusy(activity) ? 'The engine is at work: wait, or press Stop.' : null;
  const selected = queries.find((query) => query.id === queryId);
  const noQuery = queries.length === 0 ? 'There is no query yet: add one, or paste SQL.' : null;
  const noTable =
    schemaSql.trim() === '' ? 'There is no table yet: write a schema, or paste SQL.' : null;
  return {
    run:
      busy ??
      noQuery ??
      (selected ? null : 'No query is selected: choose one in the list.') ??
      (selected?.sql.trim() === '' ? `“${selected.name}” has no SQL yet.` : null),
    compare:
      busy ??
      noQuery ??
      (queries.every((query) => query.sql.trim() === '') ? 'No query has any SQL yet.' : null),
    generate: busy ?? noTable,
    stop: stopRefusal(activity),
  };
}

/** Why there is nothing to stop; null when there is. */
export function stopRefusal(activity: RunsState['activity']): string | null {
  return isBusy(activity) ? null : 'Nothing is running.';
}
