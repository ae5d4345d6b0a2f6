// What every import ends in: the bytes of a database, and what engine and page must know of it.
// Where the bytes are kept is not decided here.
import { bytesHash } from '../../../../lib/hash/bytes-hash.ts';
import type { BuiltIndex } from '../../../model/database/database.ts';
import type { ImageRecord } from '../../../model/database/database-image.ts';
import type { StorageSize } from '../../../model/database/storage-size.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { BadRow, BadRowUnit, ImportOutcome } from '../../../model/transfer/import.ts';
import { storageSizes } from '../../../pages/storage-sizes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { askNumber } from '../../../sqlite/ask-number.ts';
import type { Database, Driver } from '../../../sqlite/driver.ts';
import { refusals } from '../../refusals.ts';
import type { ImportedSchema } from './imported-schema.ts';
import { refusingDamage } from './sqlite-answer.ts';

export interface ImportedImage {
  outcome: ImportOutcome;
  record: Omit<ImageRecord, 'savedAt' | 'usedAt'>;
  bytes: Uint8Array;
}

export interface ImportedContent {
  fileName: string;
  driver: Driver;
  schema: ImportedSchema;
  tables: { name: string; rows: number }[];
  bytes: Uint8Array;
  warnings: string[];
  badRows?: BadRow[];
  badRowCount?: number;
  badRowUnit?: BadRowUnit;
  /** Rows that came with the file; without it all that the tables hold. */
  rowCount?: number;
}

/** Longer names are cut: a playground holds no longer ones. */
const maxNameLength = 255;

export function toImportedImage(content: ImportedContent): ImportedImage {
  const { bytes, schema, tables } = content;
  const fileName = content.fileName.slice(-maxNameLength);
  const imageId = `i${bytesHash(bytes)}`;
  const { indexes, hasStatistics, schemaSql } = schema;
  const sizeBytes = bytes.length;
  return {
    bytes,
    record: {
      imageId,
      kind: 'imported',
      title: fileName,
      sizeBytes,
      state: { tables, indexes, built: builtIndexes(schema, bytes), hasStatistics, contentMs: 0 },
    },
    outcome: {
      imported: { imageId, fileName, sizeBytes, tables, engine: content.driver.info.name },
      schemaSql,
      indexes,
      hasStatistics,
      rowCount: content.rowCount ?? tables.reduce((sum, { rows }) => sum + rows, 0),
      badRows: content.badRows ?? [],
      badRowCount: content.badRowCount ?? 0,
      badRowUnit: content.badRowUnit ?? 'line',
      warnings: content.warnings,
    },
  };
}

/** Counted by SQLite; `report` gets the share of the tables. */
export function countTables(
  database: Database,
  tables: readonly string[],
  report: (fraction: number) => void = () => {},
): { name: string; rows: number }[] {
  return tables.map((name, index) => {
    report(index / tables.length);
    const sql = `SELECT count(*) FROM main.${quoteName(name)}`;
    return { name, rows: refusingDamage(() => askNumber(database, sql)) };
  });
}

// The time of building an index that came with a file is not known.
function builtIndexes({ indexes }: ImportedSchema, bytes: Uint8Array): BuiltIndex[] {
  if (indexes.length === 0) return [];
  const sizes = new Map(sizesOf(bytes).map(({ name, sizeBytes }) => [name, sizeBytes]));
  return indexes.map(({ name }) => ({
    status: 'built',
    name,
    sizeBytes: sizes.get(name) ?? 0,
    buildMs: 0,
  }));
}

/** Walking the pages may find damage that SQLite's quick check passes over. */
function sizesOf(bytes: Uint8Array): StorageSize[] {
  try {
    return storageSizes(bytes);
  } catch (thrown) {
    if (!(thrown instanceof EngineFailure)) throw thrown;
    throw refusals.header(thrown.error.message.replace(/^.*? damaged\. |\.$/g, ''));
  }
}
