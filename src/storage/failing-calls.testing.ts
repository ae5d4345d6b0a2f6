// Faults for tests of storage: makes calls fail or hang, as a browser in trouble does.
import { vi } from 'vitest';

/** 'fail' and 'quota': the nth call throws; 'hang': it never answers; 'kill': nor do all after it. */
export type Fault = 'fail' | 'quota' | 'hang' | 'kill';

export interface Faults {
  calls(): number;
  /** Settles when the nth call has come. */
  readonly reached: Promise<void>;
  /** Counts a call of the test's own: throws or hangs when it is the one. */
  step(): Promise<void>;
  restore(): void;
}

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

const never = new Promise<never>(() => {});

/** Makes the nth storage call from now on fail: of IndexedDB, and those that are told by `step`. */
export function failCall(failAt: number, fault: Fault = 'fail'): Faults {
  let calls = 0;
  let tellReached = () => {};
  const reached = new Promise<void>((resolve) => {
    tellReached = resolve;
  });
  /** True when this call is to hang. */
  function hangs(): boolean {
    calls++;
    if (calls === failAt) tellReached();
    if (calls < failAt || (calls > failAt && fault !== 'kill')) return false;
    if (fault === 'fail') throw new DOMException('Injected.', 'UnknownError');
    if (fault === 'quota') throw new DOMException('Injected.', 'QuotaExceededError');
    return true;
  }
  const spies = methods.map((name) => {
    const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      return hangs() ? (never as unknown as IDBRequest) : original.apply(this, args);
    });
  });
  const transaction = IDBDatabase.prototype.transaction;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args: Parameters<IDBDatabase['transaction']>
  ) {
    // It answers at once or throws; what a killed worker asks of it next never comes back.
    if (hangs() && fault !== 'kill') throw new DOMException('Injected.', 'InvalidStateError');
    return transaction.apply(this, args);
  });
  return {
    calls: () => calls,
    reached,
    async step() {
      if (hangs()) await never;
    },
    restore: () => {
      for (const each of [...spies, spy]) each.mockRestore();
    },
  };
}
