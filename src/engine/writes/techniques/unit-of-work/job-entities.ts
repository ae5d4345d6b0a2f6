// A job's table and rows as a unit of work sees them: the mapping, and the objects that it loads.

import { isSameName } from '../../../../lib/sql-name.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { WriteJob } from '../../write-job.ts';
import { keyOf, targetName, upToKey } from '../parts/sql-text.ts';
import type { Entity } from './entity.ts';
import type { Mapping } from './mapping.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The mapping of the job's table. */
export function mappingOf(job: WriteJob): Mapping {
  const key = job.key?.columns ?? [];
  const undeclared = key.filter((name) => !job.columns.some((each) => isSameName(each, name)));
  // Names as the columns have them: attributes are found by them.
  const named = key.map((name) => job.columns.find((each) => isSameName(each, name)) ?? name);
  return { table: targetName(job), columns: [...undeclared, ...job.columns], key: named };
}

/** Loads the rows of an update or delete, in the order of their keys. */
export function loadRows(work: UnitOfWork, job: WriteJob): Entity[] {
  const key = keyOf(job);
  const order = key.columns.map(quoteName).join(', ');
  return work.load(`WHERE ${upToKey(key)} ORDER BY ${order}`, job.keys.at(-1) ?? []);
}
