// What a run of the Writes lab was made from, as a text to compare: another text makes it stale.
import type { Playground } from '../../../engine/model/playground.ts';
import { textHash } from '../../../lib/hash/text-hash.ts';
import type { ConstraintTrialsRun, WritesExperiment, WritesRun } from '../../writes-store.ts';
import { databaseBasis } from '../basis.ts';

/**
 * Data, indexes that are on in these setups and their statements. Names of setups do not matter; a
 * setup that is gone does. Indexes of other tables count too: triggers and cascades write there.
 */
export function writesBasis(
  playground: Playground,
  { request, setups }: Pick<WritesExperiment, 'request' | 'setups'>,
): string {
  const { indexes } = playground;
  const known = setups.map(({ id }) => {
    const setup = playground.setups.find((other) => other.id === id);
    return setup && [id, setup.hasStatistics, indexes.filter(isOnIn(setup.indexes))];
  });
  // The price is that of every index of the playground, the constraints' that of the table alone.
  const parts = {
    techniques: known,
    'batch-sizes': known,
    'index-price': [known, indexes],
    constraints: [],
  };
  return textHash(JSON.stringify([databaseBasis(playground), parts[request.kind]]));
}

/** Whether the playground has changed since, in what a run depends on. */
export function isStaleWrites(playground: Playground, { subject }: WritesRun): boolean {
  return writesBasis(playground, subject) !== subject.basis;
}

/** UNIQUE indexes are tried too, whatever setup has them on; notes speak of the others. */
export function trialsBasis(playground: Playground): string {
  const indexes = playground.indexes.map(({ sql }) => sql);
  return textHash(JSON.stringify([databaseBasis(playground), indexes]));
}

export function areStaleTrials(playground: Playground, { basis }: ConstraintTrialsRun): boolean {
  return trialsBasis(playground) !== basis;
}

function isOnIn(names: readonly string[]): (index: { name: string }) => boolean {
  return ({ name }) => names.includes(name);
}
