// Which playground the labs' fields were set over: what they name must mean the same again.
import type { Playground } from '../../engine/model/playground.ts';
import { textHash } from '../../lib/hash/text-hash.ts';

/** Equal for playgrounds with the same tables, queries and setups, whatever else differs. */
export function placeBasis({ schemaSql, imported, queries, setups }: Playground): string {
  const names = [...queries, ...setups].map(({ id, name }) => [id, name]);
  return textHash(JSON.stringify([schemaSql, imported?.imageId ?? null, names]));
}
