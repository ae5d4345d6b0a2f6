import { describe, expect, it } from 'vitest';
import { build, one, violations } from '../recipes.testing.ts';

describe('foreign keys', () => {
  const circle = `
    CREATE TABLE teams (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lead_id INTEGER REFERENCES people, deputy_id INTEGER UNIQUE REFERENCES people);
    CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, team_id INTEGER NOT NULL REFERENCES teams);`;

  it('fills circles of tables afterwards, in version 1 not at all', () => {
    const db = build(circle, { rows: { teams: 40, people: 300 } });
    expect(violations(db)).toEqual([]);
    expect(one(db, 'SELECT count(lead_id) FROM teams')).toBe(40);
    expect(one(db, 'SELECT count(DISTINCT deputy_id) FROM teams')).toBe(40);
    expect(one(db, 'SELECT count(DISTINCT lead_id) > 15 FROM teams')).toBe(1);
    db.close();
    const first = build(circle, { rows: { teams: 40, people: 300 }, generatorsVersion: 1 });
    expect(one(first, 'SELECT count(lead_id) FROM teams')).toBe(0);
    first.close();
  });

  it('fills circles of tables without a rowid key, and of composite keys', () => {
    const db = build(
      `CREATE TABLE a (x TEXT, y INTEGER, b_x TEXT, b_y INTEGER, PRIMARY KEY (x, y), FOREIGN KEY (b_x, b_y) REFERENCES b) WITHOUT ROWID;
       CREATE TABLE b (x TEXT, y INTEGER, a_x TEXT NOT NULL, a_y INTEGER NOT NULL, PRIMARY KEY (x, y), FOREIGN KEY (a_x, a_y) REFERENCES a);
       CREATE TABLE c (name TEXT, d_name TEXT REFERENCES d (name)); CREATE TABLE d (name TEXT UNIQUE, c_rowid INTEGER NOT NULL REFERENCES e); CREATE TABLE e (id INTEGER PRIMARY KEY, d TEXT REFERENCES d (name));
       INSERT INTO c VALUES ('there', NULL);`,
      { rows: { a: 60, b: 90, c: 30, d: 50, e: 20 } },
    );
    expect(violations(db)).toEqual([]);
    expect(one(db, 'SELECT count(b_x) FROM a')).toBe(60);
    expect(one(db, 'SELECT count(d) FROM e')).toBe(20);
    expect(one(db, 'SELECT count(d_name) FROM c')).toBe(30);
    db.close();
  });

  it('makes keys that share columns agree on them', () => {
    const db = build(
      `CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT);
       CREATE TABLE users (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, boss_id INTEGER, PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id, boss_id) REFERENCES users (tenant_id, id));
       CREATE TABLE projects (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, PRIMARY KEY (tenant_id, id));
       CREATE TABLE tasks (id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL REFERENCES tenants, user_id INTEGER NOT NULL, project_id INTEGER NOT NULL, reviewer_id INTEGER,
         FOREIGN KEY (tenant_id, user_id) REFERENCES users, FOREIGN KEY (tenant_id, project_id) REFERENCES projects, FOREIGN KEY (tenant_id, reviewer_id) REFERENCES users);`,
      { rows: { tenants: 12, users: 200, projects: 60, tasks: 2000 } },
    );
    expect(violations(db)).toEqual([]);
    expect(one(db, 'SELECT count(*) FROM tasks WHERE reviewer_id IS NULL')).toBe(0);
    expect(one(db, 'SELECT count(boss_id) > 150 FROM users')).toBe(1);
    expect(one(db, 'SELECT count(DISTINCT user_id || tenant_id) > 100 FROM tasks')).toBe(1);
    db.close();
  });

  it('keeps references apart that a CHECK says must differ', () => {
    const db = build(
      `CREATE TABLE people (id INTEGER PRIMARY KEY, best_id INTEGER REFERENCES teams, worst_id INTEGER REFERENCES teams, CHECK (best_id <> worst_id));
       CREATE TABLE teams (id INTEGER PRIMARY KEY, first_id INTEGER NOT NULL REFERENCES people);
       CREATE TABLE follows (follower_id INTEGER NOT NULL REFERENCES people, followed_id INTEGER NOT NULL REFERENCES people, CHECK (follower_id <> followed_id), PRIMARY KEY (follower_id, followed_id)) WITHOUT ROWID;
       CREATE TABLE transfers (id INTEGER PRIMARY KEY, from_id INTEGER NOT NULL REFERENCES people, to_id INTEGER NOT NULL REFERENCES people, CHECK (to_id != from_id));`,
      { rows: { people: 30, teams: 6, follows: 870, transfers: 500 } },
    );
    expect(violations(db)).toEqual([]);
    // Every pair of different people: 30 times 29.
    expect(one(db, 'SELECT count(*) FROM follows')).toBe(870);
    expect(one(db, 'SELECT count(DISTINCT to_id) > 20 FROM transfers')).toBe(1);
    expect(one(db, 'SELECT count(best_id) > 20 AND count(worst_id) > 20 FROM people')).toBe(1);
    db.close();
  });

  it('leaves the rest NULL where a one-to-one reference has too few parents', () => {
    const db = build(
      `CREATE TABLE desks (id INTEGER PRIMARY KEY); INSERT INTO desks VALUES (1), (2);
       CREATE TABLE people (id INTEGER PRIMARY KEY, desk_id INTEGER UNIQUE REFERENCES desks, next_id INTEGER UNIQUE REFERENCES people);
       INSERT INTO people VALUES (5, 2, NULL);`,
      { rows: { desks: 8, people: 100 } },
    );
    expect(violations(db)).toEqual([]);
    expect(one(db, 'SELECT count(desk_id) FROM people')).toBe(10);
    expect(one(db, 'SELECT min(id) < 30 AND max(id) > 70 FROM people WHERE desk_id')).toBe(1);
    expect(one(db, 'SELECT count(next_id) FROM people')).toBe(100);
    db.close();
  });
});

describe('CHECK', () => {
  it.each([
    ['a prefix', "code TEXT NOT NULL UNIQUE CHECK (code LIKE 'SKU-%' AND length(code) <= 12)"],
    ['a GLOB of classes', "code TEXT UNIQUE CHECK (code GLOB '[A-Z][A-Z]-[0-9][0-9][0-9][0-9]')"],
    ['a GLOB date', "d TEXT NOT NULL CHECK (d GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"],
    ['an e-mail', "email TEXT NOT NULL CHECK (email LIKE '%_@_%._%')"],
    ['JSON', 'body TEXT NOT NULL CHECK (json_valid(body))'],
    ['columns plus a number', 'a INTEGER NOT NULL, b INTEGER NOT NULL, CHECK (b >= a + 10)'],
    ['equal columns', 'a INTEGER NOT NULL, b INTEGER NOT NULL CHECK (b = a - 3)'],
    [
      'a chain of columns',
      'low INTEGER NOT NULL, mid INTEGER NOT NULL, high INTEGER NOT NULL, CHECK (low <= mid), CHECK (mid <= high), CHECK (low < high)',
    ],
    [
      'moments between moments',
      'starts TEXT NOT NULL, mid DATE NOT NULL, ends DATE NOT NULL, at INTEGER, done_at INTEGER, CHECK (starts < mid AND mid < ends), CHECK (done_at > at)',
    ],
    [
      'functions',
      'x REAL NOT NULL CHECK (abs(x) <= 2.5 AND round(x, 1) = x), y REAL CHECK (round(y) = y)',
    ],
    ['an OR of ranges', 'x INTEGER NOT NULL CHECK (x < -1000 OR x > 5000)'],
    ['an OR of columns', 'a INTEGER NOT NULL, b INTEGER NOT NULL, CHECK (a > 5000 OR b > 5000)'],
    [
      'either or',
      "kind TEXT NOT NULL CHECK (kind IN ('a', 'b')), x INTEGER, y INTEGER, CHECK ((kind = 'a' AND x IS NOT NULL AND y IS NULL) OR (kind = 'b' AND x IS NULL AND y IS NOT NULL))",
    ],
    ['exactly one', 'x INTEGER, y INTEGER, CHECK ((x IS NULL) <> (y IS NULL))'],
    [
      'a state and its moment',
      "status TEXT NOT NULL, closed_at TEXT, CHECK ((status = 'closed') = (closed_at IS NOT NULL))",
    ],
    [
      'arithmetic',
      'x INTEGER NOT NULL CHECK (x % 2 = 0), y INTEGER NOT NULL CHECK (y * y % 10 = 6)',
    ],
    [
      'a rest',
      'x INTEGER NOT NULL UNIQUE CHECK (x % 100 = 50), y INTEGER NOT NULL CHECK (y % 7 = 3 AND y BETWEEN 10 AND 30)',
    ],
    ['a product', 'a INTEGER NOT NULL, b INTEGER NOT NULL, CHECK (a * b < 10000)'],
    [
      'named ones',
      'x INTEGER NOT NULL CONSTRAINT even CHECK (x % 2 = 0), CONSTRAINT far CHECK (x % 3 = 1)',
    ],
    [
      'a list left out',
      "x TEXT NOT NULL CHECK (x NOT IN ('', 'none') AND trim(x) <> '' AND upper(x) <> x)",
    ],
    ['a type', "x NOT NULL CHECK (typeof(x) = 'text'), y CHECK (typeof(y) IN ('integer', 'null'))"],
    [
      'a generated column',
      'a INTEGER NOT NULL, b INTEGER NOT NULL, s INTEGER AS (a + b) STORED CHECK (s % 5 = 0)',
    ],
    [
      'a generated UNIQUE',
      'a INTEGER NOT NULL, b INTEGER NOT NULL, s INTEGER AS (a * 1000 + b) UNIQUE',
    ],
  ])('obeys %s', (_, columns) => {
    const table = `CREATE TABLE t (id INTEGER PRIMARY KEY, ${columns})`;
    const db = build(table, { rows: { t: 300 } });
    expect(violations(db)).toEqual([]);
    expect(one(db, 'SELECT count(*) FROM t')).toBe(300);
    db.close();
  });

  it('draws the same values again for refused rows, whatever stands before them', () => {
    const columns = 'id INTEGER PRIMARY KEY, x INTEGER NOT NULL CHECK ((x + 0) % 3 = 1)';
    const all = build(`CREATE TABLE t (${columns})`, { rows: { t: 700 } });
    const wide = build(`CREATE TABLE t (${columns}, name TEXT UNIQUE)`, { rows: { t: 700 } });
    const rows = (db: typeof all) => db.all('SELECT id, x FROM t ORDER BY id');
    expect(rows(all)).toEqual(rows(wide));
    // Rows that passed at once keep what they were drawn with.
    const free = build('CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER NOT NULL)', {
      rows: { t: 700 },
    });
    const passed = free.all('SELECT id, x FROM t WHERE x % 3 = 1 ORDER BY id');
    const kept = new Map(all.all('SELECT id, x FROM t').map(([id, x]) => [id, x]));
    expect(passed.length).toBeGreaterThan(150);
    expect(passed.filter(([id, x]) => kept.get(id ?? null) !== x)).toEqual([]);
    for (const db of [all, wide, free]) db.close();
  });
});
