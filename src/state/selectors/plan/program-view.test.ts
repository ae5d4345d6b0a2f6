import { describe, expect, it } from 'vitest';
import type { BTree, Instruction } from '../../../engine/model/plan/program.ts';
import { lineKey, operandsText, programRows, programView } from './program-view.ts';

const trees: BTree[] = [
  {
    rootPage: 2,
    schema: 'main',
    table: 'products',
    index: null,
    columns: ['id', 'name', 'price'],
    rowidColumn: 'id',
  },
  {
    rootPage: 3,
    schema: 'main',
    table: 'products',
    index: 'by_price',
    columns: ['price', 'rowid'],
    rowidColumn: null,
  },
];

/** "OpenRead 0 2 0 k(2,,) 0", a line each; addresses begin again at Init. */
function drawn(text: string): Instruction[] {
  let address = -1;
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [opcode = '', p1, p2, p3, p4, p5] = line.trim().split(' ');
      address = opcode === 'Init' ? 0 : address + 1;
      const numbers = { p1: Number(p1 ?? 0), p2: Number(p2 ?? 0), p3: Number(p3 ?? 0) };
      return { address, opcode, ...numbers, p4: p4 ?? null, p5: Number(p5 ?? 0) };
    });
}

const deleting = drawn(`
  Init 0 0
  OpenWrite 0 2
  OpenWrite 1 3 0 k(2,,)
  Rewind 0 9
  Column 0 2 1
  IdxDelete 1 1 0 by_price 2
  Delete 0
  Program 0 0 5 program
  Next 0 4 0 . 1
  Halt
  Init 0 0 0
  OpenRead 0 3 0 k(2,,)
  Count 0 1
  Halt
`);

describe('programRows', () => {
  const { lines } = programView({ rows: [], instructions: deleting, trees });

  it('puts a heading over each of several programs', () => {
    const rows = programRows(lines);
    expect(rows.filter(({ kind }) => kind === 'heading')).toMatchObject([
      { title: 'The statement', remark: '' },
      { title: 'Foreign key action' },
    ]);
    expect(rows).toHaveLength(deleting.length + 2);
    expect(programRows(lines.slice(0, 10)).every(({ kind }) => kind === 'line')).toBe(true);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.map(({ key }) => key)).toContain(lineKey(1, 2));
  });

  it('keeps what holds all words of the filter, with its heading', () => {
    const opcodes = (filter: string) =>
      programRows(lines, filter).map((row) => (row.kind === 'line' ? row.line.opcode : row.title));
    expect(opcodes('by_price')).toEqual([
      'The statement',
      'OpenWrite',
      'IdxDelete',
      'Foreign key action',
      'OpenRead',
      'Count',
    ]);
    expect(opcodes(' BY_PRICE  entries ')).toEqual(['Foreign key action', 'Count']);
    expect(opcodes('nothing like it')).toEqual([]);
  });

  it('writes all five operands', () => {
    expect(lines.slice(5, 7).map(operandsText)).toEqual(['1 1 0 by_price 2', '0 0 0 · 0']);
  });
});

describe('programView', () => {
  it('says what each program reads, writes and makes', () => {
    const { sections } = programView({ rows: [], instructions: deleting, trees });
    const told = sections.map(({ title, groups }) => [
      title,
      ...groups.flatMap((group) =>
        group.rows.map(({ name, ways, columns }) =>
          [group.title, name, ...ways.map(({ text }) => text), columns].join('|'),
        ),
      ),
    ]);
    expect(told).toEqual([
      [
        null,
        'Reads|products|full scan|price',
        'Writes|by_price|entry taken out|',
        'Writes|products|row taken out|',
      ],
      ['Foreign key action', 'Reads|by_price|counted|'],
    ]);
  });

  it('says what is needed of each table, whichever index it comes from', () => {
    const instructions = drawn(`
      Init 0 0
      OpenRead 0 2
      OpenRead 1 3 0 k(2,,)
      Integer 5 1
      SeekGE 1 9 1 1
      IdxGT 1 9 1 1
      DeferredSeek 1 0 0 [0,0,1]
      Column 0 1 2
      Next 1 5
      Halt
    `);
    const [section] = programView({ rows: [], instructions, trees }).sections;
    const group = section?.groups.at(-1);
    expect(group?.title).toBe('Needed for the answer');
    expect(group?.rows).toMatchObject([
      { name: 'products', ways: [{ text: '2 columns' }], columns: 'name, price' },
    ]);
    expect(group?.rows[0]?.ways[0]?.explanation).toContain('covering');
  });

  it('says of a sorter with LIMIT that it keeps the first rows', () => {
    const instructions = drawn(`
      Init 0 0
      OpenEphemeral 1 3
      OpenRead 0 2
      Rewind 0 10
      Column 0 2 4
      IfNotZero 3 9
      Last 1 0
      IdxLE 1 9 4
      Delete 1 0
      IdxInsert 1 7 4
      Sort 1 11
      Halt
    `);
    const [section] = programView({ rows: [], instructions, trees }).sections;
    const made = section?.groups.find(({ title }) => title.startsWith('Makes'));
    expect(made?.rows.map(({ name, ways }) => [name, ways[0]?.text])).toEqual([
      ['1 sorter with LIMIT', 'sorts the first rows'],
    ]);
  });

  it('says nothing of a statement that touches nothing', () => {
    const instructions = drawn('Init 0 0\nHalt');
    expect(programView({ rows: [], instructions, trees }).sections).toEqual([]);
  });

  it('counts sorters and names automatic indexes', () => {
    const instructions = drawn(`
      Init 0 0
      SorterOpen 1 2
      SorterOpen 2 2
      OpenRead 0 2
      OpenAutoindex 3 2
      Rewind 0 8
      IdxInsert 3 1
      Next 0 6 0 . 3
      Halt
    `);
    const [section] = programView({ rows: [], instructions, trees }).sections;
    expect(section?.groups.at(-1)?.rows.map(({ name }) => name)).toEqual([
      'automatic index on products',
      '2 sorters',
    ]);
  });
});
