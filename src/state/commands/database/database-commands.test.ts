import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadTestDriver } from '../../../engine/sqlite/sqljs.testing.ts';
import { createMemoryImages } from '../../../storage/images/memory-images.testing.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { whenIdle } from '../work/activity.ts';

const driver = await loadTestDriver();
let open: TestApp | null = null;

afterEach(() => {
  open?.close();
  open = null;
});

function shopFile(): Blob {
  const database = driver.open();
  database.run('CREATE TABLE goods (name TEXT); INSERT INTO goods VALUES (1), (2);');
  const bytes = new Uint8Array(database.export());
  database.close();
  return new Blob([bytes]);
}

/** A page whose data is a file that was taken in. */
async function openShop() {
  const images = createMemoryImages(1e8);
  open = openTestApp(items, { images });
  const { app, client } = open;
  const takeIn = async () => {
    await app.imports.open({ name: 'shop.db', blob: shopFile() });
    await app.imports.start();
    await whenIdle(app.runs);
  };
  await takeIn();
  const imageId = app.document.store.getState().playground.imported?.imageId ?? '';
  expect(app.runs.getState().database?.summary.rowCount).toBe(2);
  return { app, client, images, imageId, takeIn };
}

describe('a file that this browser has no longer', () => {
  it('is said to be missing when a stopped engine cannot have its data back', async () => {
    const { app, client, images, imageId } = await openShop();
    await images.remove(imageId);
    client.stop();
    await vi.waitFor(() => expect(app.runs.getState().missingImage).toBe(imageId));
    expect(app.runs.getState()).toMatchObject({
      database: null,
      activity: { kind: 'failed', error: { code: 'image-missing' } },
    });
  });

  it('stays known after the next edit, until the file is here again', async () => {
    const { app, client, images, imageId, takeIn } = await openShop();
    await images.remove(imageId);
    client.stop();
    await vi.waitFor(() => expect(app.runs.getState().missingImage).toBe(imageId));
    expect(await app.database.generate()).toBe(false);
    app.playground.setTitle('Still without its data');
    expect(app.runs.getState().activity.kind).toBe('ready');
    expect(app.runs.getState().missingImage).toBe(imageId);
    await takeIn();
    expect(app.runs.getState()).toMatchObject({
      missingImage: null,
      activity: { kind: 'ready' },
      database: { summary: { rowCount: 2 } },
    });
  });
});

describe('data that is made while another playground takes the place of one', () => {
  it('is said to be made until it is', async () => {
    open = openTestApp(items);
    const { app } = open;
    await app.database.generate();
    app.files.startNew();
    app.playground.setSchemaSql('CREATE TABLE t (id INTEGER PRIMARY KEY);');
    const generating = app.database.generate();
    await Promise.resolve();
    await Promise.resolve();
    expect(app.runs.getState().activity.kind).toBe('generating');
    expect(await generating).toBe(true);
    expect(app.runs.getState().activity.kind).toBe('ready');
  });
});
