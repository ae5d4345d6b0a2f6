// What catches the eye in a table by itself: no key, no types, rows too wide for where they lie.
// Keeps away from indexes and foreign keys.

import { formatCount } from '../../../lib/format/format-count.ts';
import { recordBytes } from '../../../lib/record-bytes.ts';
import { type Column, isVirtualTable, type Table } from '../../model/database/schema.ts';
import type { SchemaFinding } from '../../model/database/schema-finding.ts';
import type { Bytes } from '../../model/units.ts';
import type { SqlValue } from '../../model/values.ts';

/** Rows as the database will hold them, for their size. */
export interface SampleRows {
  table: string;
  rows: readonly (readonly SqlValue[])[];
  /** Bytes that have been cut from long values of all rows. */
  cutBytes?: Bytes;
}

/** "About 200 bytes" for pages of 4,096: https://www.sqlite.org/withoutrowid.html, section 3. */
const wideRowBytes = 4096 / 20;

export function shapeFindings(table: Table, samples: readonly SampleRows[]): SchemaFinding[] {
  // A module keeps its own rows: what is true of tables need not be of them.
  if (isVirtualTable(table)) return [];
  const sample = samples.find((each) => each.table === table.name);
  return [withoutKey(table), sample ? wideRows(table, sample) : null, untyped(table)].filter(
    (finding) => finding !== null,
  );
}

function withoutKey({ name, primaryKey, uniques }: Table): SchemaFinding | null {
  if (primaryKey.length > 0 || uniques.length > 0) return null;
  return {
    kind: 'table-without-key',
    table: name,
    message: `${name} has no primary key.`,
    reason:
      'Nothing keeps the same row from being stored twice, no foreign key can refer to it, and one row can be told from its copy only by the hidden rowid.',
    index: null,
  };
}

function wideRows(
  { name, isWithoutRowid }: Table,
  { rows, cutBytes = 0 }: SampleRows,
): SchemaFinding | null {
  if (!isWithoutRowid || rows.length === 0) return null;
  const mean = rows.reduce((sum, row) => sum + recordBytes(row), cutBytes) / rows.length;
  if (mean <= wideRowBytes) return null;
  return {
    kind: 'wide-without-rowid',
    table: name,
    message: `A row of ${name} takes about ${formatCount(mean)} bytes, much for WITHOUT ROWID.`,
    reason: `Rows of such a table lie in the tree of its key, inner pages included: few wide ones fit on a page, so finding one reads more pages. SQLite advises less than a twentieth of a page, about 200 bytes. The size is the mean of the preview’s ${formatCount(rows.length)} rows.`,
    index: null,
  };
}

function untyped({ name, columns, isStrict }: Table): SchemaFinding | null {
  const open = columns.filter((column: Column) => column.type === '' && !column.isGenerated);
  if (isStrict || open.length === 0) return null;
  const names = open.map((column) => column.name);
  const shown = names.length > 6 ? `${names.slice(0, 5).join(', ')} …` : names.join(', ');
  return {
    kind: 'untyped-column',
    table: name,
    message:
      names.length === 1
        ? `${name}.${shown} has no type.`
        : `${formatCount(names.length)} columns of ${name} have no type: ${shown}.`,
    reason:
      'SQLite stores there what comes and converts nothing: the number 10 and the text ‘10’ stay different, and looking for one does not find the other.',
    index: null,
  };
}
