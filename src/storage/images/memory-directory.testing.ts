// The origin-private file system in memory, with its locks and its errors, for tests.

/** Gets the name of the call. */
type Step = (operation: string) => Promise<void>;

const missing = () => new DOMException('Injected: no such entry.', 'NotFoundError');
const inUse = () => new DOMException('Injected: in use.', 'NoModificationAllowedError');

interface Entry {
  bytes: Uint8Array<ArrayBuffer>;
  isOpen: boolean;
}

/** The root with one folder level; `step` is awaited before each call. */
export interface MemoryDirectory {
  root: FileSystemDirectoryHandle;
  files: Map<string, Entry>;
  /** Runs before each call: set it to fail or to wait. */
  step: Step;
}

/** `isWorker`: files have synchronous handles too, as in workers. */
export function createMemoryDirectory(isWorker: boolean): MemoryDirectory {
  const files = new Map<string, Entry>();
  const step: Step = (operation) => directory.step(operation);

  function fileHandle(name: string) {
    const entry = (): Entry => {
      const found = files.get(name);
      if (!found) throw missing();
      return found;
    };
    const open = (): Entry => {
      const found = entry();
      if (found.isOpen) throw inUse();
      found.isOpen = true;
      return found;
    };
    return {
      async getFile() {
        await step('getFile');
        const { bytes } = entry();
        return {
          size: bytes.byteLength,
          async arrayBuffer() {
            await step('arrayBuffer');
            if (!files.has(name)) throw missing();
            return bytes.slice().buffer;
          },
        };
      },
      async createWritable() {
        await step('createWritable');
        const file = open();
        let written = new Uint8Array(0);
        return {
          async write(bytes: Uint8Array) {
            await step('write');
            written = joined(written, bytes, written.byteLength);
          },
          async close() {
            await step('close');
            file.bytes = written;
            file.isOpen = false;
          },
          async abort() {
            await step('abort');
            file.isOpen = false;
          },
        };
      },
      ...(isWorker && {
        async createSyncAccessHandle() {
          await step('createSyncAccessHandle');
          const file = open();
          return {
            write(bytes: Uint8Array, { at }: { at: number }) {
              file.bytes = joined(file.bytes, bytes, at);
              return bytes.byteLength;
            },
            flush() {},
            close() {
              file.isOpen = false;
            },
          };
        },
      }),
    };
  }

  const folder = {
    async getFileHandle(name: string, options?: { create?: boolean }) {
      await step('getFileHandle');
      if (!files.has(name)) {
        if (!options?.create) throw missing();
        files.set(name, { bytes: new Uint8Array(0), isOpen: false });
      }
      return fileHandle(name);
    },
    async removeEntry(name: string) {
      await step('removeEntry');
      const found = files.get(name);
      if (!found) throw missing();
      if (found.isOpen) throw inUse();
      files.delete(name);
    },
    async *keys() {
      await step('keys');
      yield* [...files.keys()];
    },
  };
  const root = {
    async getDirectoryHandle() {
      await step('getDirectoryHandle');
      return folder;
    },
  };
  const directory: MemoryDirectory = {
    root: root as unknown as FileSystemDirectoryHandle,
    files,
    step: async () => {},
  };
  return directory;
}

function joined(before: Uint8Array, bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.max(before.byteLength, at + bytes.byteLength));
  whole.set(before);
  whole.set(bytes, at);
  return whole;
}
