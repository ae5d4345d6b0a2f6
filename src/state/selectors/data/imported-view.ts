// The data of a file as plain values to draw: its tables, and what to do when it is not here.
import type { EngineInfo } from '../../../engine/model/database/engine-info.ts';
import type { ImportedData } from '../../../engine/model/database/imported-data.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { RunsState } from '../../runs-store.ts';
import type { UiState } from '../../ui-store.ts';
import { databaseBasis } from '../basis.ts';

export interface ImportedView {
  title: string;
  /** '3 tables, 12,000 rows, 4.1 MB'. */
  summary: string;
  tables: { name: string; rows: number }[];
  /** Which build of SQLite opens it, and why. */
  engine: { text: string; explanation: string };
  /** Its bytes are not in this browser: what happened and what to do. */
  missing: Pick<EngineError, 'message' | 'hint'> | null;
}

const engines: Record<EngineInfo['name'], ImportedView['engine']> = {
  'sql.js': {
    text: 'sql.js',
    explanation: 'The build of SQLite that measures everything here can open this file.',
  },
  'sqlite-wasm': {
    text: 'SQLite’s official build, as it uses FTS5 or R-Tree',
    explanation:
      'The file uses FTS5 or R-Tree, which sql.js lacks, so SQLite’s official WebAssembly build opens and measures it. Compare its times with each other, not with those of other playgrounds.',
  },
};

export function importedView(
  imported: ImportedData,
  runs: Pick<RunsState, 'missingImage'>,
): ImportedView {
  const { fileName, sizeBytes, tables, engine } = imported;
  const rowCount = tables.reduce((sum, { rows }) => sum + rows, 0);
  return {
    title: `Data from ${fileName}`,
    summary: [
      formatCountOf(tables.length, 'table'),
      formatCountOf(rowCount, 'row'),
      formatBytes(sizeBytes),
    ].join(', '),
    tables,
    engine: engines[engine],
    missing: isFileMissing(imported, runs)
      ? {
          message: `The data of ${fileName} is not in this browser: a link never carries it, and the browser may have cleared what it kept.`,
          hint: `Open the file again, or generate as many rows in its place.`,
        }
      : null,
  };
}

/** True when its bytes were looked for in this browser and are not here. */
export function isFileMissing(
  imported: ImportedData | undefined,
  { missingImage }: Pick<RunsState, 'missingImage'>,
): boolean {
  return imported !== undefined && imported.imageId === missingImage;
}

/** The image that is known not to be here: it was looked for, by loading it or when its link opened. */
export function missingImageOf(
  { missingImage }: Pick<RunsState, 'missingImage'>,
  { openedLink }: Pick<UiState, 'openedLink'>,
): string | null {
  const linked = openedLink?.imported;
  return missingImage ?? (linked && !linked.isHere ? linked.imageId : null);
}

/** What stands over the box for a slow query: how far the file's data is at hand. */
export function slowQueryWords(
  playground: Playground,
  { missingImage, database }: Pick<RunsState, 'missingImage' | 'database'>,
): string {
  const { imported, indexes } = playground;
  const ask = 'A ? or :name in it becomes a parameter.';
  if (!imported) return ask;
  const { fileName } = imported;
  if (isFileMissing(imported, { missingImage })) {
    return `${fileName} is not in this browser. A query can be written all the same; once the file is opened, it runs on its data. ${ask}`;
  }
  const isLoaded = database?.basis === databaseBasis(playground);
  const place = isLoaded ? 'is loaded' : 'is kept in this browser';
  return `${fileName} ${place}${switchWords(indexes.length)}. Which query of yours is slow? ${ask}`;
}

function switchWords(indexCount: number): string {
  if (indexCount === 0) return '';
  return indexCount === 1
    ? ', and its index is a switch of the bench'
    : ', and its indexes are switches of the bench';
}
