// Keys and new values go into a temporary table, from which one UPDATE ... FROM takes them.
// Creating, filling and dropping it is part of the price.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeOnce } from '../parts/execute.ts';
import { withoutKey } from '../parts/refusals.ts';
import { dropSource, fillSource, sourceName, sourceTerms } from '../parts/source-table.ts';
import { keyedAffinities, keyedValue, updateFrom } from './keyed-values.ts';

export const updateTemp: Technique = {
  facts: factsOf('update-temp'),
  refusal: withoutKey,
  write(database, job) {
    const affinities = keyedAffinities(job);
    const row = (at: number) => keyedValue(job, at);
    const filled = fillSource(database, job, affinities, job.keys.length, row);
    const terms = sourceTerms(affinities.length).map((name) => `source.${name}`);
    const updated = executeOnce(database, updateFrom(job, `${sourceName} AS source`, terms));
    return filled + updated + dropSource(database);
  },
};
