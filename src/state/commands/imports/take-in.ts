// Has a file made into a database image as the user decided, in a worker that is thrown away.
// What becomes of the image, the import commands say.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { ImportOutcome, ImportProgress } from '../../../engine/model/transfer/import.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { ImportState } from '../../import-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { DatabaseCommands } from '../database/database-commands.ts';
import type { Work } from '../work/work.ts';
import { toRowsTarget } from './rows-choice.ts';

/** A file of the user's machine. */
export interface PickedFile {
  name: string;
  blob: Blob;
}

/** What the transfer worker made; `file` where the browser's storage could not keep the image. */
export interface ImportedFile {
  outcome: ImportOutcome;
  file: Blob | null;
}

export interface TakeInDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  client: EngineClient;
  database: DatabaseCommands;
}

/** What was decided about the file. */
type Decided = Pick<Extract<ImportState, { status: 'ready' }>, 'report' | 'place' | 'rows'>;

/** Gives what the worker made; rejects with its failure, or 'stopped'. Says how far it is. */
export function createTakeIn({
  document,
  runs,
  client,
  database,
}: TakeInDependencies): (file: PickedFile, decided: Decided, work: Work) => Promise<ImportedFile> {
  /** The database as it is now, or null where the playground has none yet. */
  async function presentImage(work: Work): Promise<ArrayBuffer | null> {
    if (document.store.getState().playground.schemaSql.trim() === '') return null;
    await work.blocking(database.ensure, client.stop, 0);
    const exportImage = () => client.engine.call('exportImage', {});
    return (await work.blocking(exportImage, client.stop, 0)).image;
  }

  return async ({ name, blob }, { report, place, rows }, work) => {
    const onProgress = (progress: ImportProgress) =>
      runs.setState({ activity: { kind: 'importing', fileName: name, progress } });
    const isAdding = report.kind === 'rows' && place.kind === 'add-rows';
    const base = isAdding ? await presentImage(work) : null;
    const transfer = client.openTransfer();
    const call = () => {
      if (report.kind === 'rows' && rows) {
        const { options } = report;
        const request = { file: blob, name, options, target: toRowsTarget(rows), base };
        return transfer.call('importRows', request, { onProgress });
      }
      const operation = report.kind === 'script' ? 'importScript' : 'importDatabase';
      return transfer.call(operation, { file: blob, name }, { onProgress });
    };
    try {
      return await work.blocking(call, transfer.close, 0);
    } finally {
      transfer.close();
    }
  };
}
