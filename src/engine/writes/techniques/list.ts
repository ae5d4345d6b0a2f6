// All techniques by their ids. Their facts stand in the model, where the page reads them too.
import type { TechniqueId } from '../../model/writes/technique.ts';
import type { Technique } from '../technique.ts';
import { deleteAll } from './delete/delete-all.ts';
import { deleteJson } from './delete/delete-json.ts';
import { deleteList } from './delete/delete-list.ts';
import { deletePrepared, deletePreparedAutocommit } from './delete/delete-prepared.ts';
import { deleteSet } from './delete/delete-set.ts';
import { deleteTemp } from './delete/delete-temp.ts';
import { deleteUnitOfWork } from './delete/delete-unit-of-work.ts';
import { insertJson } from './insert/insert-json.ts';
import { insertLiteralAutocommit, insertLiteralInTransaction } from './insert/insert-literal.ts';
import { insertPrepared, insertPreparedAutocommit } from './insert/insert-prepared.ts';
import { insertReturning } from './insert/insert-returning.ts';
import { insertSelect } from './insert/insert-select.ts';
import { insertThenIndex } from './insert/insert-then-index.ts';
import { insertUnitOfWork } from './insert/insert-unit-of-work.ts';
import { insertValues } from './insert/insert-values.ts';
import { updateJson } from './update/update-json.ts';
import { updatePrepared, updatePreparedAutocommit } from './update/update-prepared.ts';
import { updateSet } from './update/update-set.ts';
import { updateTemp } from './update/update-temp.ts';
import { updateUnitOfWork } from './update/update-unit-of-work.ts';
import { updateUpsert } from './update/update-upsert.ts';

const techniques: Record<TechniqueId, Technique> = {
  'insert-literal-autocommit': insertLiteralAutocommit,
  'insert-prepared-autocommit': insertPreparedAutocommit,
  'insert-literal': insertLiteralInTransaction,
  'insert-prepared': insertPrepared,
  'insert-values': insertValues,
  'insert-json': insertJson,
  'insert-select': insertSelect,
  'insert-then-index': insertThenIndex,
  'insert-returning': insertReturning,
  'insert-unit-of-work': insertUnitOfWork,
  'update-prepared-autocommit': updatePreparedAutocommit,
  'update-prepared': updatePrepared,
  'update-json': updateJson,
  'update-temp': updateTemp,
  'update-upsert': updateUpsert,
  'update-set': updateSet,
  'update-unit-of-work': updateUnitOfWork,
  'delete-prepared-autocommit': deletePreparedAutocommit,
  'delete-prepared': deletePrepared,
  'delete-list': deleteList,
  'delete-json': deleteJson,
  'delete-temp': deleteTemp,
  'delete-set': deleteSet,
  'delete-all': deleteAll,
  'delete-unit-of-work': deleteUnitOfWork,
};

/** How a technique writes. */
export function techniqueOf(id: TechniqueId): Technique {
  return techniques[id];
}
