import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSchema } from '../../../datagen/random-schema.testing.ts';
import { build, recipeOf, type TestRecipe } from '../../../datagen/recipes.testing.ts';
import { realisticSchemas } from '../../../datagen/schemas.testing.ts';
import { EngineFailure } from '../../../model/errors.ts';
import {
  type ConflictOutcome,
  type ConstraintTrial,
  type ConstraintTrials,
  conflictClauses,
} from '../../../model/writes/constraint-trial.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { tryConstraints } from './try-constraints.ts';

const driver = await loadTestDriver();

function trialsOf(sql: string, table: string, recipe: Partial<TestRecipe> = {}): ConstraintTrials {
  return trialsIn(sql, recipe)(table);
}

/** Of any table of one database. */
function trialsIn(sql: string, recipe: Partial<TestRecipe>): (table: string) => ConstraintTrials {
  const full = recipeOf({ rows: {}, ...recipe });
  const database = build(sql, full);
  const image = database.export();
  database.close();
  return (table) => tryConstraints({ driver, image, table, recipe: full, seed: 7 });
}

function tried(trial: ConstraintTrial | undefined) {
  if (trial?.status !== 'tried') throw new Error(JSON.stringify(trial));
  return trial;
}

/** [earlier, before, after kept; bad row in, replaced, transaction open, message] by clause. */
function brief(outcomes: readonly ConflictOutcome[]) {
  return Object.fromEntries(
    outcomes.map((each) => [
      each.clause,
      [
        ...[each.earlierKept, each.beforeKept, each.afterKept],
        ...[each.isBadRowIn, each.replaced, each.isTransactionOpen, each.message !== null],
      ],
    ]),
  );
}

const nothing = [0, 0, 0, false, 0, false, true];
const statementTakenBack = [3, 0, 0, false, 0, true, true];
const keptBefore = [3, 4, 0, false, 0, true, true];
const skipped = [3, 4, 5, false, 0, true, false];
const refusing = { ROLLBACK: nothing, ABORT: statementTakenBack, FAIL: keptBefore };

const hard = ['university', 'booking', 'ledger', 'tenants with composite keys'];

describe('tryConstraints', () => {
  const course = `CREATE TABLE Course (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, capacity INTEGER NOT NULL,
    enrolled INTEGER NOT NULL DEFAULT 0, CONSTRAINT fits CHECK (enrolled <= capacity));`;

  it('breaks each constraint of a table by a row of its own', () => {
    const { trials, table, notes } = trialsOf(course, 'course', { rows: { Course: 50 } });
    expect(table).toBe('Course');
    expect(trials.map(({ status }) => status)).toEqual(Array(6).fill('tried'));
    expect(trials.map((trial) => [trial.definition.sql, tried(trial).message])).toEqual([
      ['PRIMARY KEY', 'UNIQUE constraint failed: Course.id'],
      ['NOT NULL', 'NOT NULL constraint failed: Course.code'],
      ['UNIQUE', 'UNIQUE constraint failed: Course.code'],
      ['NOT NULL', 'NOT NULL constraint failed: Course.capacity'],
      ['NOT NULL', 'NOT NULL constraint failed: Course.enrolled'],
      ['CHECK (enrolled <= capacity)', 'CHECK constraint failed: fits'],
    ]);
    expect(tried(trials[1]).breach).toBe('code is NULL');
    expect(tried(trials[2]).breach).toMatch(/^code is '.+', as in a row inserted just before$/);
    const check = tried(trials[5]);
    expect(check.breach).toMatch(/^(capacity|enrolled) is \d+ where (capacity|enrolled) is \d+$/);
    const value = (name: string) => Number(check.row[check.columns.indexOf(name)]);
    expect(value('enrolled')).toBeGreaterThan(value('capacity'));
    expect(notes).toEqual([]);
  });

  it('tells what each clause leaves of a statement', () => {
    const { trials, ...counts } = trialsOf(course, 'Course', { rows: { Course: 50 } });
    expect(counts).toMatchObject({ earlierRows: 3, beforeRows: 4, afterRows: 5 });
    const [key, code, unique, , enrolled, check] = trials.map((each) =>
      brief(tried(each).outcomes),
    );
    const replaced = [3, 4, 5, true, 1, true, false];
    expect(key).toEqual({ ...refusing, IGNORE: skipped, REPLACE: replaced });
    expect(unique).toEqual({ ...refusing, IGNORE: skipped, REPLACE: replaced });
    // NOT NULL without a default: REPLACE has nothing to put there.
    expect(code).toEqual({ ...refusing, IGNORE: skipped, REPLACE: statementTakenBack });
    // With one, it takes the default.
    expect(enrolled).toEqual({
      ...refusing,
      IGNORE: skipped,
      REPLACE: [3, 4, 5, true, 0, true, false],
    });
    // No other row is in a CHECK's way: REPLACE acts like ABORT.
    expect(check).toEqual({ ...refusing, IGNORE: skipped, REPLACE: statementTakenBack });
  });

  it('tries UNIQUE indexes too, and says which it cannot', () => {
    const { trials, notes } = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE, n INTEGER, other REAL);
       CREATE UNIQUE INDEX u ON t (code COLLATE BINARY, n DESC); CREATE INDEX i ON t (n);
       CREATE UNIQUE INDEX doubled ON t (other * 2); CREATE UNIQUE INDEX some ON t (n) WHERE n < 0;`,
      't',
      { rows: { t: 20 } },
    );
    expect(
      trials.map(({ definition, status }) => [definition.name, definition.sql, status]),
    ).toEqual([
      [null, 'PRIMARY KEY', 'tried'],
      ['u', 'CREATE UNIQUE INDEX u ON t (code COLLATE BINARY, n DESC)', 'tried'],
    ]);
    expect(tried(trials[1]).message).toBe('UNIQUE constraint failed: t.code, t.n');
    for (const name of ['doubled', 'some']) {
      expect(notes).toContain(
        `The index ${name} is UNIQUE too, of an expression or of some rows only: it is not tried.`,
      );
    }
  });

  it('does not take the refusal of one UNIQUE for that of another', () => {
    const sql = `CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, UNIQUE (a, b));
      CREATE UNIQUE INDEX ua ON t (a);`;
    const [, both, alone] = trialsOf(sql, 't', { rows: { t: 20 } }).trials;
    expect(both).toMatchObject({
      status: 'not-tried',
      reason: expect.stringContaining('for another reason first: UNIQUE constraint failed: t.a.'),
    });
    expect(tried(alone).message).toBe('UNIQUE constraint failed: t.a');
  });

  it('shows that conflict clauses do not apply to foreign keys', () => {
    const { trials, notes } = trialsOf(
      `CREATE TABLE a (id INTEGER PRIMARY KEY);
       CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a,
         later INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED);`,
      'b',
      { rows: { a: 10, b: 20 } },
    );
    const [, , immediate, deferred] = trials;
    expect(tried(immediate)).toMatchObject({
      message: 'FOREIGN KEY constraint failed',
      breach: 'a_id is 11, which a does not have',
    });
    const everywhere = Object.fromEntries(
      ['ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE'].map((clause) => [
        clause,
        statementTakenBack,
      ]),
    );
    expect(brief(tried(immediate).outcomes)).toEqual(everywhere);
    for (const outcome of tried(deferred).outcomes) {
      expect(outcome).toMatchObject({
        message: 'FOREIGN KEY constraint failed',
        isAtCommit: true,
        isTransactionOpen: true,
        earlierKept: 3,
        beforeKept: 4,
        afterKept: 5,
        isBadRowIn: true,
      });
    }
    expect(notes.join('\n')).toContain('b (a_id) refers to a and has no index.');
  });

  it('breaks STRICT by a value of another type', () => {
    const { trials } = trialsOf(
      'CREATE TABLE t (code TEXT PRIMARY KEY, n INTEGER, x ANY) STRICT, WITHOUT ROWID;',
      't',
      { rows: { t: 5 } },
    );
    const strict = tried(trials.find(({ definition }) => definition.kind === 'strict-type'));
    expect(strict.message).toBe('cannot store TEXT value in INTEGER column t.n');
    // A value that cannot be stored is no conflict: no clause skips the row. And where SQLite foresees
    // no conflict that ends the statement, it has nothing by which to take back its first rows.
    expect(brief(strict.outcomes)).toEqual({
      ABORT: statementTakenBack,
      REPLACE: statementTakenBack,
      ROLLBACK: keptBefore,
      FAIL: keptBefore,
      IGNORE: keptBefore,
    });
    expect(brief(tried(trials[0]).outcomes)).toMatchObject({
      IGNORE: skipped,
      REPLACE: [3, 4, 5, true, 1, true, false],
    });
  });

  it('counts rows of tables without a key, and of keys only', () => {
    const plain = trialsOf('CREATE TABLE t (a TEXT UNIQUE, b INT CHECK (b > 3));', 't');
    expect(plain.trials.map(({ status }) => status)).toEqual(['tried', 'tried']);
    expect(tried(plain.trials[0]).columns).toEqual(['a', 'b']);
    const pairs = trialsOf(
      `CREATE TABLE p (id INTEGER PRIMARY KEY);
       CREATE TABLE t (a INT REFERENCES p, b INT REFERENCES p, PRIMARY KEY (a, b));`,
      't',
      { rows: { p: 20, t: 10 } },
    );
    const key = pairs.trials.find(({ definition }) => definition.kind === 'primary-key');
    expect(brief(tried(key).outcomes)).toMatchObject({
      IGNORE: skipped,
      REPLACE: [3, 4, 5, true, 1, true, false],
    });
    expect(pairs.notes.join('\n')).toContain('The primary key of t may be NULL in a, b');
  });

  it('says what passes', () => {
    const { trials, notes } = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a INT CHECK (a IN (1, 2, NULL)),
         b INT CHECK (b > 0), c INT UNIQUE ON CONFLICT IGNORE);
       CREATE INDEX again ON t (c);`,
      't',
      { rows: { t: 3 } },
    );
    const [, notNull, never, check, unique] = trials;
    expect(notNull).toMatchObject({ status: 'accepted', breach: 'id is NULL' });
    expect(never).toMatchObject({ status: 'accepted' });
    expect(tried(check).breach).toBe('b is -1');
    expect(tried(unique).message).toBe('UNIQUE constraint failed: t.c');
    const told = notes.join('\n');
    expect(told).toContain('CHECK (b > 0) lets a row pass whose b is NULL');
    expect(told).toContain('again repeats the index that t has for UNIQUE (c).');
    expect(told).toContain('UNIQUE ON CONFLICT IGNORE says ON CONFLICT IGNORE: a statement');
  });

  it.each([
    ["CHECK (x IN ('open', 'paid'))", 'TEXT'],
    ["CHECK (x GLOB '[A-Z]*' AND length(x) BETWEEN 2 AND 5)", 'TEXT'],
    ['CHECK (x % 2 = 0)', 'INTEGER'],
    ['CHECK (x BETWEEN 10 AND 20)', 'REAL'],
    ["CHECK (typeof(x) = 'integer')", 'INTEGER'],
    ['CHECK (json_valid(x))', 'TEXT'],
    ['CHECK (length(x) <= 200)', 'TEXT'],
    ['CHECK (x <> 0)', 'INTEGER'],
    ['CHECK (x IS NOT NULL)', 'INTEGER'],
    ['CHECK (CASE WHEN x > 100 THEN 0 ELSE 1 END)', 'INTEGER'],
  ])('finds a row that breaks %s of a column %s', (check, type) => {
    const { trials } = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, x ${type} ${check});`,
      't',
    );
    expect(tried(trials[1]).message).toMatch(/^CHECK constraint failed/);
  });

  it('breaks a CHECK of two columns and of a generated one, and no other with it', () => {
    const { trials } = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, low INT NOT NULL CHECK (low >= 0), high INT NOT NULL,
         width INT AS (high - low) STORED CHECK (width < 1000000), CHECK (low < high));`,
      't',
    );
    const checks = trials.filter(({ definition }) => definition.kind === 'check').map(tried);
    expect(checks.map(({ message }) => message)).toEqual([
      'CHECK constraint failed: low >= 0',
      'CHECK constraint failed: width < 1000000',
      'CHECK constraint failed: low < high',
    ]);
  });

  it('breaks UNIQUE and NOT NULL of generated columns by what they are made from', () => {
    const { trials } = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, g TEXT AS (lower(a)) UNIQUE, n INT,
         twice INT AS (n * 2) STORED NOT NULL);`,
      't',
    );
    expect(trials.slice(1).map((each) => tried(each).message)).toEqual([
      'UNIQUE constraint failed: t.g',
      'NOT NULL constraint failed: t.twice',
    ]);
    expect(tried(trials[2]).breach).toBe('n is NULL');
  });

  it('says once what many CHECKs have in common', () => {
    const columns = Array.from({ length: 10 }, (_, at) => `c${at} INT CHECK (c${at} > 0)`);
    const { notes } = trialsOf(`CREATE TABLE t (id INTEGER PRIMARY KEY, ${columns});`, 't');
    expect(notes).toEqual([
      '10 CHECKs let rows pass in which a column of theirs is NULL: their expressions are NULL then, not false. NOT NULL would refuse NULL in c0, c1, c2, c3, c4, c5, c6, c7 and 2 more.',
    ]);
  });

  it('gives a reason where no good row can be made or stays', () => {
    const guarded = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL);
       INSERT INTO t VALUES (1, 1);
       CREATE TRIGGER no BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'closed today'); END;`,
      't',
    );
    for (const trial of guarded.trials) {
      expect(trial.status).toBe('not-tried');
      expect(trial.status === 'not-tried' && trial.reason).toContain('closed today');
    }
    const adding = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL);
       CREATE TRIGGER more AFTER INSERT ON t WHEN NEW.id < 1000000 BEGIN
         INSERT INTO t VALUES (NEW.id + 1000000, NEW.a); END;`,
      't',
    );
    for (const trial of adding.trials) expect(trial.status).toBe('not-tried');
    const childless = trialsOf(
      'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (p INT NOT NULL REFERENCES p);',
      't',
    );
    for (const trial of childless.trials) expect(trial.status).toBe('not-tried');
  });

  it('takes rows that refer to their own table', () => {
    const { trials } = trialsOf(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, boss INTEGER REFERENCES t, top INT NOT NULL REFERENCES t (id));`,
      't',
      { rows: { t: 10 } },
    );
    expect(trials.map(({ status }) => status)).toEqual(Array(4).fill('tried'));
  });

  it('takes rows out of the table where no more can be made', () => {
    const { trials } = trialsOf(
      `CREATE TABLE p (id INTEGER PRIMARY KEY);
       CREATE TABLE t (p INTEGER PRIMARY KEY REFERENCES p, a INT NOT NULL CHECK (a > 0));
       CREATE TABLE c (t INTEGER NOT NULL REFERENCES t);`,
      't',
      { rows: { p: 20, t: 20, c: 20 } },
    );
    const [key, parent, notNull, check] = trials.map((each) => brief(tried(each).outcomes));
    expect(notNull).toEqual({ ...refusing, IGNORE: skipped, REPLACE: statementTakenBack });
    expect(check).toEqual(notNull);
    expect(parent).toMatchObject({ IGNORE: statementTakenBack, REPLACE: statementTakenBack });
    expect(key).toMatchObject({ IGNORE: skipped });
  });

  it.each(realisticSchemas.filter(({ name }) => hard.includes(name)))(
    'tries all constraints of $name',
    ({ sql, rows }) => {
      const few = Object.fromEntries(Object.keys(rows).map((table) => [table, 20]));
      const trialsOfTable = trialsIn(sql, { rows: few });
      for (const table of Object.keys(rows)) {
        for (const trial of trialsOfTable(table).trials) tried(trial);
      }
    },
  );

  it('tries all constraints of random schemas', () => {
    fc.assert(
      fc.property(randomSchema, ({ sql, tables }) => {
        const rows = Object.fromEntries(tables.map((table) => [table, 20]));
        const { trials } = trialsOf(sql, tables.at(-1) ?? '', { rows });
        for (const trial of trials) {
          // One-to-one rows in a circle: no more can be made, and none can be taken out.
          if (trial.status === 'not-tried' && sql.includes('later_')) continue;
          const { outcomes } = tried(trial);
          expect(outcomes.map(({ clause }) => clause)).toEqual([...conflictClauses]);
          // The clause that SQLite takes where none is given.
          expect(brief(outcomes)).toMatchObject({ ABORT: statementTakenBack });
        }
      }),
      { numRuns: 4 },
    );
  });

  it('refuses what is no table of rows', () => {
    const sql =
      'CREATE TABLE t (a); CREATE VIEW v AS SELECT 1 AS a; CREATE VIRTUAL TABLE f USING fts4 (a);';
    for (const name of ['v', 'f', 'unknown']) {
      expect(() => trialsOf(sql, name)).toThrow(EngineFailure);
    }
    expect(trialsOf(sql, 't').trials).toEqual([]);
  });
});
