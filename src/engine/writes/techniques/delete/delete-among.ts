// The DELETE of all rows whose key is among some others: a list, or what a SELECT gives.
import { quoteName } from '../../../sql/quote-name.ts';
import type { WriteJob } from '../../write-job.ts';
import { keyOf, targetName, tuple } from '../parts/sql-text.ts';

/** `among`: what stands in the parentheses of IN. */
export function deleteAmong(job: WriteJob, among: string): string {
  const key = tuple(keyOf(job).columns.map(quoteName));
  return `DELETE FROM ${targetName(job)} WHERE ${key} IN (${among})`;
}
