import { expect, it } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import { readTrees } from '../../explain/trees/read-trees.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { everyStep } from '../every-step.ts';
import { planRows } from '../plan.testing.ts';
import { planNames } from '../plan-names.ts';
import { readPlan } from '../read-plan.ts';
import { QueryWriter } from './random-query.testing.ts';

const script = `
CREATE TABLE p (id INTEGER PRIMARY KEY, code UNIQUE, note);
CREATE TABLE ch (id INTEGER PRIMARY KEY, pid REFERENCES p, code REFERENCES p (code));
CREATE TABLE emp (id INTEGER PRIMARY KEY, boss REFERENCES emp, pid REFERENCES p);
CREATE TABLE tail (id INTEGER PRIMARY KEY, ch REFERENCES ch DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX by_boss ON emp (boss);
CREATE VIEW seen AS SELECT ch.id, p.note FROM ch JOIN p ON p.id = ch.pid;
`;

// SQLite itself tells which rows are checks: those that are not there with foreign keys off.
it('tells the foreign key checks of random writes', async () => {
  const database = (await loadTestDriver()).open();
  database.run(script);
  const [schema, trees] = [readSchema(database), readTrees(database)];
  const writer = new QueryWriter(createSeededRandom('random writes'), schema, [
    { alias: 'seen', columns: ['id', 'note'] },
  ]);
  const rowsOf = (sql: string, isOn: boolean) => {
    database.run(`PRAGMA foreign_keys = ${isOn}`);
    try {
      return planRows(database, sql);
    } catch {
      return null;
    }
  };
  const wrong: string[] = [];
  let [compiled, checks] = [0, 0];
  for (let count = 0; count < 900; count++) {
    const sql = writer.write();
    const [on, off] = [rowsOf(sql, true), rowsOf(sql, false)];
    if (on === null || off === null) continue;
    compiled++;
    const steps = everyStep(readPlan(on, planNames(sql, schema, trees)));
    const found = steps.filter(({ edge }) => edge === 'foreign-key');
    checks += found.length;
    // The checks are the last rows of the root.
    const roots = on
      .filter(({ parent }) => parent === 0)
      .slice(off.length - on.length || on.length);
    const expected = roots.map(({ detail }) => detail).join('\n');
    const read = found.map(({ detail }) => detail).join('\n');
    if (on.length - off.length !== found.length || read !== expected) {
      wrong.push(
        `${sql}\n${on.map(({ id, parent, detail }) => `${id} ${parent} ${detail}`).join('\n')}\nread:\n${read}\nexpected:\n${expected}`,
      );
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(compiled).toBeGreaterThan(600);
  expect(checks).toBeGreaterThan(300);
  database.close();
}, 30_000);
