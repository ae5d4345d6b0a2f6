import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyCharacter } from '../../lib/any-character.testing.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { sqlSnippet } from './sql-text.testing.ts';
import { meaningfulTokens, tokenize, tokenText } from './token.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

function kinds(sql: string): string[] {
  return meaningfulTokens(sql).map((token) => `${token.kind} ${tokenText(sql, token)}`);
}

describe('tokenize', () => {
  it('tells all kinds of tokens apart', () => {
    expect(kinds(`a"b""c"[d e]\`f\`'g''h'x'0a'`)).toEqual([
      'word a',
      'quoted "b""c"',
      'quoted [d e]',
      'quoted `f`',
      "string 'g''h'",
      "blob x'0a'",
    ]);
    expect(kinds('1 .5 1e-3 0xFf 1_000 ? ?12 :a @b $c $d::e(f)')).toEqual([
      'number 1',
      'number .5',
      'number 1e-3',
      'number 0xFf',
      'number 1_000',
      'variable ?',
      'variable ?12',
      'variable :a',
      'variable @b',
      'variable $c',
      'variable $d::e(f)',
    ]);
    expect(kinds('a->>b->c||d<>e!=f<<g>=h==i;(,).')).toEqual(
      'word a|operator ->>|word b|operator ->|word c|operator |||word d|operator <>|word e|operator !=|word f|operator <<|word g|operator >=|word h|operator ==|word i|semicolon ;|open (|comma ,|close )|dot .'
        .replace('operator |||', 'operator \u0001|')
        .split('|')
        .map((text) => text.replace('\u0001', '||')),
    );
  });

  it('skips comments, also unclosed ones', () => {
    expect(kinds('a -- b\nc /* d ; */ e /* f')).toEqual(['word a', 'word c', 'word e']);
  });

  it('calls illegal what SQLite cannot read', () => {
    for (const sql of ["'a", '"a', '[a', "x'0", "x'0g'", '12abc', '1e5x', '!', '@', '\\', ':']) {
      expect(tokenize(sql)[0]?.kind, sql).toBe('illegal');
    }
  });

  it('gives tokens whose texts add up to the input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: anyCharacter }), sqlSnippet), (sql) => {
        const tokens = tokenize(sql);
        expect(tokens.map((token) => tokenText(sql, token)).join('')).toBe(sql);
        expect(tokens.every((token) => token.end > token.start)).toBe(true);
      }),
      { numRuns: 800, seed: 1 },
    );
  });

  it('calls illegal the token that SQLite names, and none where SQLite is content', () => {
    const database = driver.open();
    const unit = fc.constantFrom(...'01xXe.ab_$@:#\'"[`]!^\\ \n(');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (text) => {
        const sql = `SELECT 1, ${text}`;
        const illegal = meaningfulTokens(sql)
          .filter((token) => token.kind === 'illegal')
          .map((token) => tokenText(sql, token));
        let message = '';
        try {
          database.prepare(sql).free();
        } catch (thrown) {
          message = (thrown as Error).message;
        }
        const unread = /^unrecognized token: "(.*)"$/s.exec(message)?.[1];
        if (unread !== undefined) expect(illegal).toContain(unread);
        if (message === '') expect(illegal).toEqual([]);
      }),
      { numRuns: 3000, seed: 2 },
    );
    database.close();
  });

  it('is linear: a megabyte of quotes and parentheses takes no time', () => {
    const start = performance.now();
    tokenize(`${"'".repeat(500_001)}${'('.repeat(500_000)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
