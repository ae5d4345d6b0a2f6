// Which parts of a message to a worker, or from one, move to the receiver instead of being copied.

/**
 * The ArrayBuffers at the top level of a message's content, each once. Transferred, an image of
 * 100 MB takes no time and no second copy; the sender's buffer is empty afterwards.
 */
export function transferablesOf(content: unknown): ArrayBuffer[] {
  // The bytes of a view would be its values.
  if (typeof content !== 'object' || content === null || ArrayBuffer.isView(content)) return [];
  return [...new Set(Object.values(content).filter((value) => value instanceof ArrayBuffer))];
}
