import { describe, expect, it } from 'vitest';
import { emptySchema } from '../../../engine/model/database/schema.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import type { StorageReport, TreeStorage } from '../../../engine/model/storage/storage-report.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { noRuns } from '../../runs-store.ts';
import { noStorage } from '../../storage-store.ts';
import { signedBytes, signedPercent } from './byte-words.ts';
import { storageBasis } from './storage-basis.ts';
import { storageBlocks } from './storage-blocks.ts';
import { storageFacts } from './storage-facts.ts';
import { storageForm } from './storage-form.ts';
import { storageMarkdown } from './storage-report.ts';
import { storageSetups } from './storage-setups.ts';
import { type TreeColumn, treeHeads, treeRows } from './storage-table.ts';
import { storageTrees } from './storage-trees.ts';
import { storageTrials } from './storage-trials.ts';
import { storageView } from './storage-view.ts';

function tree(name: string, pages: number, patch: Partial<TreeStorage> = {}): TreeStorage {
  const sizeBytes = pages * 4096;
  return {
    name,
    kind: 'table',
    table: name,
    isWithoutRowid: name === 'keys',
    virtualTable: name.startsWith('words_') ? 'words' : null,
    pages,
    sizeBytes,
    interiorPages: pages > 1 ? 1 : 0,
    leafPages: pages > 1 ? pages - 1 : 1,
    overflowPages: 0,
    unusedBytes: sizeBytes * 0.1,
    fill: 0.9,
    depth: pages > 1 ? 2 : 1,
    entries: pages * 50,
    entriesPerLeaf: 52.5,
    largestPayloadBytes: 100,
    ...patch,
  };
}

const index = (name: string, table: string, pages: number, patch: Partial<TreeStorage> = {}) =>
  tree(name, pages, { kind: 'index', table, ...patch });

function reportOf(trees: TreeStorage[], freePages = 0, pageSizeBytes = 4096): StorageReport {
  const pages = trees.reduce((sum, each) => sum + each.pages, 0) + freePages;
  const sizeBytes = pages * pageSizeBytes;
  return { pageSizeBytes, pages, freePages, sizeBytes, trees, sqliteVersion: '3.54.1' };
}

const setup = (id: string, indexes: string[], hasStatistics = false): Setup => ({
  id,
  name: id,
  indexes,
  hasStatistics,
  cache: { kind: 'none' },
});

const playground: Playground = {
  ...emptyPlayground,
  indexes: [
    { name: 'by_date', sql: 'CREATE INDEX by_date ON orders (date)' },
    { name: 'by_date_and_more', sql: 'CREATE INDEX by_date_and_more ON orders (date, price)' },
  ],
  setups: [
    setup('a', []),
    setup('b', ['BY_DATE']),
    setup('c', ['by_date', 'by_date_and_more'], true),
  ],
};

const report = reportOf(
  [
    tree('sqlite_schema', 1),
    tree('orders', 100),
    index('by_date', 'orders', 20),
    index('by_date_and_more', 'orders', 90),
    index('sqlite_autoindex_orders_1', 'orders', 30, { fill: 0.6, unusedBytes: 30 * 4096 * 0.4 }),
    index('fixed', 'orders', 8),
    tree('words_data', 40, { overflowPages: 10, leafPages: 29, largestPayloadBytes: 9000 }),
    tree('keys', 5),
    tree('sqlite_stat1', 1),
  ],
  15,
);
const trees = storageTrees(report, playground);

describe('storageTrees', () => {
  it('takes names as one where SQLite does: É and é are two indexes', () => {
    const accents = reportOf([tree('t', 2), index('É', 't', 1), index('é', 't', 1)]);
    const own = { ...playground, indexes: [{ name: 'É', sql: '' }], setups: [setup('a', ['É'])] };
    expect(storageTrees(accents, own).map(({ name, role, onIn }) => [name, role, onIn])).toEqual([
      ['t', 'table', null],
      ['É', 'index', ['A']],
      ['é', 'fixed-index', null],
    ]);
  });

  it('says what each tree is to the playground', () => {
    expect(trees.map(({ name, role, group, onIn }) => [name, role, group, onIn?.join('')])).toEqual(
      [
        ['sqlite_schema', 'internal', 'SQLite', undefined],
        ['orders', 'table', 'orders', undefined],
        ['by_date', 'index', 'orders', 'BC'],
        ['by_date_and_more', 'index', 'orders', 'C'],
        ['sqlite_autoindex_orders_1', 'constraint', 'orders', undefined],
        ['fixed', 'fixed-index', 'orders', undefined],
        ['words_data', 'virtual', 'words', undefined],
        ['keys', 'table', 'keys', undefined],
        ['sqlite_stat1', 'internal', 'SQLite', 'C'],
      ],
    );
  });
});

describe('storageSetups', () => {
  it('takes away from the whole what is off, and compares with the baseline', () => {
    const [a, b, c] = storageSetups(report, trees, playground);
    const whole = report.sizeBytes;
    expect(a?.sizeBytes).toBe(whole - (20 + 90 + 1) * 4096);
    expect(b?.sizeBytes).toBe(whole - (90 + 1) * 4096);
    expect(c?.sizeBytes).toBe(whole);
    expect([a?.difference, b?.difference]).toEqual([null, '+82 kB, +10 %']);
    expect((c?.tablesShare ?? 0) + (c?.indexesShare ?? 0)).toBeCloseTo(1, 9);
    expect(a?.indexes).toBe('156 kB, 19 %');
    expect(c?.explanation).toContain('of which nothing is off');
  });
});

describe('storageFacts', () => {
  it('says what weighs most, each with its reason', () => {
    const findings = [
      {
        id: 'x',
        kind: 'redundant-index' as const,
        repeatedIndex: 'by_date',
        message: 'The index by_date is the beginning of by_date_and_more.',
        reason: 'A lookup can use the longer one.',
        index: null,
      },
    ];
    expect(storageFacts(report, trees, findings).map(({ text }) => text)).toEqual([
      'Indexes take 48 % of 1.3 MB: 606 kB in 4 indexes.',
      'The 4 indexes of orders take more than its rows: 606 kB beside 410 kB.',
      '25 % of the pages of words_data are overflow pages: rows are longer than a page takes.',
      'The index by_date is the beginning of by_date_and_more: 82 kB.',
      'The file’s pages are 87 % full: 158 kB hold nothing.',
      'Far from full: sqlite_autoindex_orders_1 60 %.',
      '15 pages are free: 61 kB, 5 % of the file.',
    ]);
    for (const { explanation } of storageFacts(report, trees, findings)) {
      expect(explanation.length).toBeGreaterThan(20);
    }
  });

  it('says little of a database with little in it', () => {
    const small = reportOf([tree('sqlite_schema', 1)]);
    const facts = storageFacts(small, storageTrees(small, emptyPlayground), []);
    expect(facts.map(({ text }) => text)).toEqual([
      '4.1 kB, and no index among it.',
      'The file’s pages are 90 % full: 410 bytes hold nothing.',
    ]);
  });
});

describe('treeRows', () => {
  it('sorts by any column, both ways', () => {
    const namesBy = (column: TreeColumn, isDescending: boolean) =>
      treeRows(trees, report.sizeBytes, { column, isDescending }).map(({ name }) => name);
    expect(namesBy('bytes', true).slice(0, 2)).toEqual(['orders', 'by_date_and_more']);
    expect(namesBy('name', false)[0]).toBe('by_date');
    expect(namesBy('fill', false)[0]).toBe('sqlite_autoindex_orders_1');
    expect(namesBy('overflow', true)[0]).toBe('words_data');
    for (const { column } of treeHeads) {
      expect(namesBy(column, true)).toEqual(namesBy(column, false).reverse());
    }
  });

  it('has a cell for each column but the name, and points at what is worth a look', () => {
    const rows = treeRows(trees, report.sizeBytes, { column: 'bytes', isDescending: true });
    for (const { cells } of rows) {
      expect(cells.map(({ column }) => column)).toEqual(
        treeHeads.slice(1).map((head) => head.column),
      );
    }
    const notable = rows.flatMap(({ name, cells }) =>
      cells.filter(({ isNotable }) => isNotable).map(({ column }) => [name, column]),
    );
    expect(notable).toEqual([
      ['words_data', 'overflow'],
      ['sqlite_autoindex_orders_1', 'fill'],
    ]);
    expect(rows.find(({ name }) => name === 'by_date')?.role).toBe(
      'index of orders, on in B and C',
    );
  });

  it('divides nothing by no rows', () => {
    const empty = reportOf([tree('t', 1, { entries: 0, entriesPerLeaf: 0 })]);
    const sort = { column: 'perEntry', isDescending: false } as const;
    const [row] = treeRows(storageTrees(empty, playground), empty.sizeBytes, sort);
    expect(row?.cells.filter(({ text }) => text === '–').map(({ column }) => column)).toEqual([
      'perLeaf',
      'perEntry',
    ]);
  });
});

describe('storageBlocks', () => {
  it('gives every byte of trees and free pages a block', () => {
    const blocks = storageBlocks(report, trees);
    expect(blocks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBe(report.sizeBytes);
    expect(blocks.at(-1)).toMatchObject({ kind: 'free', sizeBytes: 15 * 4096 });
  });
});

describe('storageTrials', () => {
  const trialOf = (pageSizeBytes: number, share: number) => {
    const smaller = report.trees.map((each) => ({ ...each, sizeBytes: each.sizeBytes * share }));
    const sizeBytes = smaller.reduce((sum, each) => sum + each.sizeBytes, 0);
    return { ...reportOf(smaller, 0, pageSizeBytes), sizeBytes };
  };

  it('is nothing before the first', () => {
    expect(storageTrials(report, {})).toBeNull();
  });

  it('stands beside the present, sizes in order, trees by size', () => {
    const table = storageTrials(report, { 8192: trialOf(8192, 0.8), 4096: trialOf(4096, 0.9) });
    expect(table?.sizes.map(({ label }) => label)).toEqual(['4,096 bytes', '8,192 bytes']);
    expect(table?.rows.map(({ label }) => label).slice(0, 7)).toEqual([
      'Whole file',
      'Pages',
      'Fill',
      'Free pages',
      'Overflow pages',
      'orders',
      'by_date_and_more',
    ]);
    const [now, first, second] = table?.rows[5]?.cells ?? [];
    expect(now).toMatchObject({ text: '410 kB', difference: null });
    expect(first).toMatchObject({ text: '369 kB', difference: '−10 %', isLess: true });
    expect(second?.difference).toBe('−20 %');
    expect(table?.words).toBe(
      'VACUUM to pages of 8,192 bytes would save 24 %: 967 kB in place of 1.3 MB.',
    );
  });

  it('says so when it is not worth it', () => {
    expect(storageTrials(report, { 4096: report })?.words).toBe(
      'VACUUM at the present page size changes nothing: as many bytes as the 1.3 MB now.',
    );
    expect(storageTrials(report, { 65536: trialOf(65_536, 2) })?.words).toMatch(
      /makes the file larger/,
    );
  });
});

describe('storageMarkdown', () => {
  it('says facts, setups, trials and trees', () => {
    const state = { ...noStorage, read: { report, basis: '' } };
    const view = storageView(playground, state, null);
    const text = view ? storageMarkdown('Shop', view) : '';
    expect(text).toMatch(/^- Indexes take \d+ % of /m);
    expect(text).toMatch(/#### Bytes of each setup\n\n\| Setup \|/);
    expect(text).toMatch(/\| orders \| table \| .+ \|/);
    expect(text).toContain('Stale');
    expect(text).not.toContain('After VACUUM');
  });
});

describe('storageForm', () => {
  it('says why it cannot be read', () => {
    const inspection = {
      schema: emptySchema,
      error: null,
      indexErrors: {},
      recipe: { tables: [], problems: [] },
      findings: [],
    } as never;
    expect(storageForm(noStorage, noRuns, false).refusal).toBeNull();
    expect(storageForm(noStorage, { ...noRuns, inspection }, false).refusal).toMatch(
      /no table yet/,
    );
    expect(storageForm(noStorage, { ...noRuns, inspection }, true).refusal).toBeNull();
    const busy = { ...noRuns, activity: { kind: 'counting', fraction: 0 } as const };
    expect(storageForm(noStorage, busy, false).refusal).toMatch(/at work/);
  });

  it('offers every page size, with what is known of it', () => {
    const trials = { 8192: { ...report, pageSizeBytes: 8192 } };
    const state = { ...noStorage, read: { report, basis: '' }, trials };
    const form = storageForm(state, noRuns, false);
    expect(form.pageSizes).toHaveLength(8);
    expect(form.pageSize).toBe('4096');
    expect(form.pageSizes[3]).toEqual({
      value: '4096',
      label: '4,096 bytes',
      detail: 'As it is now',
    });
    expect(form.pageSizes[4]?.detail).toBe('Tried');
    expect(storageForm(noStorage, noRuns, false).trialRefusal).toMatch(/Read the pages first/);
  });
});

describe('the words of bytes', () => {
  it.each([
    [100, 100, '±0', '±0 %'],
    [1_000_000, 1_000_100, '+100 bytes', '≈0 %'],
    [1_000_000, 976_000, '−24 kB', '−2.4 %'],
    [1000, 1500, '+500 bytes', '+50 %'],
    [1000, 4000, '+3.0 kB', '+300 %'],
    [4096, 65_536, '+61 kB', '16x'],
  ])('%i to %i', (from, to, bytes, percent) => {
    expect([signedBytes(to - from), signedPercent(from, to)]).toEqual([bytes, percent]);
  });

  it('has no percentage of nothing', () => {
    expect(signedPercent(0, 5)).toBeNull();
  });
});

describe('storageBasis', () => {
  it('changes with data, index text and statistics, and with nothing else', () => {
    const basis = storageBasis(playground);
    expect(storageBasis({ ...playground, title: 'other', queries: [] })).toBe(basis);
    const [first] = playground.indexes;
    const setups = [setup('a', []), setup('b', ['by_date'])];
    const changed: Partial<Playground>[] = [
      { schemaSql: 'CREATE TABLE x (a)' },
      { recipe: { ...playground.recipe, seed: 99 } },
      { indexes: [{ name: first?.name ?? '', sql: 'CREATE INDEX by_date ON orders (other)' }] },
      { setups },
    ];
    for (const patch of changed) expect(storageBasis({ ...playground, ...patch })).not.toBe(basis);
  });
});
