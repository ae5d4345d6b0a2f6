import { afterEach, expect, test } from 'vitest';
import type { EngineWorker } from '../../../client/engine-client.ts';
import type { Query, Setup } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { alwaysVisible, createDisturbances } from '../work/disturbances.ts';
import { startWork } from '../work/work.ts';
import { createScaleEngine, type ScaleEngine } from './scale-engine.ts';

const database = {
  schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, code INTEGER NOT NULL)',
  recipe: { seed: 7, generatorsVersion: 1 as const, rows: { t: 500 } },
  indexes: [],
  needsStatistics: false,
};
const query: Query = {
  id: 'q',
  name: 'q',
  sql: 'SELECT sum(code) FROM t',
  parameters: [],
  weight: 1,
};
const setup: Setup = {
  id: 'a',
  name: 'a',
  indexes: [],
  hasStatistics: false,
  cache: { kind: 'none' },
};

const open: (TestApp | ScaleEngine)[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

test('work is counted although the time limit took the engine’s database away', async () => {
  const app = openTestApp(emptyPlayground);
  let worker: EngineWorker | null = null;
  const client = {
    ...app.client,
    openEngine() {
      worker = app.client.openEngine();
      return worker;
    },
  };
  const engine = createScaleEngine({
    client,
    work: startWork(),
    disturbances: createDisturbances(alwaysVisible, client),
    seed: 7,
    indexNames: [],
    onBuild: () => {},
    onHidden: () => {},
    settle: () => Promise.resolve(),
  });
  open.push(engine, app);
  await engine.load(database);
  // As the last setup's first run does when it takes too long: nothing is loaded after it.
  (worker as EngineWorker | null)?.restart({ code: 'time-limit', message: 'Too long.' });
  const [outcome] = await engine.count(query, [setup]);
  expect(outcome).toMatchObject({ status: 'counted', counters: { rows: 1 } });
});
