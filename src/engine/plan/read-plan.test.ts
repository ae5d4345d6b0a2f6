import { beforeAll, describe, expect, it } from 'vitest';
import { emptySchema } from '../model/database/schema.ts';
import type { PlanRow } from '../model/plan/plan.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { everyStep } from './every-step.ts';
import { drawnPlan, drawnSteps, namesFor, planRows } from './plan.testing.ts';
import { type PlanForm, planForms, planFormsSchema } from './plan-forms.testing.ts';
import { planNames } from './plan-names.ts';
import { readPlan } from './read-plan.ts';

let driver: Driver;
let image: Uint8Array;
beforeAll(async () => {
  driver = await loadTestDriver();
  const database = driver.open();
  database.run(planFormsSchema);
  image = database.export();
  database.close();
});

const noNames = planNames('', emptySchema, []);

function row(id: number, parent: number, detail: string): PlanRow {
  return { id, parent, cost: 0, detail };
}

function eachForm(use: (database: Database, form: PlanForm) => void): void {
  const shared = driver.open(image);
  for (const form of planForms) {
    const own = form.extra === undefined ? null : driver.open(image);
    own?.run(form.extra ?? '');
    use(own ?? shared, form);
    own?.close();
  }
  shared.close();
}

describe('every form of plan line', () => {
  it('is read as drawn', async () => {
    let drawing = '';
    eachForm((database, { form, sql }) => {
      drawing += `# ${form}\n# ${sql}\n${drawnPlan(database, sql)}\n`;
    });
    expect(drawing).not.toMatch(/^ *(\S+ )?unknown /m);
    await expect(drawing).toMatchFileSnapshot('./plan-drawings.txt');
  });

  it('stands in the tree once, in a place of its own', () => {
    eachForm((database, { sql }) => {
      const rows = planRows(database, sql);
      const steps = everyStep(readPlan(rows, namesFor(database, sql)));
      expect(steps.map((step) => step.row).sort((a, b) => a - b)).toEqual([...rows.keys()]);
      expect(steps.every((step) => step.detail === rows[step.row]?.detail)).toBe(true);
      expect(new Set(steps.map((step) => step.path)).size).toBe(rows.length);
    });
  });
});

describe('readPlan', () => {
  it('keeps every row when parents are missing, later, repeated or the row itself', () => {
    const rows = [
      row(5, 9, 'SCAN a'),
      row(6, 6, 'MULTI-INDEX OR'),
      row(7, 5, 'what nobody knows'),
      row(5, 0, 'BLOOM FILTER ON c (x=?)'),
      row(9, 5, 'CORRELATED SCALAR SUBQUERY 1'),
      row(0, 0, 'SCAN d'),
      row(9, 9, 'BLOOM FILTER ON e (x=?)'),
      row(9, 9, 'SCAN f'),
    ];
    const steps = everyStep(readPlan(rows, noNames));
    expect(steps.map((step) => step.row).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('puts each of several Bloom filters into its own loop', () => {
    const rows = [
      row(1, 0, 'SCAN a'),
      row(2, 0, 'BLOOM FILTER ON b (x=?)'),
      row(3, 0, 'BLOOM FILTER ON c (y=?)'),
      row(4, 0, 'SEARCH b USING AUTOMATIC COVERING INDEX (x=?)'),
      row(5, 0, 'SEARCH c USING AUTOMATIC COVERING INDEX (y=?)'),
    ];
    expect(drawnSteps(readPlan(rows, noNames))).toBe(`scan a?
  for-each search b? by automatic index (x=)
    part bloom-filter b? (x=)
    for-each search c? by automatic index (y=)
      part bloom-filter c? (y=)
`);
  });

  it('tells foreign key checks from what the statement reads', () => {
    const database = driver.open(image);
    const drawn = (sql: string) => drawnPlan(database, sql);
    expect(drawn('DELETE FROM p WHERE id IN (SELECT pid FROM ch)')).toBe(`search p by rowid (rowid=)
  list subquery 1
    scan ch
foreign-key scan ch
`);
    expect(drawn('DELETE FROM p')).toBe('scan p\nforeign-key scan ch\n');
    expect(drawn('UPDATE p SET id = 9 FROM ch WHERE ch.pid = p.id')).toBe(`scan ch
  for-each search p by rowid (rowid=)
foreign-key scan ch
foreign-key scan ch
`);
    expect(drawn('UPDATE emp SET id = e.boss FROM emp AS e WHERE e.id = emp.boss')).toBe(`scan emp
  for-each search e=emp by rowid (rowid=)
foreign-key scan emp
foreign-key scan emp
`);
    expect(
      drawn('INSERT OR REPLACE INTO p (id) SELECT pid FROM ch UNION ALL SELECT id FROM ch'),
    ).toBe(`compound
  part arm first
    scan ch
  part arm UNION ALL
    scan ch
foreign-key scan ch
foreign-key scan ch
`);
    const from = '(SELECT pid FROM ch GROUP BY pid) AS ch';
    expect(drawn(`UPDATE p SET id = id + 1 FROM ${from} WHERE ch.pid = p.id`)).toBe(`materialize ch*
  scan ch
  sort group-by
scan ch*
  for-each search p by rowid (rowid=)
foreign-key scan ch
foreign-key scan ch
`);
    expect(drawn('DELETE FROM p AS ch WHERE id = 3')).toBe(`search ch=p by rowid (rowid=)
foreign-key scan ch
`);
    expect(drawn('SELECT * FROM p, ch')).toBe('scan p\n  for-each scan ch\n');
    database.close();
  });

  it('reads 60-way joins', () => {
    const database = driver.open(image);
    const from = Array.from({ length: 60 }, (_, index) => `t2 AS a${index}`).join(' JOIN ');
    const where = Array.from({ length: 59 }, (_, index) => `a${index}.y = a${index + 1}.x`);
    const sql = `SELECT * FROM ${from} WHERE ${where.join(' AND ')}`;
    const steps = everyStep(readPlan(planRows(database, sql), namesFor(database, sql)));
    expect(steps).toHaveLength(60);
    expect(steps.at(-1)?.path.split('.')).toHaveLength(60);
    expect(steps.every(({ step }) => step.kind === 'loop' && step.source.name === 't2')).toBe(true);
    database.close();
  });

  it('reads ORs and compounds of 500 terms in little time', () => {
    const database = driver.open(image);
    const terms = (text: (index: number) => string, by: string) =>
      Array.from({ length: 500 }, (_, index) => text(index)).join(by);
    // SQLite turns 500 equalities of one column into one IN, and nests compounds 499 deep.
    const or = `SELECT * FROM t1 WHERE ${terms((index) => `(a = ${index} AND b > ${index})`, ' OR ')}`;
    const union = terms((index) => `SELECT a FROM t1 WHERE b = ${index}`, ' UNION ');
    for (const [sql, count] of [
      [or, 1_001],
      [union, 1_997],
    ] as const) {
      const rows = planRows(database, sql);
      const names = namesFor(database, sql);
      const started = performance.now();
      const steps = readPlan(rows, names);
      expect(performance.now() - started).toBeLessThan(1_000);
      expect(everyStep(steps)).toHaveLength(count);
      expect(everyStep(steps).every(({ step }) => step.kind !== 'unknown')).toBe(true);
    }
    database.close();
  });
});
