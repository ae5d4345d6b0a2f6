// What is gained by the transaction, by preparing, by batching: pairs of techniques that differ in
// that alone, and how a sentence says it. Data; which pairs were measured decides the caller.
import type { TechniqueId } from '../../../../../engine/model/writes/technique.ts';
import type { Causes } from '../../counts/pair-work.ts';

export interface Gain {
  /** One sentence for each topic: the first pair of it that was measured. */
  topic: 'transaction' | 'preparing' | 'batching' | 'set' | 'index' | 'objects';
  technique: TechniqueId;
  against: TechniqueId;
  /** Subject of the sentence: 'One transaction for all rows'. */
  what: string;
  /** What it is compared with: 'a transaction for each row'. */
  than: string;
}

const transaction = {
  topic: 'transaction',
  what: 'One transaction for all rows',
  than: 'a transaction for each row',
} as const;

/** Where SQLite does the same work by both, what is left to make the difference of times. */
export const gainCauses: Readonly<Partial<Record<Gain['topic'], Causes>>> = {
  transaction: { sameSteps: 'what differs is what the transactions write' },
  preparing: { sameWork: 'what differs is building and compiling a text for each row' },
  batching: { sameWork: 'what differs is the number of statements' },
  objects: { sameWork: 'what differs is the work on the objects' },
};

/** In the order in which they are said. `{n}` is the rows a statement takes. */
export const gains: readonly Gain[] = [
  { ...transaction, technique: 'insert-prepared', against: 'insert-prepared-autocommit' },
  { ...transaction, technique: 'insert-literal', against: 'insert-literal-autocommit' },
  { ...transaction, technique: 'update-prepared', against: 'update-prepared-autocommit' },
  { ...transaction, technique: 'delete-prepared', against: 'delete-prepared-autocommit' },
  {
    topic: 'preparing',
    technique: 'insert-prepared',
    against: 'insert-literal',
    what: 'Preparing the statement once, in one transaction,',
    than: 'compiling it for each row',
  },
  {
    topic: 'preparing',
    technique: 'insert-prepared-autocommit',
    against: 'insert-literal-autocommit',
    what: 'Preparing the statement once, with a transaction for each row,',
    than: 'compiling it for each row',
  },
  {
    topic: 'batching',
    technique: 'insert-values',
    against: 'insert-prepared',
    what: '{n} rows a statement',
    than: 'one row a statement, both in one transaction',
  },
  {
    topic: 'batching',
    technique: 'update-upsert',
    against: 'update-prepared',
    what: 'An upsert of {n} rows a statement',
    than: 'one UPDATE for each row, both in one transaction',
  },
  {
    topic: 'batching',
    technique: 'delete-list',
    against: 'delete-prepared',
    what: '{n} keys a statement',
    than: 'one key a statement, both in one transaction',
  },
  {
    topic: 'set',
    technique: 'update-set',
    against: 'update-prepared',
    what: 'One UPDATE for all rows',
    than: 'one for each row, both in one transaction',
  },
  {
    topic: 'set',
    technique: 'delete-set',
    against: 'delete-prepared',
    what: 'One DELETE for all rows',
    than: 'one for each row, both in one transaction',
  },
  {
    topic: 'index',
    technique: 'insert-then-index',
    against: 'insert-prepared',
    what: 'Loading first and making the indexes afterwards',
    than: 'keeping them while loading',
  },
  {
    topic: 'objects',
    technique: 'insert-unit-of-work',
    against: 'insert-prepared',
    what: 'The unit of work, as an ORM does it,',
    than: 'the same INSERTs without objects',
  },
  {
    topic: 'objects',
    technique: 'update-unit-of-work',
    against: 'update-prepared',
    what: 'The unit of work, as an ORM does it,',
    than: 'the same UPDATEs without objects',
  },
  {
    topic: 'objects',
    technique: 'delete-unit-of-work',
    against: 'delete-prepared',
    what: 'The unit of work, as an ORM does it,',
    than: 'the same DELETEs without objects',
  },
];
