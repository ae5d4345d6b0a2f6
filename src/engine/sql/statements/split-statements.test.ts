import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { sqlSnippet, validScript } from '../sql-text.testing.ts';
import { meaningfulTokens, tokenText } from '../token.ts';
import { splitStatements } from './split-statements.ts';

function words(sql: string): string {
  const tokens = meaningfulTokens(sql);
  const first = tokens.findIndex((token) => token.kind !== 'semicolon');
  return tokens
    .slice(first < 0 ? tokens.length : first)
    .map((token) => tokenText(sql, token))
    .join(' ');
}

describe('splitStatements', () => {
  it('keeps comments with the statement behind them', () => {
    const script = 'SELECT 1; -- second\nSELECT 2;\n;; /* third */\nSELECT 3\n-- no more';
    expect(splitStatements(script)).toEqual([
      { start: 0, end: 9, sql: 'SELECT 1;' },
      { start: 10, end: 29, sql: '-- second\nSELECT 2;' },
      { start: 33, end: 53, sql: '/* third */\nSELECT 3' },
    ]);
  });

  it('keeps the body of a trigger together and ends a broken one at its semicolon', () => {
    const trigger =
      'CREATE TRIGGER a AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; END;';
    expect(splitStatements(`${trigger} SELECT 1`).map(({ sql }) => sql)).toEqual([
      trigger,
      'SELECT 1',
    ]);
    expect(splitStatements('CREATE TRIGGER a; SELECT 1')).toHaveLength(2);
  });

  it('finds no statement in blanks, comments and semicolons', () => {
    for (const script of ['', ' \n', ';;', '-- a', '/* a */ ; -- b']) {
      expect(splitStatements(script)).toEqual([]);
    }
  });

  it('agrees with SQLite on every script that compiles', async () => {
    const driver = await loadTestDriver();
    const database = driver.open();
    database.run('CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)');
    fc.assert(
      fc.property(validScript, (script) => {
        const bySqlite: string[] = [];
        for (const { sql, statement } of database.statements(script)) {
          bySqlite.push(words(sql));
          if (/CREATE TABLE/.test(sql)) statement.step();
        }
        expect(splitStatements(script).map(({ sql }) => words(sql))).toEqual(bySqlite);
      }),
      { numRuns: 400, seed: 3 },
    );
    database.close();
  });

  it('loses no token of any text but semicolons', () => {
    fc.assert(
      fc.property(sqlSnippet, (script) => {
        const spans = splitStatements(script);
        const inside = spans.map(({ sql }) => sql).join(' ');
        const plain = (text: string) => words(text).replaceAll(/[; ]/g, '');
        expect(plain(inside)).toBe(plain(script));
        for (const { start, end, sql } of spans) expect(script.slice(start, end)).toBe(sql);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
