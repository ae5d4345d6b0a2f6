import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyPlayground } from '../../examples/empty.ts';
import { openTestApp, type TestApp } from '../playground-app.testing.ts';

let open: TestApp | null = null;

function start() {
  open = openTestApp({ ...emptyPlayground, title: 'Mine' });
  const { app } = open;
  return {
    app,
    notices: () => app.ui.getState().notices,
    title: () => app.document.store.getState().playground.title,
    queries: () => app.document.store.getState().playground.queries.map(({ sql }) => sql),
  };
}

afterEach(() => {
  open?.close();
  open = null;
});

describe('Undo in a notice', () => {
  it('takes back exactly its change', () => {
    const { app, notices, queries } = start();
    app.pasteSql('SELECT 1');
    expect(queries()).toEqual(['SELECT 1']);
    notices()[0]?.action?.run();
    expect(queries()).toEqual([]);
  });

  it('is gone after the next edit, which it would take back as well', () => {
    const { app, notices, title } = start();
    app.files.startNew();
    expect(notices()[0]?.action).not.toBeNull();
    app.playground.setTitle('Another');
    expect(notices()).toEqual([]);
    expect(title()).toBe('Another');
  });

  it('is gone after an undo of the change itself', () => {
    const { app, notices } = start();
    app.files.startNew();
    app.playground.undo();
    expect(notices()).toEqual([]);
  });

  it('goes alone where the notice lists what was done', () => {
    const { app, notices } = start();
    app.pasteSql('SELECT 1; ATTACH $x AS y');
    app.queries.add();
    expect(notices()).toMatchObject([{ action: null, text: 'Sorted the SQL into place' }]);
  });

  it('leaves messages without it alone', () => {
    const { app, notices } = start();
    app.notices.show({ tone: 'error', text: 'No.', details: [], action: null });
    app.playground.setTitle('Another');
    expect(notices()).toHaveLength(1);
  });
});

describe('Paste SQL', () => {
  it('says later that the schema does not compile', async () => {
    const { app, notices } = start();
    app.pasteSql('CREATE TABLE t (id INTEGER, PRIMARY KEY (nothing));');
    await vi.waitFor(() =>
      expect(notices()[0]?.details.at(-1)).toMatch(/^The schema does not compile yet: .*nothing/),
    );
  });
});
