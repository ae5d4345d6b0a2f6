// Work that follows what changes: latest wins. What the work is stands where it is asked for.

/** Runs `work` now, or once more after the run under way; never two at a time. */
export function latestOnly(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  return function request() {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    void (async () => {
      while (isWanted) {
        isWanted = false;
        await work();
      }
      isRunning = false;
    })();
  };
}
