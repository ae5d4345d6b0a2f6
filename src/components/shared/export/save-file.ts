// Hands a file to the browser as a download, under a name.
import type { DataFile } from '../../../state/commands/share/data-exports.ts';
import type { TextFile } from '../../../state/commands/share/file-commands.ts';

/** `type` is the media type: 'text/csv'. */
export function saveFile({ name, text }: TextFile, type: string): void {
  saveBlob({ name, blob: new Blob([text], { type }) });
}

/** The same of bytes, which know their media type. */
export function saveBlob({ name, blob }: DataFile): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
