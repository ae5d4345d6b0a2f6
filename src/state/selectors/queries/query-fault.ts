// What is wrong with a query, for the place where it is written.

import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { RunsState } from '../../runs-store.ts';

/** Why the query has no plan in the baseline. Null when it has one, and while nothing is written. */
export function queryFault(
  { queries, setups }: Pick<Playground, 'queries' | 'setups'>,
  plans: RunsState['plans'],
  queryId: string | null,
): EngineError | null {
  const query = queries.find(({ id }) => id === queryId);
  const baseline = setups[0];
  if (!query || !baseline || query.sql.trim() === '') return null;
  const planned = plans[cellKey(query.id, baseline.id)];
  return planned?.status === 'failed' ? planned.error : null;
}
