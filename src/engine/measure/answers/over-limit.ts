// The failure of a query that took longer than one execution may.
// When to look at the clock is the business of whoever executes.
import { EngineFailure } from '../../model/errors.ts';
import type { Query } from '../../model/playground.ts';
import type { Milliseconds } from '../../model/units.ts';

/** 'time-limit', as a sentence that names the query. */
export function overLimitFailure(query: Query, limitMs: Milliseconds): EngineFailure {
  return new EngineFailure({
    code: 'time-limit',
    message: `The query "${query.name}" took longer than ${Math.round(limitMs / 1000)} s and was ended.`,
    hint: 'Use fewer rows, or an index that serves it.',
    place: { source: 'query', name: query.name },
  });
}
