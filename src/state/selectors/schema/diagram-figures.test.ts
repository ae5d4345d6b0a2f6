import { afterEach, expect, test, vi } from 'vitest';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { diagramFigures } from './diagram-figures.ts';

let open: TestApp | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

async function start() {
  open = openTestApp(items);
  const { app } = open;
  await vi.waitFor(() => expect(app.runs.getState().inspection).not.toBeNull());
  return {
    app,
    figures: () => {
      const { inspection } = app.runs.getState();
      const { playground } = app.document.store.getState();
      if (!inspection) throw new Error('The planner has not answered.');
      return diagramFigures(inspection.schema, playground, app.runs.getState()).get('items');
    },
  };
}

test('rows are planned until they are built, and planned again after a change', async () => {
  const { app, figures } = await start();
  expect(figures()).toEqual({ rows: 3000, isPlanned: true, tableBytes: null, indexBytes: 0 });
  await app.database.generate();
  expect(figures()).toMatchObject({ rows: 3000, isPlanned: false, tableBytes: null });
  app.playground.setRows('items', 5);
  expect(figures()).toMatchObject({ rows: 5, isPlanned: true });
});

test('bytes come when they are asked for, and go with the database', async () => {
  const { app, figures } = await start();
  await app.database.measureSizes();
  expect(app.runs.getState().sizes).toBeNull();
  await app.database.generate();
  await app.database.measureSizes();
  expect(figures()?.tableBytes).toBeGreaterThan(3000 * 10);
  expect(figures()?.indexBytes).toBeGreaterThan(3000 * 8);
  const measured = app.runs.getState().sizes;
  await app.database.measureSizes();
  expect(app.runs.getState().sizes).toBe(measured);
  app.playground.setRows('items', 5);
  await app.database.generate();
  expect(figures()).toMatchObject({ rows: 5, isPlanned: false, tableBytes: null });
  await app.database.measureSizes();
  expect(figures()?.tableBytes).toBe(4096);
});
