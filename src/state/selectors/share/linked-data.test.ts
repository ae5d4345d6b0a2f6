import { describe, expect, it } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import type { OpenedLink } from '../../ui-store.ts';
import { estimateMs } from '../comparing/estimate.ts';
import { dataRows } from '../data/data-rows.ts';
import { linkAfter, unsharedDataWords } from './linked-data.ts';
import { openedLinkWords } from './opened-link-words.ts';

const imported = {
  imageId: 'i0123456789abcdef',
  fileName: 'shop.db',
  sizeBytes: 31_400_000,
  tables: [
    { name: 'items', rows: 40 },
    { name: 'orders', rows: 2 },
  ],
  engine: 'sql.js' as const,
};
const playground: Playground = { ...emptyPlayground, title: 'Shop', imported };
const link: OpenedLink = {
  title: 'Shop',
  queries: 1,
  setups: 2,
  rows: 42,
  estimateMs: 3000,
  imported: {
    imageId: imported.imageId,
    fileName: 'shop.db',
    sizeBytes: 31_400_000,
    isHere: false,
  },
  contentHash: null,
  author: null,
  status: 'waiting',
};

describe('the data of a file', () => {
  it('is said not to be in the link', () => {
    expect(unsharedDataWords(imported)).toBe(
      'The data of this playground is the file shop.db (31 MB). It is not in the link: whoever opens it needs the file.',
    );
  });

  it('counts its own rows, and takes no time to be made', () => {
    const recipe = { ...emptyPlayground.recipe, rows: { items: 1_000_000 } };
    expect(dataRows({ ...playground, recipe })).toBe(42);
    expect(dataRows({ recipe })).toBe(1_000_000);
    const made = { ...emptyPlayground, recipe };
    expect(estimateMs({ ...made, imported })).toBeLessThan(estimateMs(made));
  });
});

describe('the banner of a link whose data is a file', () => {
  const words = (change: Partial<OpenedLink>) => openedLinkWords({ ...link, ...change });
  const here = { imported: link.imported && { ...link.imported, isHere: true } };

  it('asks for the file, unless the browser has it', () => {
    expect(words({}).text).toBe(
      '1 query × 2 setups, 42 rows, about 3 s. Its data is the file shop.db (31 MB), which is not in the link: open your copy of it to measure here. Your own playground is kept.',
    );
    expect(words(here).text).toContain('shop.db (31 MB), which this browser has');
    expect(words(here).text).toContain('before you press Reproduce');
  });

  it('never speaks of a recipe', () => {
    const statuses = [
      'waiting',
      'reproducing',
      'same-data',
      'different-data',
      'reproduced',
    ] as const;
    for (const status of statuses) {
      expect(words({ ...here, status }).text).not.toMatch(/recipe|by hand/);
    }
  });

  it('stays when the file that it asks for is opened', () => {
    expect(linkAfter(link, playground)).toMatchObject({
      status: 'waiting',
      imported: { isHere: true },
    });
  });

  it('says when another file of that name is opened', () => {
    const other = { ...playground, imported: { ...imported, imageId: 'iffffffffffffffff' } };
    const after = linkAfter(link, other);
    expect(after?.status).toBe('different-data');
    expect(after && openedLinkWords(after).text).toMatch(/^This shop\.db is not the author’s/);
  });

  it('goes when something else takes the place of the playground', () => {
    expect(linkAfter(link, { ...playground, title: 'Other' })).toBeNull();
    expect(linkAfter(link, emptyPlayground)).toBeNull();
    expect(linkAfter({ ...link, imported: null }, playground)).toBeNull();
    const renamed = { ...imported, imageId: 'iffffffffffffffff', fileName: 'other.db' };
    expect(linkAfter(link, { ...playground, imported: renamed })).toBeNull();
    expect(linkAfter(null, playground)).toBeNull();
  });
});
