// Reads what SELECT, UPDATE and DELETE have in common behind their head: FROM, WHERE and the rest.
import { beginsClause, readFrom } from './read-from.ts';
import { endBefore, readGroup, type ScopeReader, spanOf } from './scope-reader.ts';

/** Clauses that end the scope: another arm of a compound, or what follows an INSERT's SELECT. */
const endWords = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'SELECT', 'VALUES']);

/** Which words end the clauses; those of an INSERT's SELECT end before ON CONFLICT and RETURNING. */
export interface ClauseLimits {
  until: number;
  endsAtReturning: boolean;
}

/**
 * Reads the clauses between two tokens into the scope at `position`, and notes where WHERE stands
 * or would stand. Returns the index that it ended at, and of the first clause.
 */
export function readClauses(
  reader: ScopeReader,
  from: number,
  { until, endsAtReturning }: ClauseLimits,
  position: number,
): { at: number; head: number } {
  const scope = reader.scopes[position];
  let head: number | null = null;
  let conditionFrom: number | null = null;
  const endCondition = (at: number) => {
    if (scope && conditionFrom !== null) scope.where = spanOf(reader, conditionFrom, at);
    conditionFrom = null;
  };
  let at = from;
  while (at < until) {
    if (reader.tokens[at]?.kind === 'open') {
      at = readGroup(reader, at, position);
      continue;
    }
    if (!beginsClause(reader, at)) {
      at++;
      continue;
    }
    const word = reader.words[at] ?? '';
    if (endWords.has(word)) break;
    if (endsAtReturning && (word === 'ON' || word === 'RETURNING')) break;
    if (word === 'SET') {
      at++;
      continue;
    }
    head ??= at;
    endCondition(at);
    if (word === 'FROM') {
      at = readFrom(reader, at + 1, until, position);
      if (scope) scope.whereAt = endBefore(reader, at);
      continue;
    }
    if (scope) scope.whereAt ??= endBefore(reader, at);
    at++;
    if (word === 'WHERE') conditionFrom = at;
  }
  at = Math.min(at, until);
  endCondition(at);
  if (scope) scope.whereAt ??= endBefore(reader, at);
  return { at, head: head ?? at };
}
