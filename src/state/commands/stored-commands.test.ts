import { expect, it } from 'vitest';
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import { emptyPlayground } from '../../examples/empty.ts';
import { createMemoryImages } from '../../storage/images/memory-images.testing.ts';
import { createStoredStore } from '../stored-store.ts';
import { createStoredCommands } from './stored-commands.ts';

function record(imageId: string, kind: ImageRecord['kind']) {
  const state = { tables: [], indexes: [], built: [], hasStatistics: false, contentMs: 1 };
  return { imageId, kind, title: imageId, sizeBytes: 10, state };
}

async function openStored() {
  let time = 0;
  const images = createMemoryImages(1000, () => ++time);
  await images.keep(record('g1', 'generated'), new Uint8Array(10));
  await images.keep(record('i1', 'imported'), new Uint8Array(20));
  await images.keep(record('g2', 'generated'), new Uint8Array(30));
  await images.read('g1');
  const stored = createStoredStore();
  const shelf = {
    loadShelved: async () => ({
      kind: 'loaded' as const,
      playground: { ...emptyPlayground, title: 'Put aside' },
    }),
  };
  const commands = createStoredCommands({ stored, images, shelf });
  const names = () => stored.getState().images?.map(({ imageId }) => imageId);
  return { stored, images, commands, names };
}

it('lists what is kept, last used first', async () => {
  const { stored, commands, names } = await openStored();
  expect(names()).toBeUndefined();
  await commands.list();
  expect(names()).toEqual(['g1', 'g2', 'i1']);
  expect(stored.getState()).toMatchObject({
    usage: { usedBytes: 60, limitBytes: 1000 },
    shelvedTitle: 'Put aside',
  });
});

it('removes one, whatever its kind', async () => {
  const { stored, commands, names } = await openStored();
  await commands.remove('i1');
  expect(names()).toEqual(['g1', 'g2']);
  expect(stored.getState().usage?.usedBytes).toBe(40);
  expect(stored.getState().removing).toEqual([]);
});

it('clears what can be made again, what another tab made since too, and no file', async () => {
  const { images, commands, names } = await openStored();
  await commands.list();
  await images.keep(record('g3', 'generated'), new Uint8Array(1));
  await commands.clearGenerated();
  expect(names()).toEqual(['i1']);
});

it('finds nothing where nothing can be kept', async () => {
  const stored = createStoredStore();
  const commands = createStoredCommands({ stored, images: null, shelf: null });
  await commands.clearGenerated();
  expect(stored.getState()).toMatchObject({ images: [], usage: null, shelvedTitle: null });
});
