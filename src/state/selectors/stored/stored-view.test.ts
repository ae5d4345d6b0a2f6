import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../../engine/model/database/database-image.ts';
import { createStoredStore } from '../../stored-store.ts';
import { storedPlaygroundWords, storedView } from './stored-view.ts';

const now = Date.parse('2026-05-01T12:00:00Z');
const generated: ImageRecord = {
  imageId: 'g0000000000000001',
  kind: 'generated',
  title: 'products, orders',
  sizeBytes: 31_400_000,
  savedAt: now - 86_400_000,
  usedAt: now - 7_300_000,
  state: {
    tables: [
      { name: 'products', rows: 1000 },
      { name: 'orders', rows: 999_000 },
    ],
    indexes: [{ name: 'a', sql: '' }],
    built: [],
    hasStatistics: false,
    contentMs: 1900,
  },
};
const imported: ImageRecord = {
  ...generated,
  imageId: 'i0000000000000002',
  kind: 'imported',
  title: 'shop.db',
};
const empty = createStoredStore().getState();
const usage = { usedBytes: 62_800_000, limitBytes: 2_000_000_000 };

describe('what is kept', () => {
  it('is not known before it is read', () => {
    expect(storedView(empty, null, now)).toBeNull();
  });

  it('says of each image what it holds, where it is from and when it was used', () => {
    const view = storedView({ ...empty, images: [generated], usage }, null, now);
    expect(view?.items[0]).toMatchObject({
      title: 'products, orders',
      origin: 'generated',
      originTip: 'Made from a recipe in 1.90 s, and again whenever it is missing.',
      holds: '2 tables, 1,000,000 rows',
      size: '31 MB',
      used: '2 h ago',
      usedAt: '2026-05-01T09:58:20.000Z',
      isInUse: false,
      removalWords: null,
    });
    expect(view?.usage).toMatchObject({ text: '63 MB of 2.0 GB', fraction: 0.0314 });
    expect(view?.clearable).toBe('31 MB');
  });

  it('asks before a file’s data goes, and the more so when it is in use', () => {
    const state = { ...empty, images: [imported], usage };
    const [item] = storedView(state, null, now)?.items ?? [];
    expect(item?.removalWords).toBe(
      '“shop.db” (31 MB) came from a file of yours: playgrounds with its data need that file again.',
    );
    const [inUse] = storedView(state, imported.imageId, now)?.items ?? [];
    expect(inUse?.isInUse).toBe(true);
    expect(inUse?.removalWords).toMatch(/after the next reload or Stop\.$/);
    expect(storedView(state, null, now)?.clearable).toBeNull();
  });

  it('marks what is being removed', () => {
    const state = { ...empty, images: [generated, imported], removing: [imported.imageId] };
    const view = storedView(state, null, now);
    expect(view?.items.map(({ isRemoving }) => isRemoving)).toEqual([false, true]);
    expect(view?.usage).toBeNull();
  });

  it('may be over the limit by what never goes by itself', () => {
    const full = { usedBytes: 300, limitBytes: 200 };
    expect(storedView({ ...empty, images: [], usage: full }, null, now)?.usage?.fraction).toBe(1);
    const none = { usedBytes: 0, limitBytes: 0 };
    expect(storedView({ ...empty, images: [], usage: none }, null, now)?.usage?.fraction).toBe(0);
  });

  it('names the playgrounds', () => {
    expect(storedPlaygroundWords({ title: 'Shop' }, null)).toBe(
      '1 playground: “Shop”, which is open.',
    );
    expect(storedPlaygroundWords({ title: 'Shop' }, ' ')).toContain(
      'and one without a title, put aside',
    );
  });
});
