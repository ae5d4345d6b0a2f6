import { expect, test } from 'vitest';
import { EngineFailure } from '../../../model/errors.ts';
import type { WriteOperation } from '../../../model/writes/technique.ts';
import { baseOf, openTestBench, setupOf } from '../write-bench.testing.ts';

const script = `
  CREATE TABLE p (id INTEGER PRIMARY KEY);
  CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE, p_id INTEGER REFERENCES p (id),
    above TEXT REFERENCES t (code));
  INSERT INTO p VALUES (1);
  INSERT INTO t VALUES (1, 'a', 1, NULL), (2, 'b', 1, 'a');`;
const child = "CREATE TABLE u (code TEXT REFERENCES t (code)); INSERT INTO u VALUES ('b');";

async function failureOf(
  sql: string,
  operation: WriteOperation,
  column = 'id',
  expression = column,
) {
  const bench = await openTestBench(sql, {
    ...baseOf({ update: { column, expression }, rows: 2 }),
    kind: 'techniques',
    operation,
    techniques: [`${operation}-prepared`],
    baseline: `${operation}-prepared`,
    batchSize: 2,
    setups: [setupOf('a')],
  });
  try {
    bench.measured[0]?.run(true);
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return thrown.error;
    throw thrown;
  } finally {
    bench.close();
  }
  throw new Error('It did not fail.');
}

test.each([
  [
    'a value that the parent lacks',
    '',
    'update',
    'p_id',
    '99',
    'A new value of p_id is not in p, to which',
  ],
  [
    'a value that its own table lacks',
    '',
    'update',
    'above',
    "'z'",
    'A new value of above is not in t,',
  ],
  [
    'rows of the same table',
    '',
    'update',
    'code',
    "code || 'x'",
    'Rows of t refer to other rows of t, which cannot change',
  ],
  [
    'rows of the same table',
    '',
    'delete',
    'id',
    'id',
    'Rows of t refer to other rows of t, which cannot go',
  ],
  [
    'rows of another table',
    `${child} UPDATE t SET above = NULL;`,
    'delete',
    'id',
    'id',
    'refer to the rows of t: u, and rows of t to each other.',
  ],
] as const)(
  '%s (%s %s): said of the right side',
  async (_, more, operation, column, expression, message) => {
    const error = await failureOf(script + more, operation, column, expression);
    expect(error.message).toContain(message);
    expect(error.hint).toBeTruthy();
  },
);
