import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgramLine } from '../../model/plan/program-line.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { planForms, planFormsSchema } from '../plan-forms.testing.ts';
import { opcodeWords } from './opcode-words/opcode-words.ts';
import { explained, randomSelect, shopSchema } from './program.testing.ts';
import { programLines } from './program-lines.ts';

let shop: Database;
let forms: Database;

beforeAll(async () => {
  const driver = await loadTestDriver();
  shop = driver.open();
  shop.run(shopSchema);
  forms = driver.open();
  forms.run(planFormsSchema);
});

function linesOf(sql: string): ProgramLine[] {
  return explained(shop, sql).lines;
}

/** Address, opcode (indented by loops) and words. */
function drawn(lines: readonly ProgramLine[]): string[] {
  return lines.map(
    ({ address, depth, opcode, words }) => `${address} ${'. '.repeat(depth)}${opcode}: ${words}`,
  );
}

/** What must hold for any program; one matcher for all its lines, which takes a tenth of the time. */
function check(lines: readonly ProgramLine[], sql: string): void {
  const programs = new Map<ProgramLine['program'], ProgramLine[]>();
  for (const line of lines) {
    const own = programs.get(line.program);
    if (own) own.push(line);
    else programs.set(line.program, [line]);
  }
  const wrong = lines.filter((line) => !isSound(line, programs.get(line.program) ?? []));
  expect(wrong, sql).toEqual([]);
}

/** Words without holes; jumps that its words name, and that the lines of its program know. */
function isSound(line: ProgramLine, own: readonly ProgramLine[]): boolean {
  const inWords = line.parts.flatMap((part) =>
    typeof part === 'object' && part.kind === 'jump' ? [part.address] : [],
  );
  return (
    !/undefined|null|NaN|\[object/.test(line.words) &&
    line.words.length > 3 &&
    opcodeWords.has(line.opcode) &&
    inWords.every((address) => line.jumps.includes(address)) &&
    line.jumps.every((address) => own[address]?.jumpsFrom.includes(line.address))
  );
}

describe('programLines', () => {
  it('says in words what a search by an index does', () => {
    const sql = "SELECT id, note FROM orders WHERE status = 'x' AND total > 3";
    expect(drawn(linesOf(sql))).toEqual([
      '0 Init: Begin: go to 13 to make ready',
      '1 OpenRead: Open the table orders for reading',
      '2 OpenRead: Open the index orders_status_total for reading',
      "3 String8: r[1] = 'x'",
      '4 Integer: r[2] = 3',
      '5 SeekGT: Go to the first entry of orders_status_total with (status, total) > r[1..2]; if there is none, go to 12',
      '6 . IdxGT: If the entry of orders_status_total has status > r[1], go to 12',
      '7 . DeferredSeek: Note which row of orders this entry of orders_status_total belongs to; look it up only for a column that the index lacks',
      '8 . IdxRowid: r[3] = rowid at the end of the entry of orders_status_total',
      '9 . Column: r[4] = note of orders',
      '10 . ResultRow: Hand out a row of the result: r[3..4]',
      '11 Next: Go to the next row of orders_status_total; if there is one, go to 6',
      '12 Halt: End: all is done',
      '13 Transaction: Begin to read main; its schema must be the one that this was compiled for',
      '14 Goto: Go to 1',
    ]);
  });

  it('marks both ends of a full scan, and no other loop', () => {
    const marked = (sql: string) =>
      linesOf(sql)
        .filter(({ isFullScan }) => isFullScan)
        .map(({ opcode, cursor }) => `${opcode} ${cursor?.label}`);
    expect(marked('SELECT name FROM customers')).toEqual(['Rewind customers', 'Next customers']);
    expect(marked("SELECT name FROM customers WHERE city = 'x'")).toEqual([]);
    expect(marked('SELECT max(total) FROM orders')).toEqual([]);
    expect(marked('WITH q AS MATERIALIZED (SELECT 1) SELECT * FROM q')).toEqual([]);
  });

  it('tells two cursors on one table apart', () => {
    const labels = linesOf('SELECT 1 FROM log AS a, log AS b')
      .filter(({ opcode }) => opcode === 'OpenRead')
      .map(({ cursor }) => cursor?.label);
    expect(labels).toEqual(['log', 'log #2']);
  });

  it('knows the programs of triggers and foreign key actions, and who calls them', () => {
    const lines = linesOf('DELETE FROM customers WHERE id = 3');
    const programs = [...new Set(lines.map(({ program }) => program))];
    expect(programs).toEqual([
      { position: 0, kind: 'statement', name: null, table: null },
      { position: 1, kind: 'foreign-key-action', name: null, table: 'orders' },
      { position: 2, kind: 'trigger', name: 'orders_gone', table: null },
    ]);
    const calls = lines.filter(({ opcode }) => opcode === 'Program');
    expect(calls.map(({ program, calls: callee }) => [program.position, callee])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(calls[0]?.words).toContain('the foreign key action on orders');
    expect(calls[1]?.words).toContain('the trigger orders_gone');
  });

  it('says no pointer of a virtual table', () => {
    const open = explained(shop, "SELECT * FROM json_each('[1]')").lines.find(
      ({ opcode }) => opcode === 'VOpen',
    );
    expect(open).toMatchObject({
      p4: 'vtab',
      cursor: { kind: 'virtual', label: 'virtual table 0' },
    });
  });

  it('gives an opcode of another SQLite its name', () => {
    const [line] = explainedOpcode('Teleport');
    expect(line).toMatchObject({ words: 'Teleport', jumps: [], cursor: null });
  });

  it.each(planForms.map(({ form, sql, extra }) => [form, sql, extra ?? ''] as const))(
    'has words for the form %s',
    async (_, sql, extra) => {
      const database = extra === '' ? forms : (await loadTestDriver()).open();
      if (extra !== '') database.run(planFormsSchema + extra);
      check(explained(database, sql).lines, sql);
      if (extra !== '') database.close();
    },
  );

  it.each([
    "INSERT INTO customers VALUES (1, 'a', 'b') ON CONFLICT (id) DO UPDATE SET name = 'c'",
    'REPLACE INTO orders SELECT * FROM orders RETURNING id',
    'UPDATE customers SET id = id + 1',
    'UPDATE lines SET position = 2 WHERE order_id = 1 RETURNING amount',
    "DELETE FROM lines WHERE product LIKE 'x%'",
    'INSERT INTO log SELECT * FROM log',
    'CREATE INDEX x ON log (what)',
    'DROP TABLE log',
    'ANALYZE',
    'REINDEX',
    'VACUUM',
    'PRAGMA integrity_check',
    'PRAGMA foreign_key_check',
    'PRAGMA journal_mode',
    'BEGIN',
    'ROLLBACK',
    'SAVEPOINT s',
    'ALTER TABLE log ADD COLUMN more TEXT',
    'SELECT sum(total) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) FROM orders',
    'SELECT CAST(id AS TEXT) || name, -id, id % 3, id / 2, id << 1, id & 3, NOT id, ~id FROM customers',
    "SELECT iif(name IS NULL, 1.5, 9223372036854775807), x'00', ?1, random() FROM customers LIMIT 2 OFFSET 1",
    'SELECT count(*) FILTER (WHERE id > 3), total(id), group_concat(name, city ORDER BY id) FROM customers',
    'SELECT * FROM orders WHERE status IN (1, 2) AND total IN (3, 4)',
    'SELECT a.name FROM customers a FULL JOIN log b ON a.id = b.at',
    'SELECT name FROM customers UNION SELECT what FROM log EXCEPT SELECT note FROM orders ORDER BY 1',
  ])('has words for %s', (sql) => {
    check(linesOf(sql), sql);
  });

  it('has words for random queries', () => {
    fc.assert(
      fc.property(randomSelect, (sql) => check(linesOf(sql), sql)),
      { numRuns: 50 },
    );
  });

  it('reads programs of thousands of instructions', () => {
    const terms = Array.from({ length: 500 }, (_, n) => `(status = 's${n}' AND total = ${n})`);
    const { lines, facts } = explained(shop, `SELECT note FROM orders WHERE ${terms.join(' OR ')}`);
    expect(lines.length).toBeGreaterThan(2_000);
    expect(lines.every(({ words, opcode }) => words !== opcode)).toBe(true);
    expect(facts.reads.map(({ index, seeks }) => [index, seeks])).toEqual([
      [null, 0],
      ['orders_status_total', 500],
    ]);
  });
});

function explainedOpcode(opcode: string): ProgramLine[] {
  return programLines([{ address: 0, opcode, p1: 1, p2: 2, p3: 3, p4: null, p5: 0 }], []);
}
