// The page's state over real engines under Node: workers are channels whose far end serves the
// real handlers, in this thread.

import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { createEngineClient, type EngineClient } from '../client/engine-client.ts';
import type { WorkerLike } from '../client/worker-client.ts';
import type { Platform } from '../engine/model/platform.ts';
import type { Playground } from '../engine/model/playground.ts';
import { loadOfficialTestDriver } from '../engine/sqlite/official.testing.ts';
import { loadTestDriver } from '../engine/sqlite/sqljs.testing.ts';
import { emptyPlayground } from '../examples/empty.ts';
import { createMemoryImages } from '../storage/images/memory-images.testing.ts';
import { counterHandlers } from '../workers/handlers/counter-handlers.ts';
import { engineHandlers } from '../workers/handlers/engine-handlers.ts';
import { plannerHandlers } from '../workers/handlers/planner-handlers.ts';
import { transferHandlers } from '../workers/handlers/transfer-handlers.ts';
import type { RequestMessage } from '../workers/protocol.ts';
import { type Handlers, type Port, serve } from '../workers/serve.ts';
import {
  createPlaygroundApp,
  type PlaygroundApp,
  type PlaygroundAppOptions,
} from './playground-app.ts';

/** One table with an index on its price: a query that scans in the first setup, not in the second. */
export const items: Playground = {
  ...emptyPlayground,
  title: 'Items',
  schemaSql:
    'CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL NOT NULL);',
  recipe: { seed: 7, generatorsVersion: 1, rows: { items: 3000 } },
  indexes: [{ name: 'items_price', sql: 'CREATE INDEX items_price ON items (price)' }],
  queries: [
    {
      id: 'q1',
      name: 'dear',
      sql: 'SELECT id FROM items WHERE price > 900',
      parameters: [],
      weight: 1,
    },
  ],
  setups: [
    { id: 's1', name: 'none', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
    {
      id: 's2',
      name: 'index',
      indexes: ['items_price'],
      hasStatistics: false,
      cache: { kind: 'none' },
    },
  ],
};

export interface TestApp {
  app: PlaygroundApp;
  client: EngineClient;
  close(): void;
}

const testImagesBytes = 100_000_000;

/**
 * The engine's clock runs four times as fast as the page's: budgets and warm-ups are over sooner,
 * and no test waits for what only a machine's noise would need.
 */
const haste = 4;

const testPlatform: Platform = {
  now: () => performance.now() * haste,
  isIsolated: true,
  userAgent: 'node',
  cores: 2,
};

/** The state around a playground, with engines of its own. Close it, or the process stays alive. */
export function openTestApp(
  playground: Playground,
  options: Partial<PlaygroundAppOptions> = {},
): TestApp {
  const ports: NodePort[] = [];
  const driver = loadTestDriver();
  const images = options.images ?? createMemoryImages(testImagesBytes);
  const client = createEngineClient({
    spawnEngine: () =>
      spawn(
        ports,
        driver.then((d) => engineHandlers(d, testPlatform, images)),
      ),
    spawnPlanner: (build) =>
      spawn(ports, (build === 'sql.js' ? driver : loadOfficialTestDriver()).then(plannerHandlers)),
    // Loaded when first asked for: most tests never count.
    spawnCounter: () =>
      spawn(
        ports,
        loadOfficialTestDriver().then((d) => counterHandlers(d, testPlatform)),
      ),
    spawnTransfer: () =>
      spawn(
        ports,
        driver.then((sqljs) =>
          transferHandlers({ sqljs, official: loadOfficialTestDriver }, images),
        ),
      ),
  });
  const app = createPlaygroundApp({
    client,
    playground,
    pageAddress: 'https://example.org/',
    replaceAddress: () => {},
    now: () => performance.now(),
    ...options,
  });
  return {
    app,
    client,
    close() {
      app.dispose();
      for (const port of ports) port.close();
    },
  };
}

function spawn<Operations>(ports: NodePort[], handlers: Promise<Handlers<Operations>>): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const far: Port = {
    postMessage: (message, transfer) => port2.postMessage(message, transfer),
    addEventListener: (_, listener) => port2.on('message', (data) => listener({ data } as never)),
  };
  serve(far, handlers);
  return {
    postMessage: (message: RequestMessage, transfer) => port1.postMessage(message, transfer),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') port1.on('message', (data) => listener({ data } as never));
    },
    terminate: () => port1.close(),
  };
}
