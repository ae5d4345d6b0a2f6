// Compression with the platform's own streams (deflate-raw), and inflation that stops at a limit.

// One transform call inflates a whole chunk before its reader sees anything; at most 1032:1, so a
// small chunk is what bounds the memory of a bomb.
const chunkBytes = 1024;

/** UTF-8 of the text, compressed. */
export async function deflateText(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export type Inflated =
  | { kind: 'text'; text: string }
  | { kind: 'too-big' }
  /** Not deflate data, or not UTF-8. */
  | { kind: 'corrupted' };

/** Inflates to text; gives up as soon as more than `limitBytes` came out. */
export async function inflateText(
  bytes: Uint8Array<ArrayBuffer>,
  limitBytes: number,
): Promise<Inflated> {
  const reader = inChunks(bytes).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  let sizeBytes = 0;
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) break;
      sizeBytes += value.length;
      if (sizeBytes > limitBytes) {
        reader.cancel().catch(() => undefined);
        return { kind: 'too-big' };
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
    parts.push(decoder.decode());
    return { kind: 'text', text: parts.join('') };
  } catch {
    return { kind: 'corrupted' };
  }
}

function inChunks(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(offset, offset + chunkBytes));
      offset += chunkBytes;
    },
  });
}
