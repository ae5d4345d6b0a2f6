import { expect, test } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { createDocument } from '../../document-store.ts';
import { createUiStore } from '../../ui-store.ts';
import { type PlaygroundKeeper, startAutosave } from './autosave.ts';

const titled = (title: string): Playground => ({ ...emptyPlayground, title });

function setUp(outcome: Awaited<ReturnType<PlaygroundKeeper['saveCurrent']>> = { kind: 'saved' }) {
  const document = createDocument(titled('mine'), () => 0);
  const ui = createUiStore('system');
  const log: string[] = [];
  startAutosave({
    document,
    ui,
    keeper: {
      saveCurrent: async ({ title }) => {
        log.push(`save ${title}`);
        return outcome;
      },
      shelveCurrent: async () => {
        log.push('shelve');
      },
    },
    forgetLink: () => log.push('forget link'),
    warn: (message) => log.push(`warn ${message}`),
  });
  const rename = (title: string) => document.edit((playground) => ({ ...playground, title }));
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  const visit = (playground: Playground) => {
    ui.setState({ visited: playground });
    document.edit(() => playground);
  };
  return { document, ui, log, rename, settled, visit };
}

test('every change is saved, the last one last', async () => {
  const { log, rename, settled } = setUp();
  for (const title of ['a', 'b', 'c']) rename(title);
  await settled();
  expect(log.filter((line) => line.startsWith('save'))).toEqual(['save a', 'save c']);
});

test('what an address brought is not saved before it is changed', async () => {
  const { log, rename, settled, visit } = setUp();
  visit(titled('theirs'));
  await settled();
  expect(log).toEqual([]);
  rename('theirs, changed');
  await settled();
  expect(log).toEqual(['forget link', 'shelve', 'save theirs, changed']);
});

test('a visit that is undone leaves what is kept as it is', async () => {
  const { document, ui, log, rename, settled, visit } = setUp();
  visit(titled('theirs'));
  document.undo();
  await settled();
  expect(log).toEqual(['forget link']);
  expect(ui.getState().visited).toBeNull();
  rename('mine again');
  await settled();
  expect(log).toEqual(['forget link', 'forget link', 'save mine again']);
});

test('reproducing makes it the user\u2019s own too', async () => {
  const { log, ui, settled, visit } = setUp();
  visit(titled('theirs'));
  ui.setState({ visited: null });
  await settled();
  expect(log).toEqual(['forget link', 'shelve', 'save theirs']);
});

test('an undone change of it is saved like any other', async () => {
  const { document, log, rename, settled, visit } = setUp();
  visit(titled('theirs'));
  rename('theirs, changed');
  await settled();
  log.length = 0;
  document.undo();
  await settled();
  expect(log).toEqual(['forget link', 'save theirs']);
});

test('a failure is said until a save succeeds; another tab\u2019s save is said once', async () => {
  const failing = setUp({ kind: 'failed', message: 'No space left.' });
  failing.rename('a');
  await failing.settled();
  expect(failing.ui.getState().storageProblem).toBe('No space left.');
  const conflicting = setUp({ kind: 'conflict', message: 'Another tab has saved.' });
  conflicting.rename('a');
  await conflicting.settled();
  expect(conflicting.ui.getState().storageProblem).toBeNull();
  expect(conflicting.log).toContain('warn Another tab has saved.');
});
