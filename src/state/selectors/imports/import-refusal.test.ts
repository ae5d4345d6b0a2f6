import { describe, expect, it } from 'vitest';
import type { RowsFileReport } from '../../../engine/model/transfer/import.ts';
import type { ImportState, RowsChoice } from '../../import-store.ts';
import { importRefusal } from './import-refusal.ts';

type Ready = Extract<ImportState, { status: 'ready' }>;

const report: RowsFileReport = {
  kind: 'rows',
  format: 'csv',
  sizeBytes: 100,
  encoding: 'utf-8',
  options: { delimiter: ',', hasHeader: true, emptyIsNull: true },
  canHaveHeader: true,
  columns: [],
  rows: [],
  expectedRows: 0,
  badRows: [],
  badRowUnit: 'line',
  warnings: [],
};

function refusal(rows: Partial<RowsChoice>): string | null {
  const choice: RowsChoice = { table: 't', isNew: true, columns: [], mapping: [], ...rows };
  return importRefusal(ready({ rows: choice }), { kind: 'ready' });
}

function ready(part: Partial<Ready>): Ready {
  return {
    status: 'ready',
    fileName: 'a.csv',
    report,
    place: { kind: 'new' },
    rows: null,
    isReading: false,
    ...part,
  };
}

describe('importRefusal', () => {
  it('lets a new table with names pass', () => {
    expect(
      refusal({
        columns: [
          { name: 'a', type: 'TEXT' },
          { name: 'b', type: 'REAL' },
        ],
      }),
    ).toBeNull();
  });

  it('names what is missing or twice', () => {
    expect(refusal({ table: ' ' })).toBe('Give the table a name.');
    expect(refusal({ table: 'SQLite_x' })).toMatch(/belong to SQLite/);
    expect(
      refusal({
        columns: [
          { name: 'a', type: 'TEXT' },
          { name: 'A', type: 'TEXT' },
        ],
      }),
    ).toBe('Two columns are named A.');
    const accents = ['É', 'é'].map((name) => ({ name, type: 'TEXT' as const }));
    expect(refusal({ columns: accents })).toBeNull();
    expect(refusal({ columns: [{ name: '', type: 'TEXT' }] })).toMatch(/needs a name/);
    expect(refusal({ isNew: false, mapping: [null, null] })).toMatch(/No field goes/);
    expect(refusal({ isNew: false, mapping: ['a', 'a'] })).toMatch(/Two fields go to t.a/);
    expect(refusal({ isNew: false, mapping: ['a', null] })).toBeNull();
  });

  it('waits for a file that is read again, and for an engine at work', () => {
    expect(importRefusal(ready({ isReading: true }), { kind: 'ready' })).toMatch(/again/);
    expect(importRefusal(ready({}), { kind: 'counting', fraction: 0 })).toMatch(/press Stop/);
    expect(importRefusal(ready({}), { kind: 'stopped' })).toBeNull();
  });
});
