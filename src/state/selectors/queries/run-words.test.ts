import { describe, expect, it } from 'vitest';
import type { StatementOutcome } from '../../../engine/model/database/run.ts';
import { statementWords } from './run-words.ts';

const select: StatementOutcome = {
  sql: 'SELECT 1',
  offset: 0,
  columns: ['1'],
  rowCount: 100_000,
  keptRows: 100_000,
  isTruncated: false,
  changes: 0,
  time: { prepareMs: 0.1, executeMs: 8, fetchMs: 4.2 },
  cache: 'none',
  bound: [],
  resultId: 1,
  firstRows: [],
};

describe('statementWords', () => {
  it('says rows, the whole time and its parts', () => {
    const words = statementWords(select);
    expect(words.headline).toBe('100,000 rows in 12.3 ms');
    expect(words.parts).toBe('prepare 0.100 ms, execute 8.00 ms, fetch 4.20 ms');
    expect(words.remarks).toEqual([]);
  });

  it('counts changed rows where no rows come back', () => {
    const update = { ...select, columns: [], rowCount: 0, changes: 1, resultId: null };
    expect(statementWords(update).count).toBe('1 row changed');
  });

  it('says what was cut and what a cache did', () => {
    const cut = {
      ...select,
      rowCount: 300_000,
      keptRows: 200_000,
      isTruncated: true,
      cache: 'hit' as const,
    };
    expect(statementWords(cut).remarks).toEqual([
      'Only the first 200,000 rows are kept.',
      'Answered by the result cache: SQLite was not asked.',
    ]);
  });

  it('says both when a statement changes rows and returns them', () => {
    const returning = { ...select, rowCount: 2, changes: 2 };
    expect(statementWords(returning).count).toBe('2 rows');
    expect(statementWords(returning).remarks).toEqual(['2 rows changed.']);
  });
});
