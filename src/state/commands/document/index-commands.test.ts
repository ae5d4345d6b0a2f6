import { expect, test } from 'vitest';
import { emptyPlayground } from '../../../examples/empty.ts';
import { createDocument } from '../../document-store.ts';
import { createIndexCommands } from './index-commands.ts';
import { createSetupCommands } from './setup-commands.ts';

function setUp() {
  const document = createDocument(
    { ...emptyPlayground, schemaSql: 'CREATE TABLE t (a, b);\nCREATE INDEX t_b ON t (b);\n' },
    () => 0,
  );
  const setups = createSetupCommands(document);
  setups.add();
  return {
    indexes: createIndexCommands(document),
    current: () => document.store.getState().playground,
    on: () => document.store.getState().playground.setups.map((setup) => setup.indexes),
  };
}

test('a new index is on in every setup but the baseline', () => {
  const { indexes, on, current } = setUp();
  expect(indexes.add(' CREATE INDEX IF NOT EXISTS t_a ON t (a); ')).toBeNull();
  expect(on()).toEqual([[], ['t_a']]);
  expect(current().indexes).toEqual([{ name: 't_a', sql: 'CREATE INDEX t_a ON t (a);' }]);
});

test('what is no index, or one too many, is refused in words', () => {
  const { indexes, current } = setUp();
  indexes.add('CREATE INDEX t_a ON t (a)');
  for (const [sql, words] of [
    ['SELECT 1', 'Write one statement'],
    ['CREATE INDEX x ON t (a); DROP TABLE t', 'more than one statement'],
    ['CREATE INDEX T_A ON t (b)', 'already'],
  ] as const) {
    expect(indexes.add(sql)?.message).toContain(words);
  }
  expect(current().indexes).toHaveLength(1);
});

test('switches follow a new name', () => {
  const { indexes, on } = setUp();
  indexes.add('CREATE INDEX t_a ON t (a)');
  expect(indexes.change('t_a', 'CREATE INDEX t_ab ON t (a, b)')).toBeNull();
  expect(on()).toEqual([[], ['t_ab']]);
  indexes.remove('t_ab');
  expect(on()).toEqual([[], []]);
});

test('an index of the schema moves to the bench, on everywhere as it was', () => {
  const { indexes, on, current } = setUp();
  expect(indexes.moveOutOfSchema()).toEqual(['t_b']);
  expect(current().schemaSql).toBe('CREATE TABLE t (a, b);\n');
  expect(on()).toEqual([['t_b'], ['t_b']]);
  expect(indexes.moveOutOfSchema()).toEqual([]);
});
