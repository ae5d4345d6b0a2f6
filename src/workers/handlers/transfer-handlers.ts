// One line per operation of the transfer worker: files in and out. Keeps nothing between messages.
import type { ImportProgress } from '../../engine/model/transfer/import.ts';
import { exportFile } from '../../engine/transfer/export/export-file.ts';
import { importDatabase } from '../../engine/transfer/import/database/import-database.ts';
import type { ImportedImage } from '../../engine/transfer/import/database/imported-image.ts';
import { driverFor } from '../../engine/transfer/import/database/open-foreign.ts';
import type { Drivers } from '../../engine/transfer/import/database/virtual-tables.ts';
import type { FileSource } from '../../engine/transfer/import/file-source.ts';
import { inspectFile } from '../../engine/transfer/import/inspect-file.ts';
import { type RecognizedFile, recognizeFile } from '../../engine/transfer/import/recognize-file.ts';
import { importRows } from '../../engine/transfer/import/rows/import-rows.ts';
import { importScript } from '../../engine/transfer/import/script/import-script.ts';
import { refusals } from '../../engine/transfer/refusals.ts';
import type { ImageStore } from '../../storage/images/image-store.ts';
import { blobSource } from '../blob-source.ts';
import type { ImportedFile, TransferOperations } from '../protocol.ts';
import type { Handlers } from '../serve.ts';

type ReportImport = (progress: ImportProgress) => void;

/** The transfer worker's handlers. `official` is called when a file needs the official build. */
export function transferHandlers(
  drivers: Drivers,
  images: ImageStore,
): Handlers<TransferOperations> {
  const keep = (image: ImportedImage, report: ReportImport) => keepImage(images, image, report);
  return {
    inspectFile: ({ file, name, rows }) => inspectFile(blobSource(file, name), drivers, rows),
    async importDatabase({ file, name }, report) {
      const source = blobSource(file, name);
      await recognizedAs(source, ['database']);
      return keep(await importDatabase(source, drivers, report), report);
    },
    async importScript({ file, name }, report) {
      const source = blobSource(file, name);
      const { encoding } = await recognizedAs(source, ['script', 'csv']);
      return keep(await importScript(source, encoding, drivers, report), report);
    },
    async importRows({ file, name, options, target, base }, report) {
      const source = blobSource(file, name);
      const { kind, encoding } = await recognizedAs(source, ['csv', 'json', 'json-lines']);
      const request = {
        source,
        file: { kind, encoding },
        options,
        target,
        base: base && new Uint8Array(base),
      };
      return keep(await importRows(request, drivers, report), report);
    },
    async exportFile({ image, request }, report) {
      const bytes = new Uint8Array(image);
      const driver = await driverFor(bytes, drivers);
      return { file: new Blob([...exportFile(driver, bytes, request, report)]) };
    },
  };
}

/** What the file is, when it is what was asked for: it may have changed since it was inspected. */
async function recognizedAs<Kind extends RecognizedFile['kind']>(
  source: FileSource,
  kinds: readonly Kind[],
): Promise<Extract<RecognizedFile, { kind: Kind }>> {
  const { file } = await recognizeFile(source);
  const isWanted = (each: RecognizedFile): each is Extract<RecognizedFile, { kind: Kind }> =>
    kinds.some((kind) => kind === each.kind);
  if (!isWanted(file)) throw refusals.changed();
  return file;
}

/** Into the browser's storage; where that has no room, the image goes to the page as a file. */
async function keepImage(
  images: ImageStore,
  { outcome, record, bytes }: ImportedImage,
  report: ReportImport,
): Promise<ImportedFile> {
  report({ phase: 'keeping', fraction: 0 });
  const kept = await images.keep(record, bytes);
  report({ phase: 'keeping', fraction: 1 });
  if (kept.kind === 'kept') return { outcome, file: null };
  const warning = `${kept.message} The data stays open until this page is closed. Open the file again after that.`;
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  return { outcome: { ...outcome, warnings: [...outcome.warnings, warning] }, file };
}
