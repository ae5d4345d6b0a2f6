import { expect, test } from 'vitest';
import { contentHash } from '../engine/datagen/content-hash.ts';
import { generateRows } from '../engine/datagen/fill/generate-rows.ts';
import { readSchema } from '../engine/schema/read-schema.ts';
import { loadTestDriver } from '../engine/sqlite/sqljs.testing.ts';
import { contentHashes } from './content-hashes.testing.ts';
import { examples } from './list.ts';

const driver = await loadTestDriver();

test.each(examples)('$id has the same content as ever', ({ id, playground }) => {
  const database = driver.open();
  database.run(playground.schemaSql);
  const schema = readSchema(database);
  generateRows(database, schema, playground.recipe, () => {});
  expect(contentHash(database, schema)).toBe(contentHashes[id]);
  database.close();
});

test('there is a hash for every example and for nothing else', () => {
  expect(Object.keys(contentHashes)).toEqual(examples.map(({ id }) => id));
});
