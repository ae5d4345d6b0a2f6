// Saves a file that was made of data, and says so: making it may have taken a while.
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import type { DataFile } from '../../../state/commands/share/data-exports.ts';
import type { PlaygroundApp } from '../../../state/playground-app.ts';
import { saveBlob } from './save-file.ts';

/** Gives false when there is no file: it was stopped, or a notice says what went wrong. */
export function saveData(
  { notices }: Pick<PlaygroundApp, 'notices'>,
  file: DataFile | null,
  details: string[] = [],
): boolean {
  if (!file) return false;
  saveBlob(file);
  const text = `Saved ${file.name}, ${formatBytes(file.blob.size)}`;
  notices.show({ tone: 'info', text, details, action: null });
  return true;
}
