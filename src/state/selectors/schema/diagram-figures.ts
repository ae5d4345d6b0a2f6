// Rows and bytes of each table for the diagram: of the built database where it is the playground's,
// else as many rows as the recipe asks for, said to be planned.
import type { Schema } from '../../../engine/model/database/schema.ts';
import type { StorageSize } from '../../../engine/model/database/storage-size.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Bytes } from '../../../engine/model/units.ts';
import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { RunsState } from '../../runs-store.ts';
import { databaseBasis, sizesBasis } from '../basis.ts';
import { rowsOf } from '../data/rows-of.ts';

export interface DiagramFigures {
  rows: number | null;
  isPlanned: boolean;
  /** Of the table's own pages; null when not measured. */
  tableBytes: Bytes | null;
  indexBytes: Bytes;
}

/** By table name, for every table of the schema. */
export function diagramFigures(
  { tables }: Schema,
  playground: Playground,
  { database, sizes }: Pick<RunsState, 'database' | 'sizes'>,
): Map<string, DiagramFigures> {
  const isFresh = database?.basis === databaseBasis(playground);
  const measured =
    isFresh && sizes?.basis === sizesBasis(database) ? bytesByTable(sizes.sizes) : null;
  return new Map(
    tables.map(({ name }) => {
      const built = isFresh
        ? database.summary.tables.find((table) => isSameName(table.name, name))
        : undefined;
      const imported = playground.imported?.tables.find((table) => isSameName(table.name, name));
      const counted = built ?? imported;
      const bytes = measured?.get(foldName(name));
      return [
        name,
        {
          rows: counted?.rows ?? (playground.imported ? null : rowsOf(playground.recipe, name)),
          isPlanned: counted === undefined,
          tableBytes: bytes?.table ?? null,
          indexBytes: bytes?.indexes ?? 0,
        },
      ];
    }),
  );
}

/** Names folded: the schema's may be written in another case. */
function bytesByTable(
  sizes: readonly StorageSize[],
): Map<string, { table: Bytes; indexes: Bytes }> {
  const bytes = new Map<string, { table: Bytes; indexes: Bytes }>();
  for (const { kind, table, sizeBytes } of sizes) {
    const sum = bytes.get(foldName(table)) ?? { table: 0, indexes: 0 };
    if (kind === 'table') sum.table += sizeBytes;
    else sum.indexes += sizeBytes;
    bytes.set(foldName(table), sum);
  }
  return bytes;
}
