import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPlanner, type Planner } from '../../../engine/explain/planner.ts';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { loadTestDriver } from '../../../engine/sqlite/sqljs.testing.ts';
import { items, openTestApp } from '../../playground-app.testing.ts';
import { noRuns } from '../../runs-store.ts';
import { lastExplanations } from './last-explanations.ts';
import { type PlanView, planView } from './plan-view.ts';
import type { PlanOptions, PlanRuns } from './worded-plans.ts';

/** With a table that refers to the items, so that a write has a foreign key to look at. */
const shop: Playground = {
  ...items,
  schemaSql: `${items.schemaSql}
CREATE TABLE orders (id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES items (id));`,
};

let planner: Planner;
beforeAll(async () => {
  planner = createPlanner(await loadTestDriver());
});
afterAll(() => planner.close());

/** The shop with this statement, and what the planner says of it. */
function planned(sql: string) {
  const playground = { ...shop, queries: shop.queries.map((query) => ({ ...query, sql })) };
  const [query] = playground.queries;
  if (!query) throw new Error('There is no query.');
  const request = { ...playground, statistics: [], seed: 1, draws: {} };
  const { setups } = planner.explain({ ...request, query });
  const measured = planner.plan(request).cells;
  const runs: PlanRuns = {
    ...noRuns,
    inspection: planner.inspect(playground, () => ({ tables: [], problems: [] })),
    explanations: Object.fromEntries(
      setups.map(({ setupId, outcome }) => [cellKey(query.id, setupId), outcome]),
    ),
    plans: Object.fromEntries(
      measured.map(({ queryId, setupId, outcome }) => [cellKey(queryId, setupId), outcome]),
    ),
  };
  return { playground, runs };
}

function viewOf(sql: string, options: PlanOptions = {}): PlanView {
  const { playground, runs } = planned(sql);
  return seen(planView(playground, runs, 'q1', options));
}

function seen(view: PlanView | null): PlanView {
  if (!view) throw new Error('There is no view.');
  return view;
}

/** A setup's lines: level, SQLite's text, marks. */
function linesOf(setup: PlanView['setups'][number] | undefined) {
  return setup?.lines.map(
    ({ level, text, isRemoved, changes }) =>
      `${'  '.repeat(level - 1)}${isRemoved ? '- ' : ''}${text}${changes
        .map((change) => ` [${change.text}]`)
        .join('')}`,
  );
}

describe('planView', () => {
  it('stands plans side by side, level where steps correspond', () => {
    const view = viewOf('SELECT id FROM items WHERE price > 900 ORDER BY price');
    const [plain, indexed] = view.setups;
    expect(linesOf(plain)).toEqual(['SCAN items', 'USE TEMP B-TREE FOR ORDER BY']);
    expect(linesOf(indexed)).toEqual([
      'SEARCH items USING COVERING INDEX items_price (price>?) [SCAN → SEARCH] [index gained] [covering gained]',
      '- USE TEMP B-TREE FOR ORDER BY [sort gone]',
    ]);
    expect(plain?.lines.map(({ row }) => row)).toEqual([1, 2]);
    expect(indexed?.lines.map(({ row }) => row)).toEqual([1, 2]);
    expect(view.gridRows).toBe(2);
    expect(plain?.lines[0]?.sentence).toContain('3,000 rows');
    expect(plain?.lines[0]?.badges.map(({ text }) => text)).toContain('FULL SCAN');
    const scan = view.findings.find(({ title }) => title.startsWith('Reads all'));
    expect(scan?.places).toMatchObject([{ letter: 'A', path: '1' }]);
    expect(scan?.spared).toEqual(['B']);
  });

  it('weighs findings by how many rows count as many', () => {
    const sql = 'SELECT name FROM items WHERE name > 900';
    expect(viewOf(sql).findings[0]?.word).toBe('Low');
    expect(viewOf(sql, { manyRows: 10_000 }).findings[0]?.word).toBe('Medium');
  });

  it('says which setup has the very same plan', () => {
    const view = viewOf('SELECT name FROM items');
    expect(view.setups.map(({ sameAs }) => sameAs)).toEqual([null, 'A']);
    expect(view.setups[1]?.lines.every(({ changes }) => changes.length === 0)).toBe(true);
  });

  it('draws loops inside loops, and places among siblings', () => {
    const view = viewOf(
      'SELECT i.name FROM orders o JOIN items i ON i.id = o.item_id ORDER BY i.name',
    );
    const [outer, inner, sort] = view.setups[0]?.lines ?? [];
    expect([outer?.level, inner?.level, sort?.level]).toEqual([1, 2, 1]);
    expect(inner?.edge?.text).toBe('for each row');
    expect(outer).toMatchObject({ position: 1, siblings: 2, hasChildren: true });
    expect(sort).toMatchObject({ position: 2, siblings: 2, hasChildren: false });
  });

  it('tells what a write changes, and which index the other setup keeps besides', () => {
    const view = viewOf('UPDATE items SET price = price + 1 WHERE id = 3');
    const [plain, indexed] = view.setups;
    expect(plain?.writes?.lines[0]).toMatchObject({ kind: 'table', changes: [] });
    expect(indexed?.sameAs).toBe('A');
    expect(indexed?.writes?.lines[0]?.changes).toMatchObject([
      { kind: 'added', text: 'items_price' },
    ]);
  });

  it('draws the check of a foreign key as what it is', () => {
    const view = viewOf('DELETE FROM items WHERE id = 3');
    const check = view.setups[0]?.lines.find(({ text }) => text.includes('orders'));
    expect(check?.edge?.text).toContain('foreign key');
    expect(view.setups[0]?.writes?.lines.map(({ kind }) => kind)).toContain('foreign-key');
  });

  it('starts a plan at the top whose steps stand in another order', () => {
    const sql = 'SELECT i.name FROM items i JOIN orders o ON o.id = i.price WHERE o.item_id = 3';
    const [plain, indexed] = viewOf(sql).setups;
    expect(linesOf(plain)).toEqual(['SCAN i', '  SEARCH o USING INTEGER PRIMARY KEY (rowid=?)']);
    expect(indexed?.lines.map(({ text }) => text.slice(0, 8))).toEqual(['SCAN o', 'SEARCH i']);
    expect([plain?.isLevel, indexed?.isLevel]).toEqual([true, false]);
    expect(indexed?.lines.map(({ row }) => row)).toEqual([1, 2]);
  });

  it('has a sentence where there are no steps', () => {
    const inserted = viewOf("INSERT INTO items (name, price) VALUES ('a', 1)");
    expect(inserted.setups[0]?.lines).toEqual([]);
    expect(inserted.setups[0]?.nothing).toMatch(/no steps/);
    const pragma = viewOf('PRAGMA table_info(items)');
    expect(pragma.setups[0]?.nothing).toContain('PRAGMA');
  });

  it('says one error once, and keeps the last plan while the statement does not compile', () => {
    const kept = lastExplanations({}, planned('SELECT name FROM items').runs.explanations);
    const broken = viewOf('SELECT name FRM items WHERE');
    expect(broken.commonError?.message).toMatch(/syntax/i);
    expect(broken.setups[0]).toMatchObject({ error: null, lines: [], nothing: null });
    const shown = viewOf('SELECT name FRM items WHERE', { kept });
    expect(shown.setups[0]?.isKept).toBe(true);
    expect(linesOf(shown.setups[0])).toEqual(['SCAN items']);
    expect(shown.findings).toEqual([]);
  });

  it('says nothing of several statements about the plan of an older text', () => {
    const kept = lastExplanations({}, planned('SELECT name FROM items').runs.explanations);
    const view = viewOf('SELECT count(*) FROM orders; SELECT 2', { kept });
    expect(view.commonError?.message).toContain('more than one statement');
    expect(view.setups[0]).toMatchObject({ isKept: true, remarks: [] });
  });

  it('reads what was measured where nothing is explained yet', () => {
    const { playground, runs } = planned('SELECT name FROM items');
    const bare = { ...runs, explanations: {} };
    const [plain] = seen(planView(playground, bare, 'q1')).setups;
    expect(linesOf(plain)).toEqual(['SCAN items']);
    expect(plain?.explanation).toBeNull();
  });

  it('has nothing for a query that is not there', () => {
    const { playground, runs } = planned('SELECT 1');
    expect(planView(playground, runs, 'q9')).toBeNull();
  });
});

describe('planView of the page', () => {
  const test = openTestApp(shop);
  afterAll(() => test.close());
  const { app } = test;
  const view = () => {
    const { playground } = app.document.store.getState();
    return seen(planView(playground, app.runs.getState(), 'q1'));
  };
  /** The lines of both setups, once they are those of this statement. */
  async function shown(sql: string, lines: string[]): Promise<void> {
    app.queries.setSql('q1', sql);
    const read = () => view().setups.map((setup) => setup.lines[0]?.text);
    await vi.waitFor(() => expect(read()).toEqual(lines), { timeout: 20_000, interval: 5 });
  }

  it('shows the rows that were counted, and which are older than a change', async () => {
    const search = 'SEARCH items USING INDEX items_price (price<?)';
    await shown('SELECT name FROM items WHERE price < 0', ['SCAN items', search]);
    const visits = () => view().setups.map(({ lines }) => lines[0]?.actual?.text);
    expect(visits()).toEqual([undefined, undefined]);
    expect(await app.plans.countLoops()).toBe(true);
    expect(visits()).toEqual(['visited 3,000 rows', 'visited 0 rows']);
    expect(view().isCounted).toBe(true);
    await shown('SELECT name FROM items WHERE price < 1', ['SCAN items', search]);
    expect(view().isCounted).toBe(false);
    expect(visits()[0]).toBe('visited 3,000 rows before the change');
  });

  it('goes out as Markdown with what differs', async () => {
    await shown('SELECT name FROM items WHERE price > 5', [
      'SCAN items',
      'SEARCH items USING INDEX items_price (price>?)',
    ]);
    const text = await app.exports.plansMarkdown('q1');
    expect(text).toContain('SCAN items');
    expect(text).toMatch(/~ SEARCH items USING INDEX items_price .*was: SCAN items/);
    expect(await app.exports.plansMarkdown('q9')).toBeNull();
  });
});
