import { expect, test } from 'vitest';
import type { ColumnView } from './data-view.ts';
import { firstOpenTables, matchingTables } from './table-list.ts';

const table = (name: string, columnCount: number) => ({
  name,
  columns: Array.from(
    { length: columnCount },
    (_, at) => ({ column: `${name}_c${at}` }) as ColumnView,
  ),
});

test('the first tables are open, as far as their columns are few', () => {
  const many = Array.from({ length: 500 }, (_, at) => table(`t${at}`, 4));
  expect(firstOpenTables(many).size).toBe(20);
  const wide = [table('wide', 2000), table('other', 3)];
  expect([...firstOpenTables(wide)]).toEqual(['wide']);
  expect([...firstOpenTables(wide.toReversed())]).toEqual(['other']);
});

test('a search finds tables and columns, whatever the case', () => {
  const tables = [table('Orders', 2), table('users', 2)];
  const found = (text: string) => matchingTables(tables, text).map(({ name }) => name);
  expect(found('order')).toEqual(['Orders']);
  expect(found('S_C1')).toEqual(['Orders', 'users']);
  expect(found(' ')).toEqual(['Orders', 'users']);
  expect(found('zz')).toEqual([]);
});
