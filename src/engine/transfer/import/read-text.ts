// The text of a file, piece by piece, so that a file much larger than memory can be read.
// What the text means is read by others.
import type { TextEncoding } from '../../model/transfer/import.ts';
import type { Bytes } from '../../model/units.ts';
import { type FileSource, NotUtf8 } from './file-source.ts';

export interface TextPiece {
  text: string;
  /** Bytes of the file up to the end of this piece. */
  doneBytes: Bytes;
  isLast: boolean;
}

/** Small: rows that live briefly cost the garbage collector little. */
const pieceBytes = 131_072;

/** Reads up to `endBytes` of the file. Throws NotUtf8 when it is not what its beginning promised. */
export async function* readText(
  source: FileSource,
  encoding: TextEncoding,
  endBytes: Bytes = source.sizeBytes,
): AsyncGenerator<TextPiece> {
  const decode = source.decoder(encoding);
  const end = Math.min(endBytes, source.sizeBytes);
  for (let start = 0; start < end; start += pieceBytes) {
    const doneBytes = Math.min(start + pieceBytes, end);
    const isLast = doneBytes === source.sizeBytes;
    const text = decode(await source.read(start, doneBytes), isLast);
    yield { text, doneBytes, isLast: doneBytes === end };
  }
}

/**
 * Runs `work` with the encoding that the beginning of the file has; when a later part turns out not
 * to be UTF-8, runs it again from the start with windows-1252.
 */
export async function inEncoding<Result>(
  encoding: TextEncoding,
  work: (encoding: TextEncoding) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(encoding);
  } catch (thrown) {
    if (!(thrown instanceof NotUtf8)) throw thrown;
    return work('windows-1252');
  }
}
