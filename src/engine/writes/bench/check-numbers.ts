// The numbers of a request: rows to write, and rows a statement. Whether a table has so many, and
// whether SQLite takes so many, is judged later.
import { EngineFailure } from '../../model/errors.ts';
import type { WritesRequest } from '../../model/writes/writes.ts';

/** Throws an EngineFailure for what is no whole number from 1. */
export function checkNumbers(request: WritesRequest): void {
  check(request.rows, 'Rows to write');
  if (request.kind === 'techniques') check(request.batchSize, 'Rows a statement');
  if (request.kind === 'batch-sizes') {
    for (const size of request.batchSizes) check(size, 'Rows a statement');
  }
}

function check(value: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw new EngineFailure({
    code: 'parameter-invalid',
    message: `${what}: ${value} is no whole number from 1.`,
    hint: 'Choose 1 or more.',
  });
}
