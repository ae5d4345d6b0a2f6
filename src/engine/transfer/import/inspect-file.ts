// Looks at a file and says what it is and what is in it. Changes nothing, keeps nothing.
import { EngineFailure } from '../../model/errors.ts';
import type { FileReport, RowsOptions } from '../../model/transfer/import.ts';
import { inspectDatabase } from './database/import-database.ts';
import type { Drivers } from './database/virtual-tables.ts';
import type { FileSource } from './file-source.ts';
import { inEncoding } from './read-text.ts';
import { recognizeFile } from './recognize-file.ts';
import { inspectRows } from './rows/inspect-rows.ts';
import { inspectScript } from './script/import-script.ts';

/** The report of a file; a file that cannot be taken in is reported as refused, not thrown. */
export async function inspectFile(
  source: FileSource,
  drivers: Drivers,
  rows?: RowsOptions,
): Promise<FileReport> {
  try {
    const { file } = await recognizeFile(source);
    switch (file.kind) {
      case 'database':
        return await inspectDatabase(source, drivers);
      case 'playground':
        return { kind: 'playground' };
      case 'script':
        return await inEncoding(file.encoding, (encoding) => inspectScript(source, encoding));
      default:
        return await inspectRows(source, { kind: file.kind, encoding: file.encoding }, rows);
    }
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return { kind: 'refused', error: thrown.error };
    throw thrown;
  }
}
