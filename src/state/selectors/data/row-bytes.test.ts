// Checked against files that SQLite itself writes.
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../engine/model/database/schema.ts';
import { loadTestDriver } from '../../../engine/sqlite/sqljs.testing.ts';
import { rowBytes } from './row-bytes.ts';

const column = (name: string, isRowidAlias = false): Column => ({
  name,
  type: '',
  affinity: 'blob',
  isNotNull: false,
  defaultSql: null,
  primaryKeyPosition: isRowidAlias ? 1 : 0,
  isRowidAlias,
  isGenerated: false,
});

describe('the bytes of rows', () => {
  test('come close to what SQLite writes', async () => {
    const driver = await loadTestDriver();
    const database = driver.open();
    const rows = 20_000;
    database.run(`CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, price REAL, note BLOB);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      INSERT INTO t SELECT i, 'product ' || (i % 1000), (i % 9999) / 100.0, zeroblob(i % 20) FROM n`);
    const sizeBytes = database.export().byteLength;
    const sample = Array.from({ length: 10 }, (_, at) => [
      at + 1,
      `product ${at * 97}`,
      (at * 997 + 1) / 100,
      new Uint8Array(at * 2),
    ]);
    const columns = [column('id', true), column('name'), column('price'), column('note')];
    const names = ['id', 'name', 'price', 'note'];
    const estimate = rowBytes({ columns, isWithoutRowid: false }, names, sample, rows) ?? 0;
    expect((estimate * rows) / sizeBytes).toBeGreaterThan(0.9);
    expect((estimate * rows) / sizeBytes).toBeLessThan(1.1);
    database.close();
  });

  test('are not known without rows', () => {
    expect(rowBytes({ columns: [column('a')], isWithoutRowid: false }, ['a'], [], 10)).toBeNull();
  });
});
