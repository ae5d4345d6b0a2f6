// Keeps the current playground in IndexedDB, so that a reload brings back what was there.
// Never throws: when storage fails the page goes on, and says so. Knows nothing of the screen.
import type { Playground } from '../engine/model/playground.ts';
import type { SavedGeneration, WriteTransaction } from './dyno-database.ts';
import { createGuardedDatabase, type DatabaseOptions } from './guarded-database.ts';

export interface PlaygroundStore {
  /** Saves as the new current generation; the one before is kept. Saves run one after the other. */
  saveCurrent(playground: Playground): Promise<SaveOutcome>;
  loadCurrent(): Promise<LoadOutcome>;
  /** Puts the current playground aside before one that came by a link takes its place. */
  shelveCurrent(): Promise<void>;
  /** The playground put aside last. */
  loadShelved(): Promise<LoadOutcome>;
}

export type SaveOutcome =
  | { kind: 'saved'; revision: number }
  /** Saved; but another tab had saved since this one last loaded or saved. Its version is kept. */
  | { kind: 'conflict'; revision: number; message: string }
  /** Not saved; what was saved before is still there. */
  | { kind: 'failed'; message: string };

export type LoadOutcome =
  | { kind: 'none' }
  | { kind: 'loaded'; playground: Playground; revision: number }
  /** The newest generation could not be read: this is the one before it. */
  | { kind: 'previous'; playground: Playground; revision: number; message: string }
  | { kind: 'failed'; message: string };

export interface PlaygroundStoreOptions extends DatabaseOptions {
  /** Any value as a playground, null when it is none. */
  parse: (value: unknown) => Playground | null;
  /** What is wrong with a value that is none, as the end of a sentence. */
  problemOf?: (value: unknown) => string | null;
  /**
   * The format that a playground needs, so that pages which cannot read it leave it alone.
   * Without it, the first.
   */
  versionOf?: (playground: Playground) => number;
  /** Tells tabs apart. */
  tabId?: string;
}

/** The newest that this page reads. Format 2 added keys to the first and changed none. */
const newestFormat = 2;

const savedByNewer =
  'A newer SQL Dyno has saved a playground here, which this page cannot read and will not overwrite. Reload the page to get the newest version.';

/** A store over the browser's IndexedDB. */
export function createPlaygroundStore(options: PlaygroundStoreOptions): PlaygroundStore {
  const { opened, guarded, inTurn, write } = createGuardedDatabase(options, {
    name: 'this playground',
    advice: 'keep your work as a link or a file',
  });
  const tabId = options.tabId ?? randomTabId();
  const versionOf = options.versionOf ?? (() => 1);
  let seenRevision: number | null = null;

  async function save(playground: Playground): Promise<SaveOutcome> {
    // What could not be read back must not take the place of what can.
    if (options.parse(playground) === null) {
      const problem = options.problemOf?.(playground);
      const reason = problem ? `: ${problem}` : '';
      return {
        kind: 'failed',
        message: `The last changes are not saved, because this playground could not be read back${reason}. What was saved before is kept; undo the change that went too far.`,
      };
    }
    const outcome = await write(['generations', 'pointers'], (transaction) =>
      writeGeneration(transaction, playground),
    );
    if (outcome.kind !== 'failed') seenRevision = outcome.revision;
    return outcome;
  }

  async function writeGeneration(
    transaction: WriteTransaction<'generations' | 'pointers'>,
    playground: Playground,
  ): Promise<SaveOutcome> {
    const generations = transaction.objectStore('generations');
    const pointers = transaction.objectStore('pointers');
    const before = await pointers.get('current');
    if (before && before.formatVersion > newestFormat) {
      return { kind: 'failed', message: savedByNewer };
    }
    const previousRevision = before?.revision ?? null;
    const revision = (previousRevision ?? 0) + 1;
    const shelved = await pointers.get('shelved');
    const kept = new Set([previousRevision, shelved?.revision, shelved?.previousRevision]);
    const old = (await generations.getAllKeys()).filter((key) => !kept.has(key));
    await Promise.all(old.map((key) => generations.delete(key)));
    const formatVersion = versionOf(playground);
    await generations.put({ formatVersion, document: playground }, revision);
    await pointers.put({ formatVersion, revision, previousRevision, tabId }, 'current');
    const isConflict =
      before !== undefined && before.tabId !== tabId && before.revision !== seenRevision;
    if (!isConflict) return { kind: 'saved', revision };
    return {
      kind: 'conflict',
      revision,
      message:
        'Another tab has saved a playground meanwhile. This tab’s playground is now the saved one; the other tab still holds its own: copy its link to keep both.',
    };
  }

  async function shelve(): Promise<void> {
    await write(['pointers'], async (transaction) => {
      const pointers = transaction.objectStore('pointers');
      const current = await pointers.get('current');
      if (current) await pointers.put(current, 'shelved');
    });
  }

  async function load(name: 'current' | 'shelved'): Promise<LoadOutcome> {
    const database = await opened();
    const transaction = database.transaction(['generations', 'pointers'], 'readonly');
    const generations = transaction.objectStore('generations');
    const pointer = await transaction.objectStore('pointers').get(name);
    if (!pointer) return { kind: 'none' };
    if (pointer.formatVersion > newestFormat) return { kind: 'failed', message: savedByNewer };
    const { revision, previousRevision } = pointer;
    const current = await generations.get(revision);
    const previous =
      previousRevision === null ? undefined : await generations.get(previousRevision);
    if (name === 'current') seenRevision = revision;
    const playground = parseGeneration(current);
    if (playground) return { kind: 'loaded', playground, revision };
    const older = parseGeneration(previous);
    if (older) {
      return {
        kind: 'previous',
        playground: older,
        revision,
        message:
          'The playground saved last could not be read. This is the one saved before it; the last change may be missing.',
      };
    }
    return {
      kind: 'failed',
      message: 'The saved playground could not be read. If you have its link or file, open that.',
    };
  }

  function parseGeneration(generation: SavedGeneration | undefined): Playground | null {
    if (!generation || generation.formatVersion > newestFormat) return null;
    return options.parse(generation.document);
  }

  return {
    saveCurrent: (playground) => inTurn(() => save(playground)),
    async shelveCurrent() {
      await inTurn(shelve);
    },
    loadCurrent: () => guarded(() => load('current')),
    loadShelved: () => guarded(() => load('shelved')),
  };
}

// Not crypto.randomUUID: it exists on secure origins only.
function randomTabId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
