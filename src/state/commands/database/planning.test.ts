import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineClient } from '../../../client/engine-client.ts';
import { EngineFailure } from '../../../engine/model/errors.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { createDocument, type DocumentEditor } from '../../document-store.ts';
import { createRunsStore, type RunsStore } from '../../runs-store.ts';
import { createUiStore, type UiStore } from '../../ui-store.ts';
import { createDocumentCommands, type DocumentCommands } from '../document/document-commands.ts';
import { createNotices } from '../notices.ts';
import { startPlanning } from './planning.ts';

let asked: string[];
let requests: { request: object; timeoutMs: number }[];
let stopsLeft: number;
let runs: RunsStore;
let ui: UiStore;
let stop: () => void;
let document: DocumentEditor;
let commands: DocumentCommands;

beforeEach(async () => {
  vi.useFakeTimers();
  asked = [];
  requests = [];
  stopsLeft = 0;
  runs = createRunsStore();
  document = createDocument(emptyPlayground, () => 0);
  ui = createUiStore();
  commands = createDocumentCommands(document, ui);
  const planner = {
    call: async (operation: string, request: object, { timeoutMs }: { timeoutMs: number }) => {
      asked.push(operation);
      requests.push({ request, timeoutMs });
      if (stopsLeft-- > 0) throw new EngineFailure({ code: 'stopped', message: 'Stopped.' });
      if (operation === 'explain') return { queryId: 'b', setups: explained() };
      return operation === 'plan' ? { cells: [] } : {};
    },
  };
  const client = { planner } as unknown as EngineClient;
  stop = startPlanning(document, runs, ui, client, createNotices(ui));
  await vi.advanceTimersByTimeAsync(1000);
  asked = [];
  requests = [];
});

function explained() {
  const { setups } = document.store.getState().playground;
  return setups.map(({ id }) => ({ setupId: id, outcome: { status: 'failed' } }));
}

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('an edit of the recipe is looked at without waiting, and once', async () => {
  commands.setRows('t', 10);
  expect(asked).toEqual(['inspect']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['inspect', 'plan']);
});

test('a schema is looked at when typing pauses, or when the recipe is edited meanwhile', async () => {
  commands.setSchemaSql('CREATE');
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['inspect', 'plan']);
  asked = [];
  commands.setSchemaSql('CREATE TABLE t (a);');
  commands.setSeed(7);
  expect(asked).toEqual(['inspect']);
});

test('while an answer is awaited, the latest request alone waits', async () => {
  for (let rows = 1; rows <= 20; rows++) commands.setRows('t', rows);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['inspect', 'inspect']);
});

test('the first rows are not asked for while the data is a file’s', async () => {
  commands.setRows('t', 1);
  const imported = {
    imageId: 'i0123456789abcdef',
    fileName: 'shop.db',
    sizeBytes: 4096,
    tables: [],
    engine: 'sql.js' as const,
  };
  document.edit((playground) => ({ ...playground, imported }));
  await vi.advanceTimersByTimeAsync(1000);
  const inspected = requests.filter((_, at) => asked[at] === 'inspect');
  expect(inspected[0]?.request).not.toHaveProperty('needsPreview');
  expect(inspected.at(-1)?.request).toMatchObject({ imported, needsPreview: false });
});

test('a long schema is given more time, for each shadow database that is made of it', async () => {
  commands.setSchemaSql('CREATE TABLE t (a);');
  await vi.advanceTimersByTimeAsync(1000);
  const short = requests.map(({ timeoutMs }) => timeoutMs);
  requests = [];
  commands.setSchemaSql('CREATE TABLE t (a); '.repeat(10_000));
  await vi.advanceTimersByTimeAsync(1000);
  const more = requests.map(({ timeoutMs }, at) => timeoutMs - (short[at] ?? 0));
  expect(more[0]).toBeGreaterThan(3000);
  expect(more[1]).toBeGreaterThan(1000);
});

test('what is stopped on the way is asked once more, and nobody is told of it', async () => {
  stopsLeft = 1;
  commands.setSchemaSql('CREATE TABLE t (a);');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked.toSorted()).toEqual(['inspect', 'inspect', 'plan']);
  asked = [];
  stopsLeft = 1;
  document.edit((playground) => ({ ...playground, setups: [...playground.setups] }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['plan', 'plan']);
  expect(runs.getState().inspection).not.toHaveProperty('error');
});

test('a schema is read after its own pause, whatever is typed in queries, and for them not again', async () => {
  commands.setSchemaSql('CREATE TABLE t (a);');
  const query = { id: 'a', name: 'a', sql: '', parameters: [], weight: 1 };
  for (const letters of [1, 2, 3, 4]) {
    await vi.advanceTimersByTimeAsync(100);
    const sql = 'SELE'.slice(0, letters);
    document.edit((playground) => ({ ...playground, queries: [{ ...query, sql }] }));
  }
  expect(asked).toEqual(['inspect']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['inspect', 'plan']);
});

test('the selected query is explained first, and when another is selected', async () => {
  const query = (id: string) => ({ id, name: id, sql: 'SELECT 1', parameters: [], weight: 1 });
  document.edit((playground) => ({ ...playground, queries: [query('a'), query('b')] }));
  await vi.advanceTimersByTimeAsync(1000);
  asked = [];
  requests = [];
  ui.setState({ queryId: 'b' });
  expect(asked).toEqual(['explain']);
  expect(requests[0]?.request).toMatchObject({ query: { id: 'b' }, seed: 42, draws: {} });
  await vi.advanceTimersByTimeAsync(0);
  const [setup] = document.store.getState().playground.setups;
  expect(Object.keys(runs.getState().explanations)).toEqual([`b/${setup?.id}`]);
  commands.setSchemaSql('CREATE TABLE t (a);');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['explain', 'inspect', 'explain', 'plan']);
  ui.setState({ queryId: null });
  await vi.advanceTimersByTimeAsync(0);
  expect(runs.getState().explanations).toEqual({});
});
