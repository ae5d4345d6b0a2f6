import { describe, expect, test } from 'vitest';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { Counters } from '../../../engine/model/counters/counters.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import type { RunsState } from '../../runs-store.ts';
import { countBasis } from '../basis.ts';
import { authorCells } from './author-cells.ts';
import { authorConfirmation } from './author-confirmation.ts';
import { openedLinkWords } from './opened-link-words.ts';

const counters: Counters = {
  vmSteps: 400_601,
  fullScanSteps: 0,
  sorts: 0,
  autoIndexRows: 0,
  filterHits: 0,
  filterMisses: 0,
  pageHits: 1,
  pageMisses: 2,
  rows: 3,
  resultHash: '0123456789abcdef',
  planHash: 'fedcba9876543210',
};
const quick = { ...counters, vmSteps: 800 };
const query = { id: 'q1', name: 'top', sql: 'SELECT 1', parameters: [], weight: 1 };
const setups = ['a', 'b'].map((id) => ({
  id,
  name: id,
  indexes: [],
  hasStatistics: false,
  cache: { kind: 'none' as const },
}));
const playground: Playground = {
  ...emptyPlayground,
  queries: [query, { ...query, id: 'q2', name: 'even', sql: 'SELECT 2' }],
  setups,
};
const short = (each: Counters) => ({ ...each, resultHash: '01234567', planHash: 'fedcba98' });
const author = authorCells(playground, {
  sqliteVersion: '3.54.1',
  cells: [
    [short(counters), short(quick)],
    [short(counters), null],
  ],
});

function runsWith(
  own: Record<string, Counters>,
  sqliteVersion = '3.54.1',
  of: Playground = playground,
): Pick<RunsState, 'counts' | 'database'> {
  const counts = of.queries.flatMap((each) =>
    setups.flatMap((setup) => {
      const key = cellKey(each.id, setup.id);
      const counted = own[key];
      const outcome = counted && {
        status: 'counted' as const,
        setupId: setup.id,
        counters: counted,
      };
      return outcome ? [[key, { basis: countBasis(of, each, setup), outcome }]] : [];
    }),
  );
  const engine = { name: 'sql.js' as const, sqliteVersion };
  const summary = {
    tables: [],
    rowCount: 0,
    sizeBytes: 0,
    indexes: [],
    statistics: [],
    buildMs: 0,
  };
  return {
    counts: Object.fromEntries(counts),
    database: { basis: '', summary: { ...summary, engine } },
  };
}

const same = { 'q1/a': counters, 'q1/b': quick, 'q2/a': counters };

describe('the author’s counters', () => {
  test('are told before anything is counted here, of the query that they differ most for', () => {
    const before = authorConfirmation(playground, { counts: {}, database: null }, author);
    expect(before?.status).toBe('waiting');
    expect(before?.sentence).toContain('to be confirmed here: 400,601 in A, 800 in B (“top”).');
    expect(before?.cells['q1/b']).toMatchObject({
      status: 'not-compared',
      authorSteps: 'author: 800 steps',
    });
  });

  test('are confirmed when every cell counts the same', () => {
    const all = authorConfirmation(playground, runsWith(same), author);
    expect(all?.status).toBe('confirmed');
    expect(all?.sentence).toBe(
      'Confirmed: same plans, same VM steps, same result hashes in 3 of 3 cells.',
    );
    expect(all?.cells['q1/a']?.status).toBe('confirmed');
    const some = authorConfirmation(playground, runsWith({ 'q1/a': counters }), author);
    expect(some?.sentence).toContain('in 1 of 3 cells. 2 not compared here.');
  });

  test('are contradicted by one cell that differs, which is named', () => {
    const runs = runsWith({ ...same, 'q1/b': { ...quick, vmSteps: 900 } });
    const outcome = authorConfirmation(playground, runs, author);
    expect(outcome?.status).toBe('contradicted');
    expect(outcome?.sentence).toBe(
      "Contradicted in 1 of 3 cells: “top” in B: VM steps 800 at the author's, 900 here.",
    );
    expect(outcome?.cells['q1/b']?.tip).toContain('contradicted');
  });

  test('are confirmed without the result hash where the answer changes by itself', () => {
    const [, second] = playground.queries;
    const drawn = { ...query, sql: 'SELECT random()' };
    const changing = { ...playground, queries: second ? [drawn, second] : [] };
    const cells = authorCells(changing, {
      sqliteVersion: '3.54.1',
      cells: [[short(counters)], [short(counters)]],
    });
    const own = { 'q1/a': { ...counters, resultHash: 'ffffffffffffffff' }, 'q2/a': counters };
    const outcome = authorConfirmation(changing, runsWith(own, '3.54.1', changing), cells);
    expect(outcome?.cells['q1/a']).toMatchObject({ status: 'confirmed' });
    expect(outcome?.cells['q1/a']?.tip).toContain('so the result hash is left out');
    expect(outcome?.sentence).toBe(
      'Confirmed: same plans, same VM steps in 2 of 2 cells. Same result hashes in 1 of them; the other answers change by themselves.',
    );
    const other = { ...own, 'q2/a': { ...counters, resultHash: 'ffffffffffffffff' } };
    expect(authorConfirmation(changing, runsWith(other, '3.54.1', changing), cells)?.status).toBe(
      'contradicted',
    );
  });

  test('say why a cell could not be counted here', () => {
    const runs = runsWith(same);
    const counted = runs.counts['q1/a'];
    if (!counted) throw new Error('the cell was counted');
    const error = { code: 'time-limit' as const, message: 'It took longer than 20 s.' };
    const failed = { ...counted, outcome: { status: 'failed' as const, setupId: 'a', error } };
    const counts = { ...runs.counts, 'q1/a': failed };
    const cell = authorConfirmation(playground, { ...runs, counts }, author)?.cells['q1/a'];
    expect(cell).toMatchObject({ status: 'not-compared' });
    expect(cell?.tip).toContain('could not be counted here: It took longer than 20 s.');
    expect(cell?.tip).not.toContain('Nothing has been counted');
  });

  test('are not compared across versions of SQLite', () => {
    const outcome = authorConfirmation(playground, runsWith(same, '3.60.0'), author);
    expect(outcome?.status).toBe('another-version');
    expect(outcome?.sentence).toContain('3.54.1, this page runs 3.60.0');
    expect(outcome?.cells['q1/a']?.status).toBe('not-compared');
  });

  test('are left out for cells that were changed', () => {
    const [first, ...others] = playground.queries;
    const edited = { ...query, sql: 'SELECT 3' };
    const changed = { ...playground, queries: first ? [edited, ...others] : [] };
    const outcome = authorConfirmation(changed, runsWith(same), author);
    expect(Object.keys(outcome?.cells ?? {})).toEqual(['q2/a']);
    expect(outcome?.sentence).toContain('2 cells changed since the link was opened are left out');
    const none = { ...playground, schemaSql: 'CREATE TABLE t (id)' };
    expect(authorConfirmation(none, runsWith(same), author)).toBeNull();
  });

  test('are said in the banner, which warns when they are contradicted', () => {
    const link = {
      title: 'T',
      queries: 1,
      setups: 1,
      rows: 1,
      estimateMs: 1,
      imported: null,
      contentHash: 'ab',
      author,
      status: 'same-data' as const,
    };
    const confirmed = authorConfirmation(playground, runsWith(same), author);
    const words = openedLinkWords(link, confirmed);
    expect(words).toMatchObject({ tone: 'success', title: 'Same data as the author’s' });
    expect(words.text).toMatch(/^Confirmed: same plans/);
    const against = runsWith({ ...same, 'q1/b': { ...quick, vmSteps: 900 } });
    expect(openedLinkWords(link, authorConfirmation(playground, against, author))).toMatchObject({
      tone: 'warning',
      title: 'Same data as the author’s, but other counters',
    });
  });
});
