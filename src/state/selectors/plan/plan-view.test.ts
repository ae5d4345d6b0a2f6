import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { lastExplanations } from './last-explanations.ts';
import { planView } from './plan-view.ts';

/** With a table that refers to the items, so that a write has a foreign key to look at. */
const shop: Playground = {
  ...items,
  schemaSql: `${items.schemaSql}
CREATE TABLE orders (id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES items (id));`,
};

let test: TestApp;
beforeAll(async () => {
  test = openTestApp(shop);
  // What is under way for the first text would be taken for the answer to the next.
  await planned();
});
afterAll(() => test.close());

/** The view once the planner has answered for this statement. */
async function viewOf(sql: string) {
  const { app } = test;
  app.runs.setState({ explanations: {} });
  app.queries.setSql('q1', sql);
  await planned();
  const view = seen();
  if (!view) throw new Error('There is no view.');
  return view;
}

async function planned(): Promise<void> {
  const keys = shop.setups.map(({ id }) => cellKey('q1', id));
  await vi.waitFor(
    () => {
      const { explanations, inspection } = test.app.runs.getState();
      expect(inspection).not.toBeNull();
      expect(Object.keys(explanations)).toEqual(expect.arrayContaining(keys));
    },
    { timeout: 20_000, interval: 5 },
  );
}

function seen(options = {}) {
  const { document, runs } = test.app;
  return planView(document.store.getState().playground, runs.getState(), 'q1', options);
}

/** A setup's lines: level, SQLite's text, marks. */
function linesOf(setup: NonNullable<ReturnType<typeof seen>>['setups'][number] | undefined) {
  return setup?.lines.map(
    ({ level, text, isRemoved, changes }) =>
      `${'  '.repeat(level - 1)}${isRemoved ? '- ' : ''}${text}${changes
        .map((change) => ` [${change.text}]`)
        .join('')}`,
  );
}

describe('planView', () => {
  it('stands plans side by side, level where steps correspond', async () => {
    const view = await viewOf('SELECT id FROM items WHERE price > 900 ORDER BY price');
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

  it('weighs findings by how many rows count as many', async () => {
    const view = await viewOf('SELECT name FROM items WHERE name > 900 ');
    expect(view.findings.map(({ word }) => word)).not.toContain('High');
    expect(seen({ manyRows: 10_000 })?.findings[0]?.word).toBe('Medium');
  });

  it('says which setup has the very same plan', async () => {
    const view = await viewOf('SELECT name FROM items');
    expect(view.setups.map(({ sameAs }) => sameAs)).toEqual([null, 'A']);
    expect(view.setups[1]?.lines.every(({ changes }) => changes.length === 0)).toBe(true);
  });

  it('draws loops inside loops, and places among siblings', async () => {
    const view = await viewOf(
      'SELECT i.name FROM orders o JOIN items i ON i.id = o.item_id ORDER BY i.name',
    );
    const [outer, inner, sort] = view.setups[0]?.lines ?? [];
    expect([outer?.level, inner?.level, sort?.level]).toEqual([1, 2, 1]);
    expect(inner?.edge?.text).toBe('for each row');
    expect(outer).toMatchObject({ position: 1, siblings: 2, hasChildren: true });
    expect(sort).toMatchObject({ position: 2, siblings: 2, hasChildren: false });
  });

  it('tells what a write changes, and which index the other setup keeps besides', async () => {
    const view = await viewOf('UPDATE items SET price = price + 1 WHERE id = 3');
    const [plain, indexed] = view.setups;
    expect(plain?.writes?.lines[0]).toMatchObject({ kind: 'table', changes: [] });
    expect(indexed?.sameAs).toBe('A');
    expect(indexed?.writes?.lines[0]?.changes).toMatchObject([
      { kind: 'added', text: 'items_price' },
    ]);
  });

  it('draws the check of a foreign key as what it is', async () => {
    const view = await viewOf('DELETE FROM items WHERE id = 3');
    const check = view.setups[0]?.lines.find(({ text }) => text.includes('orders'));
    expect(check?.edge?.text).toContain('foreign key');
    expect(view.setups[0]?.writes?.lines.map(({ kind }) => kind)).toContain('foreign-key');
  });

  it('has a sentence where there are no steps, and one for several statements', async () => {
    const inserted = await viewOf("INSERT INTO items (name, price) VALUES ('a', 1)");
    expect(inserted.setups[0]?.lines).toEqual([]);
    expect(inserted.setups[0]?.nothing).toMatch(/no steps/);
    const pragma = await viewOf('PRAGMA table_info(items)');
    expect(pragma.setups[0]?.nothing).toContain('PRAGMA');
  });

  it('says one error once, and keeps the last plan while the statement does not compile', async () => {
    const { runs } = test.app;
    await viewOf('SELECT name FROM items');
    const kept = lastExplanations({}, runs.getState().explanations);
    const broken = await viewOf('SELECT name FRM items WHERE');
    expect(broken.commonError?.message).toMatch(/syntax/i);
    expect(broken.setups[0]).toMatchObject({ error: null, lines: [], nothing: null });
    const shown = seen({ kept });
    expect(shown?.setups[0]?.isKept).toBe(true);
    expect(linesOf(shown?.setups[0])).toEqual(['SCAN items']);
    expect(shown?.findings).toEqual([]);
  });

  it('shows the rows that were counted, and which are older than a change', async () => {
    await viewOf('SELECT name FROM items WHERE price < 0');
    const { app } = test;
    const visits = () => seen()?.setups.map(({ lines }) => lines[0]?.actual?.text);
    expect(visits()).toEqual([undefined, undefined]);
    expect(await app.plans.countLoops()).toBe(true);
    expect(visits()).toEqual(['visited 3,000 rows', 'visited 0 rows']);
    expect(seen()?.isCounted).toBe(true);
    const changed = await viewOf('SELECT name FROM items WHERE price < 1');
    expect(changed.isCounted).toBe(false);
    expect(visits()?.[0]).toBe('visited 3,000 rows before the change');
  });

  it('goes out as Markdown with what differs', async () => {
    await viewOf('SELECT name FROM items WHERE price > 5');
    const text = await test.app.exports.plansMarkdown('q1');
    expect(text).toContain('SCAN items');
    expect(text).toMatch(/~ SEARCH items USING INDEX items_price .*was: SCAN items/);
    expect(await test.app.exports.plansMarkdown('q9')).toBeNull();
  });

  it('reads what was measured where nothing is explained yet', async () => {
    await viewOf('SELECT name FROM items');
    const { runs } = test.app;
    await vi.waitFor(() => expect(runs.getState().plans[cellKey('q1', 's1')]).toBeDefined());
    runs.setState({ explanations: {} });
    const [plain] = seen()?.setups ?? [];
    expect(linesOf(plain)).toEqual(['SCAN items']);
    expect(plain?.explanation).toBeNull();
  });
});

it('has nothing for a query that is not there', () => {
  const { document, runs } = test.app;
  expect(planView(document.store.getState().playground, runs.getState(), 'q9')).toBeNull();
});
