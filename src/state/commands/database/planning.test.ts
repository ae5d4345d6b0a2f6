import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineClient } from '../../../client/engine-client.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { createDocument, type DocumentEditor } from '../../document-store.ts';
import { createRunsStore } from '../../runs-store.ts';
import { createUiStore } from '../../ui-store.ts';
import { createDocumentCommands, type DocumentCommands } from '../document/document-commands.ts';
import { startPlanning } from './planning.ts';

let asked: string[];
let stop: () => void;
let document: DocumentEditor;
let commands: DocumentCommands;

beforeEach(async () => {
  vi.useFakeTimers();
  asked = [];
  document = createDocument(emptyPlayground, () => 0);
  commands = createDocumentCommands(document, createUiStore());
  const planner = {
    call: async (operation: string) => {
      asked.push(operation);
      return operation === 'plan' ? { cells: [] } : {};
    },
  };
  stop = startPlanning(document, createRunsStore(), { planner } as unknown as EngineClient);
  await vi.advanceTimersByTimeAsync(1000);
  asked = [];
});

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
