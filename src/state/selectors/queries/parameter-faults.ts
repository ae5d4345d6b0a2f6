// What is wrong with a query's parameters, for the rows where they are set.
// Keeps away from other faults, and from those of what has been changed since.
import { type EngineError, errorSentence } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { RunsState } from '../../runs-store.ts';
import { cellBasis, databaseBasis } from '../basis.ts';
import { queryFault } from './query-fault.ts';

/** Sentences by the parameter's name: from the plan, the last run and the last comparison. */
export function parameterFaults(
  playground: Playground,
  { plans, results, lastRun }: Pick<RunsState, 'plans' | 'results' | 'lastRun'>,
  queryId: string | null,
): Map<string, string> {
  const faults = new Map<string, string>();
  const query = playground.queries.find(({ id }) => id === queryId);
  if (!query) return faults;
  const note = (error: EngineError | null | undefined) => {
    const name = error?.place?.source === 'parameter' ? error.place.name : undefined;
    if (!error || name === undefined) return;
    faults.set(name, errorSentence(error));
  };
  const database = databaseBasis(playground);
  const bases = new Map(
    playground.setups.map((setup) => [setup.id, cellBasis(database, playground, query, setup)]),
  );
  const result = results[query.id];
  const isCurrent = Object.entries(result?.bases ?? {}).some(
    ([setupId, basis]) => bases.get(setupId) === basis,
  );
  if (isCurrent) note(result?.error);
  if (lastRun?.queryId === query.id && bases.get(lastRun.setupId) === lastRun.basis) {
    note(lastRun.outcome.error);
  }
  note(queryFault(playground, plans, query.id));
  return faults;
}
