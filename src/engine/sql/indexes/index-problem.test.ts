import { describe, expect, it } from 'vitest';
import { indexProblem, indexProblemAmong } from './index-problem.ts';

describe('indexProblem', () => {
  it.each([
    ['i', 'CREATE INDEX i ON t(a)'],
    ['a "b', ' -- why\nCREATE UNIQUE INDEX main."a ""b" ON t(a) WHERE a > 1 ; -- end\n;'],
    ['constructor', 'create index constructor on t(a)'],
  ])('allows %s', (name, sql) => {
    expect(indexProblem({ name, sql })).toBeNull();
  });

  it.each([
    ['i', 'CREATE INDEX i ON t(a); DELETE FROM t', 'One index at a time'],
    ['i', ';CREATE INDEX i ON t(a); PRAGMA foreign_keys = OFF', 'One index at a time'],
    ['i', "CREATE INDEX i ON t(a) /* ; */; ATTACH 'x' AS y", 'One index at a time'],
    ['i', 'CREATE INDEX j ON t(a)', 'The statement creates the index j'],
    ['i', 'CREATE INDEX I ON t(a)', 'The statement creates the index I'],
    ['i', 'CREATE INDEX IF NOT EXISTS i ON t(a)', 'Leave out IF NOT EXISTS'],
    ['i', 'CREATE INDEX ON t(a)', 'Write one statement'],
    ['i', 'CREATE TEMP INDEX i ON t(a)', 'Write one statement'],
    ['i', 'CREATE TABLE i(a)', 'Write one statement'],
    ['i', 'EXPLAIN CREATE INDEX i ON t(a)', 'Write one statement'],
    ['i', 'DROP TABLE t', 'Write one statement'],
    ['', '', 'Write one statement'],
  ])('%s: %s', (name, sql, message) => {
    const problem = indexProblem({ name, sql });
    expect(problem).toMatchObject({ code: 'index-invalid', place: { source: 'index', name } });
    expect(problem?.message).toContain(message);
  });

  it('points at the second statement', () => {
    const sql = 'CREATE INDEX i ON t(a); DELETE FROM t';
    expect(indexProblem({ name: 'i', sql })?.place).toMatchObject({ offset: 24, length: 13 });
  });
});

describe('indexProblemAmong', () => {
  it('wants names that SQLite tells apart', () => {
    const before = [{ name: 'Price', sql: 'CREATE INDEX Price ON t(a)' }];
    const index = (name: string) => ({ name, sql: `CREATE INDEX ${name} ON t(b)` });
    expect(indexProblemAmong(index('price'), before)?.message).toBe(
      'There is an index price already: choose another name.',
    );
    expect(indexProblemAmong(index('prices'), before)).toBeNull();
  });
});
