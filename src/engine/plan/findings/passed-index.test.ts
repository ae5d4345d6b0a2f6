import { afterAll, beforeAll, expect, it } from 'vitest';
import { planner } from '../words/words.testing.ts';
import { planFindings } from './plan-findings.ts';

let plan: Awaited<ReturnType<typeof planner>>;
beforeAll(async () => {
  plan = await planner(
    `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT UNIQUE);
     CREATE TABLE u (x INTEGER, b INTEGER);
     CREATE INDEX t_a ON t (a, b); CREATE INDEX t_b ON t (b);`,
    { rows: { t: 100_000, u: 100_000 }, hasStatistics: true },
  );
});
afterAll(() => plan.free());

function reasonOf(where: string, from = 't'): string {
  const { nodes, context } = plan.explained(`select * from ${from} where ${where}`);
  return planFindings(nodes, context).find(({ kind }) => kind === 'full-scan')?.reason ?? '';
}

it.each([
  ["lower(a) = 'x'", 'Index t_a begins with a, but the condition asks for lower(…) of it'],
  ["substr(t.a || 'y', 1, 2) = 'x'", 'asks for substr(…) of it'],
  ["a LIKE 'x%'", 'but LIKE ignores case'],
  ["a LIKE '%x'", 'a pattern that begins with % fits'],
  ["a GLOB '*x'", 'a pattern that begins with * fits'],
  ['+b = 3', 'Index t_b begins with b, but the + in front of it'],
  ['3 = + "b"', 'the + in front of it'],
  ['b + 0 = 3', 'the condition calculates with it'],
  ['id - b > 3', 'the condition calculates with it'],
  ["a = 'x' COLLATE NOCASE", 'the comparison is by COLLATE NOCASE'],
  ["a COLLATE NOCASE = 'x'", 'the comparison is by COLLATE NOCASE'],
  ["lower(c) = 'x'", 'The index of its PRIMARY KEY or UNIQUE begins with c'],
])('says why an index is passed over: %s', (where, reason) => {
  expect(reasonOf(where)).toContain(reason);
});

it.each([
  // A plain condition stands beside it, or none names the column.
  ["lower(a) = 'x' OR a <> 'y'"],
  ["a <> 'x'"],
  ["a NOT LIKE 'x%'"],
  ['id % 2'],
  ['id + 1 = (SELECT max(x) FROM u WHERE +b = 3)'],
])('guesses no reason: %s', (where) => {
  const reason = reasonOf(where);
  expect(reason).toContain('Each row is visited');
  expect(reason).not.toContain('begins with');
});

it('takes no column of another table for it', () => {
  expect(reasonOf('+u.b = 3 and t.id = u.x', 't, u')).not.toContain('begins with');
});
