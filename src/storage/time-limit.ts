// A time limit on storage calls: some browsers leave an IndexedDB request unanswered for ever.

/** Settles as `promise` does, or rejects after `limitMs`. */
export function withTimeLimit<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Storage did not answer within ${limitMs} ms.`)),
      limitMs,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
