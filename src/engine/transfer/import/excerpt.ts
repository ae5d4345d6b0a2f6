// The beginning of a text, short enough for a message.
import { oneLine } from '../../../lib/format/one-line.ts';

const excerptLength = 80;

/** The text's beginning on one line. */
export function excerptOf(text: string): string {
  const line = oneLine(text.slice(0, 4 * excerptLength));
  return line.length > excerptLength ? `${line.slice(0, excerptLength - 1)}…` : line;
}
