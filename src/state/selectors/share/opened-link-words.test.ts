import { describe, expect, test } from 'vitest';
import type { OpenedLink } from '../../ui-store.ts';
import { linkCost, openedLinkWords } from './opened-link-words.ts';

const link: OpenedLink = {
  title: 'Search',
  queries: 2,
  setups: 3,
  rows: 1_000_000,
  estimateMs: 8200,
  imported: null,
  contentHash: '00112233aabbccdd',
  author: null,
  status: 'waiting',
};

describe('the banner of an opened link', () => {
  test('says what it holds and costs', () => {
    expect(linkCost(link)).toBe('2 queries × 3 setups, 1,000,000 rows, about 8 s');
    expect(linkCost({ ...link, queries: 1, setups: 1, rows: 1, estimateMs: 10 })).toBe(
      '1 query × 1 setup, 1 row, about 1 s',
    );
    expect(linkCost({ ...link, estimateMs: 47_000 })).toContain('about 50 s');
    expect(linkCost({ ...link, estimateMs: 150_000 })).toContain('about 3 min');
  });

  test('confirms the data only when the hashes were compared', () => {
    const words = (status: OpenedLink['status']) => openedLinkWords({ ...link, status });
    expect(words('same-data').title).toMatch(/same data as the author/i);
    expect(words('same-data').text).toContain('00112233aabbccdd');
    expect(words('different-data').tone).toBe('warning');
    expect(words('reproduced').title).not.toMatch(/same data/i);
    expect(words('waiting').text).toContain('Nothing of it runs');
  });
});
