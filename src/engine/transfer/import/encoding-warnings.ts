// What the user is told of a text's encoding.
import type { TextEncoding } from '../../model/transfer/import.ts';

/** What is said of a file that is not UTF-8. */
export function encodingWarnings(encoding: TextEncoding): string[] {
  if (encoding === 'utf-8') return [];
  if (encoding === 'windows-1252') {
    return ['The text is not UTF-8; it was read as windows-1252 (Western European).'];
  }
  return [`The text is in ${encoding.toUpperCase()}.`];
}
