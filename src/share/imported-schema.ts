// What counts as the description of imported data when it comes from outside, and its form in a link.
// The rows themselves never come this way: they stay in the browser of whoever has the file.
import * as v from 'valibot';
import type { ImportedData } from '../engine/model/database/imported-data.ts';
import { atMost, integer, text } from './schema-parts.ts';

/** A file may have more tables than anybody would generate rows for. */
export const importedLimits = { tables: 10_000, nameLength: 1000 } as const;

const name = text(importedLimits.nameLength);
const count = integer(0, Number.MAX_SAFE_INTEGER);

// It names a file in the browser's storage: nothing but digits may follow.
const imageId = v.pipe(v.string(), v.regex(/^i[0-9a-f]{16}$/, 'is not the name of an image'));

export const importedSchema: v.GenericSchema<unknown, ImportedData> = v.strictObject({
  imageId,
  fileName: name,
  sizeBytes: count,
  tables: v.pipe(
    v.array(v.strictObject({ name, rows: count })),
    atMost<ImportedData['tables'][number]>(importedLimits.tables),
  ),
  engine: v.picklist(['sql.js', 'sqlite-wasm']),
});

/** File name, size, digits of the image's name, tables with their rows, 1 for the official build. */
export const wireImported = v.union([
  v.strictTuple([v.string(), v.number(), v.string(), wireTables()]),
  v.strictTuple([v.string(), v.number(), v.string(), wireTables(), v.literal(1)]),
]);

function wireTables() {
  return v.array(v.strictTuple([v.string(), v.number()]));
}

export type WireImported = v.InferOutput<typeof wireImported>;

export function toWireImported(imported: ImportedData): WireImported {
  const { fileName, sizeBytes, tables, engine } = imported;
  const rows = tables.map((table): [string, number] => [table.name, table.rows]);
  const digits = imported.imageId.slice(1);
  return engine === 'sql.js'
    ? [fileName, sizeBytes, digits, rows]
    : [fileName, sizeBytes, digits, rows, 1];
}

/** Not checked yet: `importedSchema` does, with the rest of the playground. */
export function parseWireImported(wire: WireImported): ImportedData {
  const [fileName, sizeBytes, digits, rows, isOfficial] = wire;
  return {
    imageId: `i${digits}`,
    fileName,
    sizeBytes,
    tables: rows.map(([table, count]) => ({ name: table, rows: count })),
    engine: isOfficial === 1 ? 'sqlite-wasm' : 'sql.js',
  };
}
