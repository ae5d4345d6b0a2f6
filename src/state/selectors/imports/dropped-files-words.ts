// What is said when more files are dropped than can be taken.
import { formatCount } from '../../../lib/format/format-count.ts';

/** Null for a single file. The first is the one that is taken. */
export function droppedFilesWords(names: readonly string[]): string | null {
  if (names.length < 2) return null;
  return `${formatCount(names.length)} files were dropped; one is taken at a time: ${names[0]}.`;
}
