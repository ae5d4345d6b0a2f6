// One INSERT, compiled once, with the values of each row bound.
// With and without a transaction around: that is the caller's.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { writePrepared } from '../parts/write-prepared.ts';

export const insertPrepared: Technique = {
  facts: factsOf('insert-prepared'),
  refusal: () => null,
  write: writePrepared,
};

export const insertPreparedAutocommit: Technique = {
  ...insertPrepared,
  facts: factsOf('insert-prepared-autocommit'),
};
