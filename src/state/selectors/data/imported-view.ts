// The data of a file as plain values to draw: its tables, and what to do when it is not here.
import type { EngineInfo } from '../../../engine/model/database/engine-info.ts';
import type { ImportedData } from '../../../engine/model/database/imported-data.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { formatCountOf } from '../../../lib/format-count.ts';
import type { RunsState } from '../../runs-store.ts';

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
  { fileName, sizeBytes, tables, engine }: ImportedData,
  { activity }: Pick<RunsState, 'activity'>,
): ImportedView {
  const rowCount = tables.reduce((sum, { rows }) => sum + rows, 0);
  const isMissing = activity.kind === 'failed' && activity.error.code === 'image-missing';
  return {
    title: `Data from ${fileName}`,
    summary: [
      formatCountOf(tables.length, 'table'),
      formatCountOf(rowCount, 'row'),
      formatBytes(sizeBytes),
    ].join(', '),
    tables,
    engine: engines[engine],
    missing: isMissing
      ? {
          message: `The data of ${fileName} is not in this browser: a link never carries it, and the browser may have cleared what it kept.`,
          hint: `Open the file again, or generate as many rows in its place.`,
        }
      : null,
  };
}
