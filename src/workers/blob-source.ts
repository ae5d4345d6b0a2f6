// A Blob as the engine reads files: slices of bytes, and the decoders of the browser.
import type { TextEncoding } from '../engine/model/transfer/import.ts';
import { type FileSource, NotUtf8 } from '../engine/transfer/import/file-source.ts';
import { refusals } from '../engine/transfer/refusals.ts';

/** Reading throws a refusal when the file was changed or removed since it was chosen. */
export function blobSource(file: Blob, name: string): FileSource {
  return {
    name,
    sizeBytes: file.size,
    async read(start, end) {
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (thrown) {
        throw refusals.unreadable(thrown instanceof Error ? thrown.message : String(thrown));
      }
    },
    decoder,
  };
}

function decoder(encoding: TextEncoding) {
  const text = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  return (bytes: Uint8Array, isLast: boolean) => {
    try {
      return text.decode(bytes, { stream: !isLast });
    } catch (thrown) {
      // What a fatal decoder throws for bytes that are not of its encoding.
      if (thrown instanceof TypeError) throw new NotUtf8();
      throw thrown;
    }
  };
}
