import { describe, expect, it } from 'vitest';
import { toDiagramModel } from './diagram-model.ts';
import { cutList, diagramTable, tableSentence } from './diagram-words.ts';
import { noFigures, schemaFrom } from './schemas.testing.ts';

const shop = schemaFrom(`
  customers(id!, email, referred_by?>customers.id)
  orders(id!, customer_id>CUSTOMERS.id, day?)
  badges(id!>customers.id, code)
  lines([order_id, line]!, order_id>orders.id)
  parts([order_id, line]>lines.[order_id, line], lost>nowhere.id)
  log(text?)
`);

describe('toDiagramModel', () => {
  const model = toDiagramModel(shop, () => noFigures, 'all');

  it('joins tables whatever the case of their names, and leaves out what does not exist', () => {
    expect(model.references.map(({ title }) => title)).toEqual([
      'customers (referred_by) refers to customers (id) or to nothing',
      'orders (customer_id) refers to customers (id)',
      'badges (id) refers to customers (id)',
      'lines (order_id) refers to orders (id)',
      'parts (order_id, line) refers to lines (order_id, line)',
    ]);
  });

  it('says whether only one row may refer to another', () => {
    expect(model.references.map(({ isSingle }) => isSingle)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('shows all columns, those of keys and references, or none', () => {
    const columnsOf = (detail: 'all' | 'keys' | 'none') =>
      toDiagramModel(shop, () => noFigures, detail).boxes.map(({ columns, columnCount }) => [
        columns.map(({ name }) => name).join(' '),
        columnCount,
      ]);
    expect(columnsOf('all')[0]).toEqual(['id email referred_by', 3]);
    expect(columnsOf('keys')).toEqual([
      ['id referred_by', 3],
      ['id customer_id', 3],
      ['id', 2],
      ['order_id line', 2],
      ['order_id line', 3],
      ['', 1],
    ]);
    expect(columnsOf('none')[0]).toEqual(['', 3]);
  });

  it('measures bytes against the largest table with its indexes', () => {
    const bytes = new Map([
      ['customers', { ...noFigures, tableBytes: 60, indexBytes: 40 }],
      ['orders', { ...noFigures, tableBytes: 25, indexBytes: 0 }],
    ]);
    const { boxes } = toDiagramModel(shop, (table) => bytes.get(table) ?? noFigures, 'all');
    expect(boxes.slice(0, 3).map(({ tableShare, indexShare }) => [tableShare, indexShare])).toEqual(
      [
        [0.6, 0.4],
        [0.25, 0],
        [0, 0],
      ],
    );
  });
});

describe('in words', () => {
  const model = toDiagramModel(shop, () => noFigures, 'keys');

  it('a diagram is a table of tables and references', () => {
    expect(diagramTable(model).rows.slice(0, 2)).toEqual([
      ['customers', '10 (planned)', '', '3', 'itself (referred_by)', 'orders, badges'],
      ['orders', '10 (planned)', '', '3', 'customers (customer_id)', 'lines'],
    ]);
  });

  it('a list is cut where it would take more than a few lines', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`).join(', ');
    expect(cutList(names(7))).toBe(names(7));
    expect(cutList(names(296))).toBe(`${names(6)} and 290 more`);
    expect(cutList('')).toBe('');
  });

  it('a table is a sentence', () => {
    expect(tableSentence(model, 1)).toBe(
      'orders: 10 rows planned, 3 columns. Refers to customers (customer_id). Referred to by lines.',
    );
    expect(tableSentence(model, 5)).toBe(
      'log: 10 rows planned, 1 column. Nothing refers to it, and it refers to nothing.',
    );
  });
});
