// A file as the engine reads it: pieces of bytes, and decoders of text. The engine has neither Blob
// nor TextDecoder; whoever starts an import brings them.
import type { TextEncoding } from '../../model/transfer/import.ts';
import type { Bytes } from '../../model/units.ts';

export interface FileSource {
  /** As the user knows it: 'orders.csv'. */
  readonly name: string;
  readonly sizeBytes: Bytes;
  /** The bytes of [start, end); fewer at the end of the file. */
  read(start: Bytes, end: Bytes): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * A decoder that keeps what a piece cuts in two for the next piece, and takes a byte order mark
   * away. The one of UTF-8 throws NotUtf8 for bytes that are not.
   */
  decoder(encoding: TextEncoding): Decode;
}

export type Decode = (bytes: Uint8Array, isLast: boolean) => string;

/** Thrown by the decoder of UTF-8: the text is in another encoding. */
export class NotUtf8 extends Error {
  constructor() {
    super('The text is not UTF-8.');
    this.name = 'NotUtf8';
  }
}
