// Faults for tests of storage: makes one call to IndexedDB throw, as a browser in trouble does.
import { vi } from 'vitest';

const methods = [
  'get',
  'put',
  'add',
  'delete',
  'clear',
  'getKey',
  'getAll',
  'getAllKeys',
] as const satisfies (keyof IDBObjectStore)[];

/** Makes the nth IndexedDB call from now on throw. */
export function failCall(failAt: number): { calls: () => number; restore: () => void } {
  let calls = 0;
  const spies = methods.map((name) => {
    const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (++calls === failAt) throw new DOMException('Injected.', 'UnknownError');
      return original.apply(this, args);
    });
  });
  const transaction = IDBDatabase.prototype.transaction;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args: Parameters<IDBDatabase['transaction']>
  ) {
    if (++calls === failAt) throw new DOMException('Injected.', 'InvalidStateError');
    return transaction.apply(this, args);
  });
  return {
    calls: () => calls,
    restore: () => {
      for (const each of [...spies, spy]) each.mockRestore();
    },
  };
}
