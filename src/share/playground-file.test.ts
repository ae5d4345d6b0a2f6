import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Playground } from '../engine/model/playground.ts';
import { parsePlaygroundFile, playgroundFileName, toPlaygroundFile } from './playground-file.ts';
import {
  anyPlayground,
  anyRecentPlayground,
  recentPlayground,
  samplePlayground,
} from './playgrounds.testing.ts';

function reasonOf(text: string): string {
  const outcome = parsePlaygroundFile(text);
  return outcome.kind === 'damaged' ? outcome.reason : outcome.kind;
}

function fileWith(change: (file: { version: unknown; playground: unknown }) => void): string {
  const file = JSON.parse(toPlaygroundFile(samplePlayground));
  change(file);
  return JSON.stringify(file);
}

describe('a playground file', () => {
  it('gives the same playground back, ids and all', () => {
    fc.assert(
      fc.property(fc.oneof(anyPlayground, anyRecentPlayground), (playground) => {
        const outcome = parsePlaygroundFile(toPlaygroundFile(playground));
        expect(outcome).toEqual({ kind: 'playground', playground });
      }),
    );
  });

  it('has the lowest version that can carry it', () => {
    const versionOf = (playground: Playground): unknown =>
      JSON.parse(toPlaygroundFile(playground)).version;
    const { columns = {} } = recentPlayground.recipe;
    expect(versionOf(samplePlayground)).toBe(1);
    expect(versionOf(recentPlayground)).toBe(2);
    const { recipe } = samplePlayground;
    expect(versionOf({ ...samplePlayground, recipe: { ...recipe, columns } })).toBe(2);
    expect(versionOf({ ...samplePlayground, recipe: { ...recipe, generatorsVersion: 2 } })).toBe(2);
  });

  it('may begin with a byte order mark', () => {
    expect(reasonOf(`\uFEFF${toPlaygroundFile(samplePlayground)}`)).toBe('playground');
  });

  it('cut anywhere is refused', () => {
    const text = toPlaygroundFile(samplePlayground);
    for (let length = 0; length < text.trimEnd().length; length += 7) {
      expect(reasonOf(text.slice(0, length))).toBe('malformed');
    }
  });

  it('says what is wrong and where', () => {
    const playground = { ...samplePlayground, setups: [] };
    expect(parsePlaygroundFile(toPlaygroundFile(playground))).toEqual({
      kind: 'damaged',
      reason: 'invalid',
      message:
        'This file holds no playground that can be opened: the bench is empty: a playground has at least one setup.',
    });
  });

  it('of a future version, or of another kind, is told apart', () => {
    expect(reasonOf(fileWith((file) => (file.version = 3)))).toBe('future-version');
    expect(reasonOf(fileWith((file) => (file.version = 0)))).toBe('invalid');
    expect(reasonOf(fileWith((file) => (file.version = '1')))).toBe('not-a-playground');
    expect(reasonOf(fileWith((file) => (file.playground = null)))).toBe('invalid');
    for (const text of ['null', '[]', '{"format":"x","version":1}', '3']) {
      expect(reasonOf(text)).toBe('not-a-playground');
    }
    expect(reasonOf(' '.repeat(65 * 1024 * 1024))).toBe('too-big');
    expect(reasonOf('['.repeat(1_000_000))).toBe('malformed');
  });

  it('refuses ids that every object answers to, and doubled ones', () => {
    const [query] = samplePlayground.queries;
    if (!query) throw new Error('the sample has a query');
    for (const queries of [[{ ...query, id: 'constructor' }], [query, query]]) {
      expect(reasonOf(toPlaygroundFile({ ...samplePlayground, queries }))).toBe('invalid');
    }
  });

  it('is named after the title', () => {
    expect(playgroundFileName('Product search, 2nd try!')).toBe('product-search-2nd-try.dyno.json');
    expect(playgroundFileName('../../Größe')).toBe('größe.dyno.json');
    expect(playgroundFileName(' / ')).toBe('playground.dyno.json');
  });
});
