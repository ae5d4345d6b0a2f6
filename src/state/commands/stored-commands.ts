// What this browser keeps, to be looked at and cleared. Storage is given; without it nothing is kept.
// Whether the user is asked first is the page's.
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import type { ImageStore } from '../../storage/images/image-store.ts';
import type { StoredStore } from '../stored-store.ts';
import type { Shelf } from './share/file-commands.ts';

export interface StoredCommands {
  /** Reads again what is kept. */
  list(): Promise<void>;
  /** Removes an image; data made by a recipe can be made again, a file's only from the file. */
  remove(imageId: string): Promise<void>;
  /** Removes all data that can be made again. */
  clearGenerated(): Promise<void>;
}

export interface StoredDependencies {
  stored: StoredStore;
  images: ImageStore | null;
  shelf: Shelf | null;
}

export function createStoredCommands({
  stored,
  images,
  shelf,
}: StoredDependencies): StoredCommands {
  /** Of two that overlap, the answer that was asked for last holds. */
  let turn = 0;

  async function list(): Promise<void> {
    const own = ++turn;
    const [records, usage, shelved] = await Promise.all([
      images?.list() ?? [],
      images?.usage() ?? null,
      shelf?.loadShelved() ?? null,
    ]);
    if (own !== turn) return;
    stored.setState({
      images: records.toSorted((one, other) => other.usedAt - one.usedAt),
      usage,
      shelvedTitle: shelved && 'playground' in shelved ? shelved.playground.title : null,
    });
  }

  async function remove(wanted: readonly ImageRecord['imageId'][]): Promise<void> {
    stored.setState(({ removing }) => ({ removing: [...removing, ...wanted] }));
    for (const imageId of wanted) await images?.remove(imageId);
    await list();
    stored.setState(({ removing }) => ({
      removing: removing.filter((imageId) => !wanted.includes(imageId)),
    }));
  }

  return {
    list,
    remove: (imageId) => remove([imageId]),
    clearGenerated: async () => {
      // As storage has them now: another tab may have made some since.
      const records = (await images?.list()) ?? [];
      const generated = records.filter(({ kind }) => kind === 'generated');
      await remove(generated.map(({ imageId }) => imageId));
    },
  };
}
