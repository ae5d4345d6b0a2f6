// A step of a plan as a link names it (numbers and letters) and as the page does (ids).
import { type Playground, setupLetter } from '../../../engine/model/playground.ts';
import type { LinkedStep } from '../../../share/link/link-step.ts';
import type { PlanPlace } from '../../ui-store.ts';

/** Null when query or setup are not the playground's. */
export function stepAtPlace(
  { queries, setups }: Playground,
  { queryId, setupId, path }: PlanPlace,
): LinkedStep | null {
  const query = queries.findIndex(({ id }) => id === queryId);
  const setup = setups.findIndex(({ id }) => id === setupId);
  if (query < 0 || setup < 0) return null;
  return { query: query + 1, setup: setupLetter(setup), path };
}

/** Null when the playground has no such query or setup; whether it has the step its plan will tell. */
export function placeOfStep({ queries, setups }: Playground, step: LinkedStep): PlanPlace | null {
  const query = queries[step.query - 1];
  const setup = setups.find((_, position) => setupLetter(position) === step.setup);
  return query && setup ? { queryId: query.id, setupId: setup.id, path: step.path } : null;
}
