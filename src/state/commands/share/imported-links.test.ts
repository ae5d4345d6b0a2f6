import { describe, expect, it } from 'vitest';
import type { EngineClient } from '../../../client/engine-client.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { createDocument } from '../../document-store.ts';
import { createRunsStore } from '../../runs-store.ts';
import { createUiStore } from '../../ui-store.ts';
import { createDocumentCommands } from '../document/document-commands.ts';
import { createNotices } from '../notices.ts';
import { createFileCommands } from './file-commands.ts';
import { createShareCommands } from './share-commands.ts';

const shop: Playground = {
  ...emptyPlayground,
  title: 'Shop',
  schemaSql: 'CREATE TABLE items (id INTEGER PRIMARY KEY);',
  imported: {
    imageId: 'i0123456789abcdef',
    fileName: 'shop.db',
    sizeBytes: 31_400_000,
    tables: [{ name: 'items', rows: 40 }],
    engine: 'sql.js',
  },
};

function openPage(playground: Playground, kept: readonly string[] = []) {
  const document = createDocument(playground, () => 0);
  const runs = createRunsStore();
  const ui = createUiStore('system');
  const commands = createDocumentCommands(document, ui);
  const refuse = async () => {
    throw new Error('Opening runs nothing.');
  };
  const notices = createNotices(ui);
  const share = createShareCommands({
    document,
    ui,
    runs,
    // Neither making nor opening a link asks an engine.
    client: {} as EngineClient,
    playground: commands,
    generate: refuse,
    generateWhenIdle: refuse,
    compare: refuse,
    notices,
    pageAddress: 'https://example.org/',
    replaceAddress: () => {},
    hasImage: async (imageId) => kept.includes(imageId),
  });
  const files = createFileCommands(document, ui, commands, notices, refuse, null, async () => true);
  return { document, runs, ui, share, files, link: () => ui.getState().openedLink };
}

async function linkOf(playground: Playground): Promise<string> {
  const made = await openPage(playground).share.makeLink();
  if (made.kind !== 'made') throw new Error(made.message);
  return made.url.slice(made.url.indexOf('#'));
}

describe('a link of a playground whose data is a file', () => {
  it('opens with the file’s name, and says whether it is here', async () => {
    const hash = await linkOf(shop);
    const elsewhere = openPage(emptyPlayground);
    expect(await elsewhere.share.open(hash)).toBe('playground');
    expect(elsewhere.document.store.getState().playground.imported).toEqual(shop.imported);
    expect(elsewhere.link()).toMatchObject({
      rows: 40,
      imported: { fileName: 'shop.db', sizeBytes: 31_400_000, isHere: false },
    });
    expect(elsewhere.runs.getState().missingImage).toBe('i0123456789abcdef');
    const atHome = openPage(emptyPlayground, ['i0123456789abcdef']);
    await atHome.share.open(hash);
    expect(atHome.link()?.imported?.isHere).toBe(true);
    expect(atHome.runs.getState().missingImage).toBeNull();
  });

  it('goes on once the file is opened, and ends with anything else', async () => {
    const hash = await linkOf(shop);
    const { share, files, link } = openPage(emptyPlayground);
    await share.open(hash);
    files.replaceWith(shop, 'shop.db: 40 rows taken in');
    expect(link()).toMatchObject({ status: 'waiting', imported: { isHere: true } });
    files.startNew();
    expect(link()).toBeNull();
  });

  it('is pasted with a word on its data', () => {
    const text = openPage(shop).share.textToPaste('https://example.org/#p=x');
    expect(text).toContain('Data: the file shop.db (31 MB), not in the link');
    expect(openPage(emptyPlayground).share.textToPaste('x')).not.toContain('Data:');
  });
});
