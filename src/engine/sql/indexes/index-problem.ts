// What can be said against an index of the playground before SQLite sees its statement.
// A link supplies name and text: a text that does more than create this index is never run.

import { isSameName } from '../../../lib/sql-name.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Index } from '../../model/playground.ts';
import { splitStatements } from '../statements/split-statements.ts';
import { statementKind } from '../statements/statement-kind.ts';
import { indexNameOf, withoutIfNotExists } from './index-name.ts';

/** Why this is not one CREATE INDEX statement that makes an index of this name; null when it is. */
export function indexProblem({ name, sql }: Index): EngineError | null {
  const written = indexNameOf(sql);
  if (statementKind(sql) !== 'create-index' || written === null) {
    return invalid(name, 'Write one statement: CREATE INDEX name ON table (columns).');
  }
  const [, second] = splitStatements(sql);
  if (second) {
    const place = { offset: second.start, length: second.end - second.start };
    return invalid(name, 'One index at a time: there is more than one statement here.', place);
  }
  // An index of the schema could answer to the name, with other columns than those written here.
  if (withoutIfNotExists(sql) !== sql) {
    return invalid(name, 'Leave out IF NOT EXISTS: the index is created where a setup wants it.');
  }
  if (written !== name) {
    return invalid(name, `The statement creates the index ${written}, its name here is ${name}.`);
  }
  return null;
}

/** Why this index cannot join those before it in the list; null when it can. */
export function indexProblemAmong(index: Index, before: readonly Index[]): EngineError | null {
  const isTaken = before.some(({ name }) => isSameName(name, index.name));
  return indexProblem(index) ?? (isTaken ? nameTaken(index.name) : null);
}

function nameTaken(name: string): EngineError {
  return invalid(name, `There is an index ${name} already: choose another name.`);
}

function invalid(
  name: string,
  message: string,
  where: { offset: number; length: number } | null = null,
): EngineError {
  return { code: 'index-invalid', message, place: { source: 'index', name, ...where } };
}
