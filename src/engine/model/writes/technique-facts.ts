// What is known of each technique of the Writes lab before it runs: its name, its words, its kind.
// Plain data for the page and the engine; how a technique writes stands in engine/writes/techniques.
import type { TechniqueFacts, TechniqueId, WriteOperation } from './technique.ts';

type Told = Omit<TechniqueFacts, 'operation' | 'isAutocommit' | 'isBatched' | 'isDefault'>;
type Kind = Partial<Pick<TechniqueFacts, 'isAutocommit' | 'isBatched' | 'isDefault'>>;

function facts(operation: WriteOperation, told: Told, kind: Kind = {}): TechniqueFacts {
  const { id, name, explanation } = told;
  const { isAutocommit = false, isBatched = false, isDefault = true } = kind;
  return { id, operation, name, explanation, isAutocommit, isBatched, isDefault };
}

const inserts: readonly TechniqueFacts[] = [
  facts(
    'insert',
    {
      id: 'insert-literal-autocommit',
      name: 'literal, autocommit',
      explanation:
        'The values of each row are written into the text of an INSERT of its own, which SQLite compiles, runs and commits before the next.',
    },
    { isAutocommit: true },
  ),
  facts(
    'insert',
    {
      id: 'insert-prepared-autocommit',
      name: 'prepared, autocommit',
      explanation:
        'One INSERT is compiled once and run with the values of each row; every row is a transaction of its own.',
    },
    { isAutocommit: true },
  ),
  facts('insert', {
    id: 'insert-literal',
    name: 'literal, one transaction',
    explanation:
      'The values of each row are written into the text of an INSERT of its own; one transaction holds all of them.',
  }),
  facts('insert', {
    id: 'insert-prepared',
    name: 'prepared, one transaction',
    explanation:
      'One INSERT is compiled once and run with the values of each row; one transaction holds all rows.',
  }),
  facts(
    'insert',
    {
      id: 'insert-values',
      name: 'multi-row VALUES',
      explanation:
        'One INSERT ... VALUES (...), (...), ... takes as many rows as the batch size says, their values bound.',
    },
    { isBatched: true },
  ),
  facts('insert', {
    id: 'insert-json',
    name: 'json_each(?)',
    explanation:
      'The rows go to SQLite as one JSON text, 10,000 rows at most in each, and INSERT ... SELECT ... FROM json_each(?) takes them apart.',
  }),
  facts('insert', {
    id: 'insert-select',
    name: 'INSERT ... SELECT in SQLite',
    explanation:
      'The rows already are in a temporary table (filling it is not timed), and one INSERT ... SELECT copies them: what SQLite takes when no value crosses to it.',
  }),
  facts('insert', {
    id: 'insert-then-index',
    name: 'load, then index',
    explanation:
      'The rows are inserted as prepared in one transaction, without the indexes, and then these are made. On a table that has rows the indexes are dropped first, which is timed too.',
  }),
  facts('insert', {
    id: 'insert-unit-of-work',
    name: 'unit of work',
    explanation:
      'A small model of what an ORM does: an object for each row, registered, watched for changes, and written one by one at the flush, with RETURNING for keys that the database makes.',
  }),
  facts(
    'insert',
    {
      id: 'insert-returning',
      name: 'prepared with RETURNING',
      explanation:
        'As prepared in one transaction, and each INSERT gives back the key of its row, which is read.',
    },
    { isDefault: false },
  ),
];

const updates: readonly TechniqueFacts[] = [
  facts(
    'update',
    {
      id: 'update-prepared-autocommit',
      name: 'prepared, autocommit',
      explanation:
        'UPDATE ... WHERE key = ? is compiled once and run for each row; every row is a transaction of its own.',
    },
    { isAutocommit: true },
  ),
  facts('update', {
    id: 'update-prepared',
    name: 'prepared, one transaction',
    explanation:
      'UPDATE ... WHERE key = ? is compiled once and run for each row; one transaction holds all rows.',
  }),
  facts('update', {
    id: 'update-json',
    name: 'UPDATE ... FROM json_each(?)',
    explanation:
      'Keys and new values go to SQLite as one JSON text, 10,000 rows at most in each, which the UPDATE joins with the table.',
  }),
  facts('update', {
    id: 'update-temp',
    name: 'UPDATE ... FROM a temporary table',
    explanation:
      'Keys and new values are inserted into a temporary table (timed), and one UPDATE ... FROM joins it with the table.',
  }),
  facts(
    'update',
    {
      id: 'update-upsert',
      name: 'upsert',
      explanation:
        'Whole rows are sent by INSERT ... ON CONFLICT (key) DO UPDATE, as many in a statement as the batch size says; each meets the row that is there and changes the one column.',
    },
    { isBatched: true },
  ),
  facts('update', {
    id: 'update-set',
    name: 'one UPDATE',
    explanation:
      'One UPDATE sets the column to the expression for all rows up to the last key: no value crosses to SQLite.',
  }),
  facts('update', {
    id: 'update-unit-of-work',
    name: 'unit of work',
    explanation:
      'A small model of what an ORM does: the rows are loaded into objects, the attribute is set on each, and the flush finds what changed and updates row by row.',
  }),
];

const deletes: readonly TechniqueFacts[] = [
  facts(
    'delete',
    {
      id: 'delete-prepared-autocommit',
      name: 'prepared, autocommit',
      explanation:
        'DELETE ... WHERE key = ? is compiled once and run for each row; every row is a transaction of its own.',
    },
    { isAutocommit: true },
  ),
  facts('delete', {
    id: 'delete-prepared',
    name: 'prepared, one transaction',
    explanation:
      'DELETE ... WHERE key = ? is compiled once and run for each row; one transaction holds all rows.',
  }),
  facts(
    'delete',
    {
      id: 'delete-list',
      name: 'WHERE key IN (...)',
      explanation:
        'One DELETE takes a list of keys, as many as the batch size says, their values bound.',
    },
    { isBatched: true },
  ),
  facts('delete', {
    id: 'delete-json',
    name: 'IN (SELECT ... json_each(?))',
    explanation:
      'The keys go to SQLite as one JSON text, 10,000 at most in each, which the DELETE takes apart.',
  }),
  facts('delete', {
    id: 'delete-temp',
    name: 'IN (SELECT ... a temporary table)',
    explanation:
      'The keys are inserted into a temporary table (timed), and one DELETE looks them up there.',
  }),
  facts('delete', {
    id: 'delete-set',
    name: 'one DELETE',
    explanation:
      'One DELETE takes all rows up to the last key: no value but that crosses to SQLite.',
  }),
  facts('delete', {
    id: 'delete-unit-of-work',
    name: 'unit of work',
    explanation:
      'A small model of what an ORM does: the rows are loaded into objects, each is marked as deleted, and the flush deletes row by row.',
  }),
  facts(
    'delete',
    {
      id: 'delete-all',
      name: 'DELETE without WHERE',
      explanation:
        'One DELETE without WHERE, which empties the table; without triggers and foreign keys SQLite clears its pages at once instead of row by row. Only where all rows are to go.',
    },
    { isDefault: false },
  ),
];

/** All techniques, in the order in which the page lists them. */
export const techniqueFacts: readonly TechniqueFacts[] = [...inserts, ...updates, ...deletes];

/** The technique of each operation that one prepared statement does row by row. */
export const preparedTechnique = {
  insert: 'insert-prepared',
  update: 'update-prepared',
  delete: 'delete-prepared',
} as const satisfies Record<WriteOperation, TechniqueId>;

const byId = new Map(techniqueFacts.map((each) => [each.id, each]));

/** The facts of a technique; every id has them (the test of the list says so). */
export function factsOf(id: TechniqueId): TechniqueFacts {
  const found = byId.get(id);
  if (!found) throw new Error(`There is no technique ${id}.`);
  return found;
}

/** Ids of the techniques of an operation, in the order of the list. */
export function techniquesOf(operation: WriteOperation): TechniqueId[] {
  return techniqueFacts.filter((each) => each.operation === operation).map(({ id }) => id);
}
