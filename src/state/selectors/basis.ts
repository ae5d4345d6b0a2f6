// What a result was made from, as a text to compare: a result whose basis differs from the
// playground's is stale.
import type { Playground, Query, Setup } from '../../engine/model/playground.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { textHash } from '../../lib/hash/text-hash.ts';
import type { BuiltDatabase } from '../runs-store.ts';

/** What the data depends on: schema and recipe, each by itself. */
export function databaseBasis({ schemaSql, recipe, imported }: Playground): string {
  return `${textHash(schemaSql)} ${imported?.imageId ?? textHash(canonicalJson(recipe))}`;
}

/** Which parts of what the data depends on have changed since it was built. */
export function changedSince(
  basis: string,
  playground: Playground,
): { schema: boolean; recipe: boolean } {
  const [schema, recipe] = basis.split(' ');
  const [newSchema, newRecipe] = databaseBasis(playground).split(' ');
  return { schema: schema !== newSchema, recipe: recipe !== newRecipe };
}

/** What the sizes of tables and indexes depend on: which database it is, and what is built in it. */
export function sizesBasis({ basis, summary }: BuiltDatabase): string {
  const { tables, indexes, statistics, sizeBytes } = summary;
  const built = indexes.map(({ name, status }) => [name, status]);
  return textHash(JSON.stringify([basis, tables, built, statistics, sizeBytes]));
}

/** What a cell's samples depend on: the data, the query and the setup's switches. */
export function cellBasis(
  database: string,
  { indexes }: Pick<Playground, 'indexes'>,
  query: Query,
  setup: Setup,
): string {
  const on = indexes.filter(({ name }) => setup.indexes.includes(name)).map(({ sql }) => sql);
  const { sql, parameters } = query;
  return textHash(
    JSON.stringify([database, sql, parameters, on, setup.hasStatistics, setup.cache]),
  );
}

/** What a cell's counters depend on: a cache changes how often SQLite is asked, not its work. */
export function countBasis(playground: Playground, query: Query, setup: Setup): string {
  const uncached: Setup = { ...setup, cache: { kind: 'none' } };
  return cellBasis(databaseBasis(playground), playground, query, uncached);
}
