// What a file turned out to be, in words, and the choices that it offers.
import type { Playground } from '../../../engine/model/playground.ts';
import type { RowsFileReport } from '../../../engine/model/transfer/import.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import type { ImportPlace, KnownReport } from '../../import-store.ts';

/** One line: kind and extent. */
export function reportWords(report: KnownReport): string {
  const size = formatBytes(report.sizeBytes);
  switch (report.kind) {
    case 'database': {
      const parts = [
        formatCountOf(report.tables.length, 'table'),
        report.indexCount > 0 && formatCountOf(report.indexCount, 'index', 'indexes'),
        report.viewCount > 0 && formatCountOf(report.viewCount, 'view'),
        report.triggerCount > 0 && formatCountOf(report.triggerCount, 'trigger'),
      ].filter((part) => part !== false);
      return `SQLite database, ${size}: ${formatList(parts)}`;
    }
    case 'script':
      return `SQL script, ${size}: ${formatList(
        report.statements.map(({ kind, count }) => formatCountOf(count, kind, kind)),
      )}`;
    case 'rows':
      return `${formatNames[report.format]}, ${size}, ${encodingNames[report.encoding]}: ${rowsWords(report)}`;
  }
}

const formatNames = { csv: 'Rows as text', json: 'Rows as JSON' } as const;
const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;

function rowsWords({ expectedRows, columns }: RowsFileReport): string {
  return `about ${formatCountOf(expectedRows, 'row')} of ${formatCountOf(columns.length, 'column')}`;
}

export interface PlaceChoice {
  place: ImportPlace;
  label: string;
  hint: string;
}

/** What the file can become, the proposed first where it is one of them. */
export function placeChoices(report: KnownReport, playground: Playground): PlaceChoice[] {
  const asNew: PlaceChoice = {
    place: { kind: 'new' },
    label: 'A new playground',
    hint: 'Undo brings this one back.',
  };
  const asData: PlaceChoice = {
    place: { kind: 'replace-data' },
    label: 'The data of this playground',
    hint: 'Queries, parameters and setups stay.',
  };
  if (report.kind === 'rows') {
    const asRows: PlaceChoice = {
      place: { kind: 'add-rows' },
      label: 'Rows of this playground',
      hint: 'In a table that is there, or one of their own.',
    };
    return playground.schemaSql.trim() === '' ? [asNew] : [asNew, asRows];
  }
  if (report.kind === 'database') return [asNew, asData];
  const asText: PlaceChoice = {
    place: { kind: 'text' },
    label: 'Text of a new playground',
    hint: 'Sorted into schema, switches and queries. Links carry it.',
  };
  return report.fitsPlayground ? [asText, asNew, asData] : [asNew, asData];
}

/** Whether links will carry the data. */
export function carriedWords(place: ImportPlace): string {
  return place.kind === 'text'
    ? 'Links to this playground will carry all of it.'
    : 'The rows stay in this browser: links to this playground do not carry them.';
}
