import { afterEach, expect, test } from 'vitest';
import { emptyPlayground } from '../../../examples/empty.ts';
import { parsePlaygroundFile, toPlaygroundFile } from '../../../share/playground-file.ts';
import { parsePlayground, playgroundLimits } from '../../../share/playground-schema.ts';
import { openTestApp, type TestApp } from '../../playground-app.testing.ts';

const most = playgroundLimits.textLength;
const comment = (length: number) => `--${'x'.repeat(length - 2)}`;

let open: TestApp | null = null;

function start() {
  open = openTestApp(emptyPlayground);
  const { app } = open;
  return { app, playground: () => app.document.store.getState().playground };
}

afterEach(() => {
  open?.close();
  open = null;
});

test('what the page takes, storage and files give back', () => {
  const { app, playground } = start();
  expect(app.playground.setSchemaSql(comment(most))).toBeNull();
  expect(parsePlayground(playground())).toEqual(playground());
  const file = parsePlaygroundFile(toPlaygroundFile(playground()));
  expect(file.kind).toBe('playground');
});

test('what they would not is refused where it is written', () => {
  const { app, playground } = start();
  const id = app.queries.add();
  app.playground.setSchemaSql(comment(most - 20));
  const before = playground();
  const refusal = { code: 'too-large', place: { source: 'schema' } };
  expect(app.playground.setSchemaSql(comment(most + 1))).toMatchObject(refusal);
  expect(app.queries.setSql(id, comment(21))).toMatchObject({ place: { source: 'query' } });
  app.pasteSql(`SELECT '${'x'.repeat(30)}'`);
  expect(app.ui.getState().notices.at(-1)).toMatchObject({ tone: 'error', action: null });
  expect(playground()).toBe(before);
  expect(app.queries.setSql(id, comment(20))).toBeNull();
});
