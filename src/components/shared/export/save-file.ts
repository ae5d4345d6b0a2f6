// Hands a text to the browser as a download, under a name.
import type { TextFile } from '../../../state/commands/share/file-commands.ts';

/** `type` is the media type: 'text/csv'. */
export function saveFile({ name, text }: TextFile, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
