import { expect, test } from 'vitest';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { items, openTestApp } from '../../playground-app.testing.ts';
import { countBasis } from '../../selectors/basis.ts';

async function withApp(
  playground: Playground,
  work: (app: ReturnType<typeof openTestApp>['app']) => Promise<void>,
): Promise<void> {
  const { app, close } = openTestApp(playground);
  await work(app).finally(close);
}

function visited(app: ReturnType<typeof openTestApp>['app'], setupId: string): number | undefined {
  const outcome = app.runs.getState().loopCounts[cellKey('q1', setupId)]?.outcome;
  if (outcome?.status !== 'counted') return undefined;
  const [loop] = outcome.loops;
  return loop?.status === 'counted' ? loop.visited : undefined;
}

test('makes the data and counts the selected query in every setup', async () => {
  await withApp(items, async (app) => {
    expect(await app.plans.countLoops()).toBe(true);
    expect(visited(app, 's1')).toBe(3000);
    const dear = visited(app, 's2');
    expect(dear).toBeGreaterThan(0);
    expect(dear).toBeLessThan(3000);
    const { playground } = app.document.store.getState();
    const [query] = playground.queries;
    const [setup] = playground.setups;
    if (!query || !setup) throw new Error('The playground has a query and a setup.');
    expect(app.runs.getState().loopCounts[cellKey('q1', 's1')]?.basis).toBe(
      countBasis(playground, query, setup),
    );
    expect(app.runs.getState().activity.kind).toBe('ready');
  });
});

test('counts again only what has changed', async () => {
  await withApp(items, async (app) => {
    await app.plans.countLoops();
    const before = app.runs.getState().loopCounts;
    app.setups.setIndexOn('s2', 'items_price', false);
    await app.plans.countLoops();
    const after = app.runs.getState().loopCounts;
    expect(after[cellKey('q1', 's1')]).toBe(before[cellKey('q1', 's1')]);
    expect(visited(app, 's2')).toBe(3000);
  });
});

test('a statement that cannot be run is said of its setup, and the page goes on', async () => {
  const [query] = items.queries;
  if (!query) throw new Error('The playground has a query.');
  await withApp({ ...items, queries: [{ ...query, sql: 'SELECT nothing' }] }, async (app) => {
    await app.plans.countLoops();
    const outcome = app.runs.getState().loopCounts[cellKey('q1', 's1')]?.outcome;
    expect(outcome?.status).toBe('failed');
    expect(app.runs.getState().activity.kind).toBe('ready');
  });
});

test('does nothing without a statement', async () => {
  await withApp({ ...items, queries: [] }, async (app) => {
    expect(await app.plans.countLoops()).toBe(false);
    expect(app.runs.getState().loopCounts).toEqual({});
  });
});

test('another playground forgets what was counted', async () => {
  await withApp(items, async (app) => {
    await app.plans.countLoops();
    app.playground.replace({
      ...items,
      queries: [...items.queries],
      setups: [...items.setups],
      recipe: { ...items.recipe },
    });
    expect(app.runs.getState().loopCounts).toEqual({});
  });
});
