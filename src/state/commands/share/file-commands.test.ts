import { describe, expect, test } from 'vitest';
import { emptyPlayground } from '../../../examples/empty.ts';
import { firstVisitExample } from '../../../examples/list.ts';
import { checkPlayground } from '../../../share/playground-schema.ts';
import { createDocument } from '../../document-store.ts';
import { createUiStore } from '../../ui-store.ts';
import { createDocumentCommands } from '../document/document-commands.ts';
import { createNotices } from '../notices.ts';
import { createFileCommands } from './file-commands.ts';

const mine = { ...emptyPlayground, title: 'Mine', schemaSql: 'CREATE TABLE t (id);' };

function setUp() {
  const document = createDocument(mine, () => 0);
  const ui = createUiStore('system');
  const commands = createDocumentCommands(document, ui);
  let generated = 0;
  const generate = async () => {
    generated++;
    return true;
  };
  const shelved = { ...mine, title: 'Put aside' };
  const shelf = { loadShelved: async () => ({ kind: 'loaded' as const, playground: shelved }) };
  const files = createFileCommands(
    document,
    ui,
    commands,
    createNotices(ui),
    generate,
    shelf,
    async () => true,
  );
  return {
    files,
    commands,
    ui,
    current: () => document.store.getState().playground,
    generated: () => generated,
    lastNotice: () => ui.getState().notices.at(-1),
  };
}

describe('files', () => {
  test('the empty playground is one that links and files accept', () => {
    expect(checkPlayground(emptyPlayground).kind).toBe('valid');
  });

  test('a saved file opens as the same playground, after other work', () => {
    const { files, commands, current } = setUp();
    const saved = files.toFile();
    expect(saved.name).toBe('mine.dyno.json');
    files.startNew();
    commands.setTitle('Other');
    expect(files.openFile(saved)).toBe(true);
    expect(current()).toEqual(mine);
  });

  test('New can be undone by its notice and by Undo', () => {
    const { files, commands, current, lastNotice } = setUp();
    files.startNew();
    expect(current().schemaSql).toBe('');
    lastNotice()?.action?.run();
    expect(current()).toEqual(mine);
    files.startNew();
    commands.undo();
    expect(current()).toEqual(mine);
  });

  test('a file that is no playground changes nothing and says its name and why', () => {
    const { files, current, lastNotice } = setUp();
    expect(files.openFile({ name: 'cut.dyno.json', text: files.toFile().text.slice(0, 80) })).toBe(
      false,
    );
    expect(current()).toEqual(mine);
    expect(lastNotice()?.tone).toBe('error');
    expect(lastNotice()?.text).toMatch(/^cut\.dyno\.json: .*JSON/);
  });

  test('an example is opened with its data, a file runs nothing', () => {
    const { files, current, generated } = setUp();
    files.openFile(files.toFile());
    expect(generated()).toBe(0);
    files.openExample(firstVisitExample.id);
    expect(current()).toEqual(firstVisitExample.playground);
    expect(generated()).toBe(1);
    files.openExample('no such example');
    expect(generated()).toBe(1);
  });

  test('opening something else ends the banner of a link', () => {
    const { files, ui } = setUp();
    ui.setState({ linkProblem: 'This link is cut off.' });
    files.startNew();
    expect(ui.getState().linkProblem).toBeNull();
  });

  test('what was put aside can be reopened, and that can be undone', async () => {
    const { files, commands, current } = setUp();
    await files.reopenShelved();
    expect(current().title).toBe('Put aside');
    commands.undo();
    expect(current()).toEqual(mine);
  });
});
