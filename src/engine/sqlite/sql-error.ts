// SQLite's error messages as sentences with a place, for the people who wrote the SQL.
import { capitalized } from '../../lib/format/capitalized.ts';
import {
  type EngineError,
  EngineFailure,
  type ErrorCode,
  type ErrorPlace,
} from '../model/errors.ts';
import { misspeltKeyword } from '../sql/statements/misspelt-keyword.ts';
import { meaningfulTokens } from '../sql/token.ts';
import type { Database } from './driver.ts';
import { isSqliteError } from './is-sqlite-error.ts';
import { type ErrorSpan, locateError } from './locate-error.ts';
import { placeIn } from './placed-error.ts';
import { raisingTrigger } from './raising-trigger.ts';

/** What failed: the statement, where it stands in the text that `place` names, and what to call it. */
export interface FailedSql {
  sql: string;
  /** UTF-16 offset of `sql` in the text that the user sees. */
  offset: number;
  place: ErrorPlace;
  code: ErrorCode;
}

/**
 * What SQLite threw for a statement, as an error with sentence, hint, offset and length.
 * What is no answer of SQLite (a crash of the engine) is thrown again.
 */
export function toSqlError(database: Database, thrown: unknown, failed: FailedSql): EngineError {
  if (thrown instanceof EngineFailure) return thrown.error;
  if (!isSqliteError(thrown)) throw thrown;
  const span = locateError(database, failed.sql, thrown.message, placeIn(failed.sql, thrown));
  const misspelt =
    span !== null && syntaxError.test(thrown.message)
      ? misspeltKeyword(failed.sql, span.offset)
      : null;
  return {
    code: failed.code,
    ...(knownDescription(thrown.message) ?? describeRaised(database, thrown.message)),
    ...(misspelt && { hint: `Is "${misspelt.word}" meant to be ${misspelt.keyword}?` }),
    place: { ...failed.place, ...placeOf(span, failed) },
  };
}

/** Where no place is known: of several statements it is worth knowing which one failed. */
function placeOf(span: ErrorSpan | null, { sql, offset, place }: FailedSql): Partial<ErrorPlace> {
  if (span !== null) {
    const { isEstimated } = span;
    const marks = isEstimated ? { isEstimated } : {};
    return { offset: offset + span.offset, length: span.length, ...marks };
  }
  const [first] = meaningfulTokens(sql);
  if (!first || (place.source === 'query' && offset === 0)) return {};
  return { offset: offset + first.start, length: first.end - first.start };
}

interface Description {
  message: string;
  hint?: string;
}

const syntaxError = /^near "(.*)": syntax error$/s;

const descriptions: [RegExp, (match: string) => Description][] = [
  [
    syntaxError,
    (token) => ({ message: `Syntax error at "${token}": SQLite expects something else here.` }),
  ],
  [
    /^(incomplete input)$/,
    () => ({
      message: 'The statement is not complete: something is missing at its end.',
      hint: 'Look for an open parenthesis or a clause without its value.',
    }),
  ],
  [
    /^unrecognized token: "(['"`[].*)"$/s,
    (token) => ({
      message: `A quotation that begins with ${token.charAt(0)} is never closed.`,
      hint: `Close it with ${token.startsWith('[') ? ']' : token.charAt(0)}.`,
    }),
  ],
  [/^unrecognized token: "(.*)"$/s, (token) => ({ message: `SQLite cannot read "${token}".` })],
  [
    /^no such table: (.*)$/s,
    (name) => ({
      message: `There is no table or view "${name.replace(/^main\./, '')}".`,
      hint: 'Check the spelling: the Schema tab lists what there is.',
    }),
  ],
  [
    /^no such column: (.*)$/s,
    (name) => ({
      message: `There is no column "${name}".`,
      hint: 'Check the spelling and which tables are in FROM. Text goes into single quotes.',
    }),
  ],
  [
    /^(table .* has no column named .*)$/s,
    (message) => ({ message: `${capitalized(message)}.`, hint: 'Check the spelling.' }),
  ],
  [
    /^no such function: (.*)$/s,
    (name) => ({ message: `This build of SQLite has no function "${name}".` }),
  ],
  [
    /^FOREIGN KEY (constraint failed)$/,
    () => ({
      message: 'A foreign key is violated: a row would refer to a parent row that does not exist.',
      hint: 'Foreign keys are enforced (PRAGMA foreign_keys is ON). Write the parent row first.',
    }),
  ],
  [
    /^foreign key mismatch - (.*)$/s,
    (detail) => ({
      message: `A foreign key cannot be checked: ${detail}.`,
      hint: 'The referenced columns must be the PRIMARY KEY of the parent table or declared UNIQUE.',
    }),
  ],
  [
    /^UNIQUE constraint failed: (.*)$/s,
    (columns) => ({
      message: `A row with the same value exists already: ${columns} must be unique.`,
    }),
  ],
  [/^NOT NULL constraint failed: (.*)$/s, (column) => ({ message: `${column} must not be NULL.` })],
  [
    /^CHECK constraint failed: (.*)$/s,
    (check) => ({ message: `A row does not satisfy the CHECK constraint: ${check}.` }),
  ],
];

/** SQLite's message as a sentence, with advice where there is some. */
export function describeSqlError(sqliteMessage: string): Description {
  return knownDescription(sqliteMessage) ?? asSentence(sqliteMessage);
}

function knownDescription(sqliteMessage: string): Description | null {
  for (const [pattern, toDescription] of descriptions) {
    const detail = pattern.exec(sqliteMessage)?.[1];
    if (detail !== undefined) return toDescription(detail);
  }
  return null;
}

/** What a trigger says is told as its words, and left as it is. */
function describeRaised(database: Database, message: string): Description {
  const trigger = raisingTrigger(database, message);
  if (!trigger) return asSentence(message);
  const { name, table } = trigger;
  return { message: `The trigger ${name} of ${table} refuses it and says "${message}".` };
}

function asSentence(sqliteMessage: string): Description {
  const sentence = capitalized(sqliteMessage);
  return { message: /[.!?]$/.test(sentence) ? sentence : `${sentence}.` };
}
