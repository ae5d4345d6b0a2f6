// The operations of a request and the state that the runs of each start from.

import type { WriteOperation } from '../../model/writes/technique.ts';
import { factsOf } from '../../model/writes/technique-facts.ts';
import type { WriteStart, WritesRequest } from '../../model/writes/writes.ts';

export interface StartedOperation {
  operation: WriteOperation;
  start: WriteStart;
}

/** Each operation once; never none. */
export function operationsOf(request: WritesRequest): [StartedOperation, ...StartedOperation[]] {
  // Variants of a table are tables of their own, which begin empty.
  if (request.kind === 'constraints') return [{ operation: 'insert', start: 'empty' }];
  const started = (operation: WriteOperation): StartedOperation => ({
    operation,
    start: startOf(operation, request.start),
  });
  const [first = 'insert', ...others] = new Set(wanted(request));
  return [started(first), ...others.map(started)];
}

/** Rows that are there are needed to update and delete: then the table is not emptied. */
export function startOf(operation: WriteOperation, start: WriteStart): WriteStart {
  return operation !== 'insert' && start === 'empty' ? 'alone' : start;
}

function wanted(request: Exclude<WritesRequest, { kind: 'constraints' }>): WriteOperation[] {
  if (request.kind === 'techniques') return [request.operation];
  if (request.kind === 'batch-sizes') return [factsOf(request.technique).operation];
  return request.operations;
}
