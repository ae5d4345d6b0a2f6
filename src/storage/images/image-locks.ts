// One writer for each image among all tabs and workers: the browser's locks, where it has them.
// A lock ends with the worker that holds it, however that ends.

/** What became of an attempt to hold a lock. */
export type Held<T> = { isHeld: true; value: T } | { isHeld: false };

/** Runs work while holding a lock; does not wait for one that another holds. */
export type TryHold = <T>(name: string, work: () => Promise<T>) => Promise<Held<T>>;

/** Locks of the browser. They exist wherever the origin-private file system does. */
export function browserLocks(locks: () => LockManager): TryHold {
  return (name, work) =>
    locks().request(name, { ifAvailable: true }, async (lock) =>
      lock ? { isHeld: true as const, value: await work() } : { isHeld: false as const },
    );
}
