import { describe, expect, it } from 'vitest';
import type { ColumnGenerator, ReferenceSpread } from '../../model/recipe/column-generator.ts';
import type { Database } from '../../sqlite/driver.ts';
import { build, failureOf, one, violations } from '../recipes.testing.ts';

const items = `CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'new', qty INTEGER NOT NULL, price REAL NOT NULL, total REAL, half REAL, note TEXT, label TEXT AS (name || qty))`;

function settings(generator: ColumnGenerator, nullShare = 0) {
  return { generator, nullShare };
}

function expression(sql: string, nullShare = 0) {
  return settings({ kind: 'expression', sql }, nullShare);
}

describe('settings of columns', () => {
  it('replace what would be inferred, names compared without case', () => {
    const db = build(items, {
      rows: { items: 200 },
      columns: {
        ITEMS: {
          QTY: settings({ kind: 'integer', min: 3, max: 5, shape: 'even' }),
          Note: settings({ kind: 'constant', value: 'x' }, 0.25),
          id: settings({ kind: 'sequence', start: 1000, step: 5 }),
        },
      },
    });
    expect(db.all('SELECT DISTINCT qty FROM items ORDER BY 1').flat()).toEqual([3, 4, 5]);
    const empty = Number(one(db, 'SELECT count(*) FROM items WHERE note IS NULL'));
    expect(empty).toBeGreaterThan(25);
    expect(empty).toBeLessThan(75);
    expect(db.all('SELECT min(id), max(id), count(*) FROM items')).toEqual([[1000, 1995, 200]]);
    db.close();
  });

  it('that say which values there are are not gone beyond where values must differ', () => {
    const sql = 'CREATE TABLE flags (id INTEGER PRIMARY KEY, mark TEXT NOT NULL UNIQUE)';
    const pattern = { flags: { mark: settings({ kind: 'pattern', pattern: '#' }) } };
    expect(failureOf(sql, { rows: { flags: 11 }, columns: pattern }).message).toContain(
      'only 10 different values are possible',
    );
    const names = { flags: { mark: settings({ kind: 'first-name' }) } };
    const db = build(sql, { rows: { flags: 20_000 }, columns: names });
    expect(one(db, 'SELECT count(DISTINCT mark) FROM flags')).toBe(20_000);
    db.close();
  });

  it.each([60, 100])(
    'take a chain of %s expressions that each use the one before twice',
    (length) => {
      const names = Array.from({ length: length + 1 }, (_, at) => `c${at}`);
      const chain = names.slice(1).map((name, at) => [name, expression(`c${at} + c${at} - 1`)]);
      const first = ['c0', settings({ kind: 'constant', value: 1 })];
      const start = performance.now();
      const db = build(`CREATE TABLE t (${names.map((name) => `${name} INTEGER`).join(', ')})`, {
        rows: { t: 20 },
        columns: { t: Object.fromEntries([first, ...chain]) },
      });
      // Written into one another they would be 2^60 terms.
      expect(performance.now() - start).toBeLessThan(2000);
      expect(db.all(`SELECT DISTINCT c1, c${length} FROM t`)).toEqual([[1, 1]]);
      db.close();
    },
  );

  it('refuse a chain of expressions that SQLite cannot follow', () => {
    const names = Array.from({ length: 400 }, (_, at) => `c${at}`);
    const chain = names.slice(1).map((name, at) => [name, expression(`c${at} + 1`)]);
    const start = performance.now();
    const { message, hint } = failureOf(
      `CREATE TABLE t (${names.map((name) => `${name} INTEGER`).join(', ')})`,
      { rows: { t: 20 }, columns: { t: Object.fromEntries(chain) } },
    );
    expect(message).toMatch(/^t\.c101 cannot be made .* chain of more than 100 expressions/);
    expect(hint).toBe('Write some of them as one expression.');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('that no CHECK lets pass are told, not replaced by NULL', () => {
    const sql = 'CREATE TABLE q (id INTEGER PRIMARY KEY, qty INTEGER CHECK (qty BETWEEN 1 AND 5))';
    const beyond = settings({ kind: 'integer', min: 10, max: 20, shape: 'even' });
    const { message } = failureOf(sql, { rows: { q: 100 }, columns: { q: { qty: beyond } } });
    expect(message).toContain('qty BETWEEN 1 AND 5');
    const half = { ...beyond, nullShare: 0.5 };
    const db = build(sql, { rows: { q: 100 }, columns: { q: { qty: half } } });
    expect(one(db, 'SELECT count(qty) FROM q')).toBe(0);
    db.close();
  });

  it('deal numbers that are not a sequence to an INTEGER PRIMARY KEY, and to references', () => {
    const db = build(
      `CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER NOT NULL REFERENCES p)`,
      {
        rows: { p: 300, c: 600 },
        columns: { p: { id: settings({ kind: 'integer', min: 1, max: 1e6, shape: 'even' }) } },
      },
    );
    expect(violations(db)).toEqual([]);
    expect(one(db, 'SELECT max(id) > 10000 FROM p')).toBe(1);
    db.close();
  });

  it('take expressions over the row, computed by SQLite, also over one another', () => {
    const db = build(items, {
      rows: { items: 1234 },
      columns: {
        items: {
          half: expression('iif(total > 0, total / 2, 0)'),
          total: expression('round(qty * price, 2) -- what is paid'),
          note: expression("printf('%05d', id) || replace('note', 'note', '')", 0.5),
          price: settings({ kind: 'integer', min: 1, max: 9, shape: 'even' }),
          name: settings({ kind: 'default' }),
        },
      },
    });
    expect(one(db, 'SELECT count(*) FROM items WHERE total <> round(qty * price, 2)')).toBe(0);
    expect(one(db, 'SELECT count(*) FROM items WHERE half <> total / 2')).toBe(0);
    expect(one(db, "SELECT count(*) FROM items WHERE note <> printf('%05d', id)")).toBe(0);
    const empty = Number(one(db, 'SELECT count(*) FROM items WHERE note IS NULL'));
    expect(Math.abs(empty - 617)).toBeLessThan(80);
    expect(db.all('SELECT DISTINCT name, label = name || qty FROM items')).toEqual([['new', 1]]);
    db.close();
  });

  it('computes with numbers as the columns hold them', () => {
    const db = build('CREATE TABLE t (a REAL, b INTEGER, x)', {
      rows: { t: 50 },
      columns: {
        t: {
          a: settings({ kind: 'constant', value: 5 }),
          b: settings({ kind: 'constant', value: 2 }),
          x: expression('a / b'),
        },
      },
    });
    expect(db.all('SELECT DISTINCT x FROM t')).toEqual([[2.5]]);
    db.close();
  });

  it.each<[string, string, Record<string, ReturnType<typeof settings>>, RegExp]>([
    [
      'a subquery',
      items,
      { total: expression('(SELECT 1)') },
      /^items\.total .*subqueries prohibited/,
    ],
    ['chance', items, { total: expression('random()') }, /items\.total .*non-deterministic/],
    ['the present', items, { note: expression("date('now')") }, /items\.note .*non-deterministic/],
    ['an unknown column', items, { total: expression('qty * cost') }, /no such column: cost/],
    ['a syntax error', items, { total: expression('qty *') }, /items\.total .*syntax error/],
    ['two expressions', items, { total: expression('1, 2') }, /is not one expression/],
    ['a way out', items, { total: expression('1) , (2') }, /is not one expression/],
    [
      'itself',
      items,
      { total: expression('half'), half: expression('total') },
      /needs its own value/,
    ],
    [
      'a DEFAULT in an expression',
      items,
      { total: expression('length(name)'), name: settings({ kind: 'default' }) },
      /uses name, which is made by its DEFAULT/,
    ],
    [
      'a generated column in an expression',
      items,
      { total: expression('label') },
      /label, which is a generated/,
    ],
    [
      'a generated column',
      items,
      { label: settings({ kind: 'word' }) },
      /items\.label .*generated column/,
    ],
    [
      'NULL where NOT NULL',
      items,
      { qty: settings({ kind: 'flag', share: 0.5 }, 0.1) },
      /items\.qty .*NOT NULL/,
    ],
    ['no DEFAULT', items, { qty: settings({ kind: 'default' }) }, /items\.qty .*no DEFAULT/],
    [
      'a reference to nothing',
      items,
      { qty: settings({ kind: 'reference', spread: { kind: 'uniform' } }) },
      /items\.qty .*needs a FOREIGN KEY/,
    ],
    [
      'text for the rowid',
      items,
      { id: settings({ kind: 'word' }) },
      /items\.id .*INTEGER PRIMARY KEY/,
    ],
    [
      'an unknown column of settings',
      items,
      { nothing: settings({ kind: 'word' }) },
      /items\.nothing .*no such column/,
    ],
    [
      'impossible settings',
      items,
      { qty: settings({ kind: 'integer', min: 5, max: 1, shape: 'even' }) },
      /^items\.qty cannot be made/,
    ],
    [
      'text in a STRICT table',
      'CREATE TABLE items (x INT) STRICT',
      { x: settings({ kind: 'word' }) },
      /items\.x .*STRICT/,
    ],
    [
      'a sequence for a foreign key',
      'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE items (p_id INTEGER REFERENCES p)',
      { p_id: settings({ kind: 'sequence', start: 1, step: 1 }) },
      /items\.p_id .*FOREIGN KEY/,
    ],
  ])('are refused with table and column: %s', (_, sql, columns, message) => {
    const error = failureOf(sql, { rows: { items: 5 }, columns: { items: columns } });
    expect(error.code).toBe('data-unsatisfiable');
    expect(error.message).toMatch(message);
    expect(error.place?.source).toBe('recipe');
    expect(error.place?.name).toMatch(/^items\./);
    expect(error.hint).toBeTruthy();
  });
});

describe('spreads of references', () => {
  const shop = `CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p)`;

  function childCounts(spread: ReferenceSpread, rows = 2000, nullShare = 0): number[] {
    const generator: ColumnGenerator = { kind: 'reference', spread };
    const db = build(shop, {
      rows: { p: 100, c: rows },
      columns: { c: { p_id: settings(generator, nullShare) } },
    });
    expect(violations(db)).toEqual([]);
    const counts = countsOf(db);
    db.close();
    return counts;
  }

  function countsOf(db: Database): number[] {
    return db
      .all('SELECT count(c.id) FROM p LEFT JOIN c ON c.p_id = p.id GROUP BY p.id ORDER BY 1 DESC')
      .map(([count]) => Number(count));
  }

  it('uniform gives all alike, Zipf the favourites what its exponent says', () => {
    const uniform = childCounts({ kind: 'uniform' });
    expect(uniform[0]).toBeLessThan(45);
    expect(uniform.at(-1)).toBeGreaterThan(3);
    const zipf = childCounts({ kind: 'zipf', exponent: 1 });
    // 1 / H(100) = 19.3 % for the first, half of it for the second.
    expect(Math.abs((zipf[0] ?? 0) - 386)).toBeLessThan(70);
    expect(Math.abs((zipf[1] ?? 0) - 193)).toBeLessThan(60);
    expect(zipf.reduce((sum, count) => sum + count, 0)).toBe(2000);
  });

  it.each([
    [1, 40, 2000, 0],
    [20, 20, 2000, 0],
    [0, 3, 299, 0],
    [2, 5, 400, 0.25],
    [0, 1, 100, 0],
  ])('gives every parent %i to %i children: %i rows, %d NULL', (min, max, rows, nullShare) => {
    const counts = childCounts({ kind: 'children', min, max }, rows, nullShare);
    expect(counts.at(-1)).toBeGreaterThanOrEqual(min);
    expect(counts[0]).toBeLessThanOrEqual(max);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows - rows * nullShare);
  });

  it('says when the rows do not allow the children', () => {
    const error = failureOf(shop, {
      rows: { p: 100, c: 150 },
      columns: {
        c: { p_id: settings({ kind: 'reference', spread: { kind: 'children', min: 2, max: 4 } }) },
      },
    });
    expect(error.message).toMatch(/^c\.p_id .* 2 to 4 children, which are 200 to 400 .* 150 rows/);
    expect(error.hint).toMatch(/between 200 and 400/);
  });

  it('lets rows refer to later rows of the same table where NULL is allowed', () => {
    const sql = (nulls: string) =>
      `CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, best_id INTEGER ${nulls} REFERENCES t)`;
    const recipe = {
      rows: { t: 500 },
      columns: { t: { best_id: settings({ kind: 'reference', spread: { kind: 'uniform' } }) } },
    };
    const db = build(sql(''), recipe);
    expect(violations(db)).toEqual([]);
    expect(one(db, 'SELECT count(*) > 150 FROM t WHERE best_id > id')).toBe(1);
    expect(one(db, 'SELECT count(best_id) FROM t')).toBe(500);
    db.close();
    expect(failureOf(sql('NOT NULL'), recipe).message).toMatch(
      /t\.best_id is NOT NULL and refers to t itself/,
    );
  });

  it('numbers the children of a parent within a key: lines of an order', () => {
    const sql = `CREATE TABLE orders (id INTEGER PRIMARY KEY);
      CREATE TABLE lines (order_id INTEGER NOT NULL REFERENCES orders, line INTEGER NOT NULL CHECK (line BETWEEN 1 AND 6), PRIMARY KEY (order_id, line)) WITHOUT ROWID;`;
    const recipe = (spread: ReferenceSpread) => ({
      rows: { orders: 300, lines: 900 },
      columns: { lines: { order_id: settings({ kind: 'reference', spread }) } },
    });
    const db = build(sql, recipe({ kind: 'children', min: 1, max: 6 }));
    expect(violations(db)).toEqual([]);
    const counts = db.all('SELECT count(*) FROM lines GROUP BY order_id ORDER BY 1').flat();
    expect(counts).toHaveLength(300);
    expect(counts.at(-1)).toBeLessThanOrEqual(6);
    expect(new Set(counts).size).toBeGreaterThan(3);
    db.close();
    expect(failureOf(sql, recipe({ kind: 'children', min: 1, max: 7 })).message).toMatch(
      /^lines\.order_id .* 7 children, but line has only 6 different values/,
    );
    expect(failureOf(sql, recipe({ kind: 'zipf', exponent: 1 })).message).toMatch(
      /^lines\.order_id .* stands in a UNIQUE or PRIMARY KEY/,
    );
  });

  it('says that generated columns cannot be referred to', () => {
    const error = failureOf(
      'CREATE TABLE p (a INTEGER, b INTEGER AS (a + 1) STORED UNIQUE); CREATE TABLE c (p_b INTEGER REFERENCES p (b))',
      { rows: { p: 5, c: 5 } },
    );
    expect(error.message).toMatch(/^c\.p_b refers to p\.b \(FOREIGN KEY\), a generated column/);
  });
});
