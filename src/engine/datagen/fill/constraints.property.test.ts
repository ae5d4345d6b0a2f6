import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSchema } from '../random-schema.testing.ts';
import { build, one, violations } from '../recipes.testing.ts';

describe('rows of random schemas', () => {
  it.each([
    [0, 20],
    [1, 60],
    [100, 60],
  ])('violate nothing: %i rows, %i schemas', (rows, runs) => {
    fc.assert(
      fc.property(randomSchema, fc.nat(), ({ sql, tables }, seed) => {
        const db = build(sql, {
          rows: Object.fromEntries(tables.map((name) => [name, rows])),
          seed,
        });
        try {
          expect(violations(db)).toEqual([]);
          for (const name of tables) expect(one(db, `SELECT count(*) FROM ${name}`)).toBe(rows);
        } finally {
          db.close();
        }
      }),
      { numRuns: runs, seed: 7 },
    );
  });
});
