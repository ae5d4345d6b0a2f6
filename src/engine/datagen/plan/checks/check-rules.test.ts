import { describe, expect, it } from 'vitest';
import { readSchema } from '../../../schema/read-schema.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { readCheckRules } from './check-rules.ts';
import { type ColumnRules, noRules } from './column-rules.ts';

async function rulesOf(checks: string, version: 1 | 2 = 1): Promise<Map<string, ColumnRules>> {
  const driver = await loadTestDriver();
  const db = driver.open();
  db.run(`CREATE TABLE t (a, b, "two words", ${checks})`);
  const [table] = readSchema(db).tables;
  db.close();
  if (!table) throw new Error('no table');
  return readCheckRules(table, version);
}

async function ruleOf(
  check: string,
  column = 'a',
  version: 1 | 2 = 1,
): Promise<ColumnRules | undefined> {
  return (await rulesOf(`CHECK (${check})`, version)).get(column);
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
      { other: 'b', operator: '<=', offset: 0 },
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

  it('knows more forms from version 2 on', async () => {
    const two = (check: string, column?: string) => ruleOf(check, column, 2);
    expect((await two("a LIKE 'SKU-%'"))?.prefix).toBe('SKU-');
    expect((await two("a LIKE 'a__'"))?.maxLength).toBe(3);
    expect((await two("a GLOB 'x*'"))?.glob).toBeNull();
    expect((await two("a GLOB '[A-Z][0-9]'"))?.glob).toBe('[A-Z][0-9]');
    expect((await two('a > b + 1'))?.relations).toEqual([{ other: 'b', operator: '>', offset: 1 }]);
    expect((await two('a = b - 2.5'))?.relations).toEqual([
      { other: 'b', operator: '=', offset: -2.5 },
    ]);
    expect((await two('a + 1 <= 10'))?.max?.value).toBe(9);
    expect((await two('abs(a) <= 7'))?.min?.value).toBe(-7);
    expect((await two('round(a, 2) = a'))?.decimals).toBe(2);
    expect((await two("a NOT IN ('x', 'y')"))?.excluded).toEqual(['x', 'y']);
    expect((await two('a % 100 = 0'))?.modulus).toEqual({ divisor: 100, rest: 0 });
    expect((await two('json_valid(a) = 1'))?.isJson).toBe(true);
    expect((await two("length(trim(a)) > 0 AND trim(a) <> ''"))?.minLength).toBe(1);
    expect((await two('date(a) >= date(b)'))?.relations).toHaveLength(1);
  });

  it('takes the branch of an OR that is possible and leaves most values', async () => {
    const two = (check: string, column?: string) => ruleOf(check, column, 2);
    expect((await two('a > 5 OR a < -5'))?.min?.value).toBe(5);
    expect((await two('(a > 5 OR a < -5) AND a < 0'))?.max?.value).toBe(-5);
    expect(await two('a * 2 = 0 OR b > 1')).toEqual(noRules());
    expect((await two('a * 2 = 0 OR b > 1', 'b'))?.min?.value).toBe(1);
    expect((await two("a = 'x' OR b IS NOT NULL", 'b'))?.isNotNull).toBe(true);
    expect((await two('a IS NULL AND b IS NULL OR a > 1 AND b > 2', 'b'))?.min?.value).toBe(2);
    expect(await two('NOT (a > 1 OR b > 1)')).toEqual(noRules());
  });
});
