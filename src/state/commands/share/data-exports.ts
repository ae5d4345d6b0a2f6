// Data on its way out: the database as a setup has it, a table, the rows of a result.
// Gives files; saving them is the page's.
import type { EngineClient } from '../../../client/engine-client.ts';
import { type EngineError, toEngineError } from '../../../engine/model/errors.ts';
import { setupLetter } from '../../../engine/model/playground.ts';
import type { ExportRequest } from '../../../engine/model/transfer/export.ts';
import type { Fraction } from '../../../engine/model/units.ts';
import { createRowsWriter, type RowsTextFormat } from '../../../lib/rows-text/rows-writer.ts';
import { fileStem } from '../../../share/playground-file.ts';
import { isBusy } from '../../activity.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { DatabaseCommands } from '../database/database-commands.ts';
import type { Notices } from '../notices.ts';
import type { Work, Works } from '../work/work.ts';

/** A file as bytes; its media type is the blob's. */
export interface DataFile {
  name: string;
  blob: Blob;
}

/** The rows of a statement that are kept in the engine. */
export interface ExportedResult {
  resultId: number;
  columns: readonly string[];
  keptRows: number;
  queryName: string;
}

/**
 * Each makes the data first where it is missing, and gives null when it was stopped or failed; a
 * notice then says why.
 */
export interface DataExportCommands {
  /** As a SQLite file, or as a script that makes the same. */
  exportDatabase(setupId: string, format: 'sqlite' | 'sql'): Promise<DataFile | null>;
  exportTable(table: string, format: RowsTextFormat): Promise<DataFile | null>;
  exportResult(result: ExportedResult, format: RowsTextFormat): Promise<DataFile | null>;
}

export interface DataExportDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  client: EngineClient;
  works: Works;
  database: DatabaseCommands;
  notices: Notices;
}

/** Rows of a result that are asked for at once. */
const rowsPerWindow = 5000;
/** A window is answered soon; a Stop waits so long for it, in milliseconds. */
const windowGraceMs = 500;

const mediaTypes = {
  sqlite: 'application/vnd.sqlite3',
  sql: 'application/sql',
  csv: 'text/csv',
  json: 'application/json',
} as const;

const busy: EngineError = {
  code: 'engine-failed',
  message: 'No file was made: the engine is at work.',
  hint: 'Press Stop, or wait until it has ended, and save again.',
};

export function createDataExports(dependencies: DataExportDependencies): DataExportCommands {
  const { document, runs, client, works, database, notices } = dependencies;

  const playground = () => document.store.getState().playground;
  const say = (fraction: Fraction) => runs.setState({ activity: { kind: 'exporting', fraction } });

  async function makeFile(
    nameParts: readonly string[],
    format: keyof typeof mediaTypes,
    make: (work: Work) => Promise<Blob>,
  ): Promise<DataFile | null> {
    if (isBusy(runs.getState().activity)) {
      tell(busy);
      return null;
    }
    const name = `${nameParts.join('-')}.${format}`;
    let made: Blob | null = null;
    const first = { kind: 'exporting', fraction: 0 } as const;
    await works.run(first, async (work) => {
      try {
        made = await make(work);
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code !== 'stopped') tell(error);
        throw thrown;
      }
    });
    const blob = made as Blob | null;
    return blob && { name, blob: blob.slice(0, blob.size, mediaTypes[format]) };
  }

  function tell({ message, hint }: EngineError): void {
    const details = hint === undefined ? [] : [hint];
    notices.show({ tone: 'error', text: message, details, action: null });
  }

  async function ofDatabase(request: ExportRequest, work: Work): Promise<Blob> {
    await work.blocking(database.ensure, client.stop, 0);
    say(0);
    const { image } = await work.blocking(
      () => client.engine.call('exportImage', {}),
      client.stop,
      0,
    );
    const transfer = client.openTransfer();
    try {
      const options = { onProgress: ({ fraction }: { fraction: Fraction }) => say(fraction) };
      const { file } = await work.blocking(
        () => transfer.call('exportFile', { image, request }, options),
        transfer.close,
        0,
      );
      return file;
    } finally {
      transfer.close();
    }
  }

  return {
    async exportDatabase(setupId, format) {
      const { title, indexes, setups } = playground();
      const place = setups.findIndex(({ id }) => id === setupId);
      const setup = setups[place];
      if (!setup) return null;
      const request: ExportRequest = {
        format,
        indexes: setup.indexes,
        switchable: indexes.map(({ name }) => name),
        hasStatistics: setup.hasStatistics,
      };
      const name = [fileStem(title, 'database'), setupLetter(place).toLowerCase()];
      return makeFile(name, format, (work) => ofDatabase(request, work));
    },
    async exportTable(table, format) {
      const request: ExportRequest =
        format.kind === 'csv'
          ? { format: 'csv', table, csv: { isRaw: format.isRaw } }
          : { format: 'json', table };
      const name = [fileStem(playground().title, 'database'), fileStem(table, 'table')];
      return makeFile(name, format.kind, (work) => ofDatabase(request, work));
    },
    async exportResult({ resultId, columns, keptRows, queryName }, format) {
      const name = [fileStem(playground().title, 'playground'), fileStem(queryName, 'rows')];
      return makeFile(name, format.kind, async (work) => {
        const writer = createRowsWriter(columns, format);
        const pieces = [writer.start()];
        for (let from = 0; from < keptRows; from += rowsPerWindow) {
          const request = { resultId, from, count: Math.min(rowsPerWindow, keptRows - from) };
          const rows = await work.blocking(
            () => client.engine.call('readRows', request),
            client.stop,
            windowGraceMs,
          );
          pieces.push(rows.map(writer.row).join(''));
          say((from + request.count) / keptRows);
        }
        pieces.push(writer.end());
        return new Blob(pieces);
      });
    },
  };
}
