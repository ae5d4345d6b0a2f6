// The text of a file in whatever encoding it is written.
import type { TextEncoding } from '../../../engine/model/transfer/import.ts';

/** Without `encoding` its byte order mark says it, and UTF-8 where there is none. */
export async function fileText(blob: Blob, encoding?: TextEncoding): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new TextDecoder(encoding ?? encodingByMark(bytes)).decode(bytes);
}

function encodingByMark([first, second]: Uint8Array): TextEncoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
