import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWords } from '../words/step-words.ts';
import { planner } from '../words/words.testing.ts';
import { writeWords } from '../words/writes/write-words.ts';
import { planFindings } from './plan-findings.ts';

const schema = `
CREATE TABLE parents (id INTEGER PRIMARY KEY, code TEXT UNIQUE, note);
CREATE TABLE children (
  id INTEGER PRIMARY KEY, parent_id INT REFERENCES parents (id),
  parent_code TEXT REFERENCES parents (code), other_id INT REFERENCES parents (id)
);
CREATE INDEX children_other ON children (other_id);
CREATE TABLE source (n);
`;
const rows = { parents: 20_000, children: 200_000, source: 10 };

let plan: Awaited<ReturnType<typeof planner>>;
beforeAll(async () => {
  plan = await planner(schema, { rows, hasStatistics: true });
});
afterAll(() => plan.free());

function checks(sql: string, hasFacts = true) {
  const { nodes, context } = plan.explained(sql);
  return planFindings(nodes, hasFacts ? context : { ...context, facts: null }).filter(
    ({ kind }) => kind === 'foreign-key-scan',
  );
}

describe('findings on foreign keys', () => {
  it('are one for all keys of a table', () => {
    const [scan, ...others] = checks('delete from parents where id = 3');
    expect(others).toEqual([]);
    expect(scan).toMatchObject({
      severity: 'high',
      path: '3',
      title: 'Reads all of children for each row that is changed',
      rows: 400_000,
    });
    expect(scan?.reason).toMatch(
      /^children refers to parents by parent_id and parents by parent_code, and .*, once for each of these 2 keys, /,
    );
    expect(scan?.reason).not.toContain('other_id');
  });

  it('say of REPLACE that only rows that are replaced cost it', () => {
    const found = checks('insert or replace into parents select n, n, n from source');
    expect(found.map(({ title, severity }) => [title, severity])).toEqual([
      ['Reads all of children for each row that is replaced', 'medium'],
    ]);
    expect(found[0]?.reason).toContain('Rows that replace no other cost none of this.');
  });

  it('are none for checks that run only while a reference leads nowhere', () => {
    const sql = 'insert into parents select n, n, n from source';
    expect(checks(sql)).toEqual([]);
    const { nodes, context } = plan.explained(sql);
    const words = [...planWords(nodes, context).values()].slice(1);
    expect(words).toHaveLength(3);
    for (const { sentence, badges } of words) {
      expect(sentence).toMatch(/^Foreign key check, for each row, but only while a reference/);
      expect(badges.map(({ text }) => text)).toEqual(['FOREIGN KEY, IF OPEN']);
    }
  });

  it('go by the key that an UPDATE sets', () => {
    expect(checks('update parents set note = 1')).toEqual([]);
    const [scan, ...others] = checks('update parents set code = 1 where id = 3');
    expect(others).toEqual([]);
    expect(scan?.reason).toMatch(/^children refers to parents by parent_code, and no index begins/);
  });

  it.each([
    'delete from parents where id = 3',
    'insert or replace into parents select n, n, n from source',
    'insert into parents select n, n, n from source',
    'update parents set id = 3 where id = 4',
    'update or replace parents set code = 3 where id = 4',
    'insert into parents values (1, 2, 3) on conflict (id) do update set code = 7',
    'insert into children values (1, 2, 3, 4)',
  ])('agree with the words about the write: %s', (sql) => {
    const { context } = plan.explained(sql);
    const said = (context.facts && writeWords(context.facts, context)?.foreignKeys) ?? [];
    const scans = said.filter(({ isScan, occasion }) => isScan && occasion !== 'open-references');
    expect(new Set(checks(sql).map(({ title }) => title.split(' ').at(-1)))).toEqual(
      new Set(scans.map(({ occasion }) => (occasion === 'replaced' ? 'replaced' : 'changed'))),
    );
  });

  it('go by the lines of a DELETE where its program is not known', () => {
    const titles = (sql: string) => checks(sql, false).map(({ title }) => title);
    expect(titles('delete from parents where id = 3')).toEqual([
      'Reads all of children for each row that is changed',
    ]);
    expect(titles('insert into parents select n, n, n from source')).toEqual([]);
  });
});
