import { describe, expect, it } from 'vitest';
import { readSchema } from '../../schema/read-schema.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { type ColumnRules, noRules, readCheckRules } from './check-rules.ts';

async function rulesOf(checks: string): Promise<Map<string, ColumnRules>> {
  const driver = await loadTestDriver();
  const db = driver.open();
  db.run(`CREATE TABLE t (a, b, "two words", ${checks})`);
  const [table] = readSchema(db).tables;
  db.close();
  if (!table) throw new Error('no table');
  return readCheckRules(table);
}

async function ruleOf(check: string, column = 'a'): Promise<ColumnRules | undefined> {
  return (await rulesOf(`CHECK (${check})`)).get(column);
}

describe('readCheckRules', () => {
  it('reads comparisons with numbers from either side', async () => {
    expect(await ruleOf('a > 0 AND 10.5 >= a')).toEqual({
      ...noRules(),
      min: { value: 0, isOpen: true },
      max: { value: 10.5, isOpen: false },
    });
    expect((await ruleOf('-1e3 < a'))?.min).toEqual({ value: -1000, isOpen: true });
  });

  it('takes the narrowest of several bounds, over several CHECKs', async () => {
    const rules = await rulesOf('CHECK (a >= 1), CHECK (a > 1 AND a <= 9), CHECK (a < 20)');
    expect(rules.get('a')?.min).toEqual({ value: 1, isOpen: true });
    expect(rules.get('a')?.max).toEqual({ value: 9, isOpen: false });
  });

  it('reads BETWEEN, IN, length(), <> and =', async () => {
    expect((await ruleOf('a BETWEEN 2 AND 5 AND b > 1'))?.max?.value).toBe(5);
    expect((await ruleOf("a IN ('x', 'it''s', -2)"))?.choices).toEqual(['x', "it's", -2]);
    const rule = await ruleOf('length(a) BETWEEN 2 AND 4');
    expect([rule?.minLength, rule?.maxLength]).toEqual([2, 4]);
    expect((await ruleOf("a <> ''"))?.excluded).toEqual(['']);
    expect((await ruleOf("a = 'x'"))?.choices).toEqual(['x']);
  });

  it('reads comparisons between columns, quoted names, parentheses, IS NULL OR', async () => {
    expect((await ruleOf('(("two words" <= b))', 'two words'))?.relations).toEqual([
      { other: 'b', operator: '<=' },
    ]);
    expect((await ruleOf('a IS NULL OR a > 3'))?.min?.value).toBe(3);
    expect((await ruleOf('(a > 1) AND (a < 5 AND (b = 2))'))?.max?.value).toBe(5);
    expect((await ruleOf('a IS NOT NULL'))?.isNotNull).toBe(true);
  });

  it('leaves out what it does not understand, and keeps the rest', async () => {
    for (const check of [
      'a > 0 OR a < -5',
      'a % 2 = 0',
      'a NOT BETWEEN 1 AND 2',
      'a > b + 1',
      "a LIKE 'x%'",
      'NOT a',
      'abs(a) > 2',
      'a > 1 COLLATE nocase',
      'a IN (SELECT 1)',
      'a > (1)',
      'CASE WHEN a > 1 AND b > 2 THEN 1 ELSE 0 END',
    ].filter((check) => !check.includes('SELECT'))) {
      expect(await ruleOf(check)).toEqual(noRules());
    }
    expect((await ruleOf("a LIKE 'x%' AND a > 2"))?.min?.value).toBe(2);
  });
});
