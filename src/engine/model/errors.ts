// Errors as plain data: they cross from the workers to the page and are shown as one sentence.
// Nothing here knows how they are displayed.

/** What went wrong, coarse enough to decide what the page offers next. */
export type ErrorCode =
  | 'schema-invalid' // a statement of the schema script fails
  | 'index-invalid' // a CREATE INDEX statement fails
  | 'sql-invalid' // a query does not compile
  | 'sql-failed' // a query compiled and then failed while running
  | 'statement-refused' // BEGIN, ATTACH and the like: not allowed here
  | 'parameter-invalid' // a parameter has no usable values
  | 'data-unsatisfiable' // a constraint cannot be met by generated rows
  | 'foreign-key-invalid' // a foreign key references a table or column that does not exist
  | 'no-database' // asked for data before any was generated
  | 'import-refused' // a file that cannot be taken in, or a part of it
  | 'image-missing' // imported data that this browser does not have
  | 'expired' // a result or comparison that is no longer kept: run or compare again
  | 'too-large' // database or result over a limit
  | 'time-limit' // stopped by the per-statement limit
  | 'stopped' // stopped by the user
  | 'engine-failed'; // anything else: a defect or a crashed worker

/** Which text or thing of the playground the error is about. */
export interface ErrorPlace {
  source: 'schema' | 'query' | 'index' | 'parameter' | 'recipe' | 'setup';
  /** Name of the table, index, query or parameter, where there is one. */
  name?: string;
  /** UTF-16 offset into that text, where known. */
  offset?: number;
  /** Length of the faulty text from `offset`, where known. */
  length?: number;
  /** The likely place of several: SQLite's official build can tell which it is. */
  isEstimated?: true;
}

/** An error as data. `message` is a sentence for the user: what happened, where. */
export interface EngineError {
  code: ErrorCode;
  message: string;
  /** What the user can do about it, as a sentence. */
  hint?: string;
  place?: ErrorPlace;
}

/** Thrown inside the engine to carry an EngineError up to the border, where it becomes data. */
export class EngineFailure extends Error {
  readonly error: EngineError;
  constructor(error: EngineError) {
    super(error.message);
    this.name = 'EngineFailure';
    this.error = error;
  }
}

/** What happened, and what can be done about it where that is known: one or two sentences. */
export function errorSentence({
  message,
  hint = '',
}: Pick<EngineError, 'message' | 'hint'>): string {
  return [message, hint].filter((part) => part !== '').join(' ');
}

/** Any thrown value as an EngineError; keeps those that already are. */
export function toEngineError(thrown: unknown, code: ErrorCode = 'engine-failed'): EngineError {
  if (thrown instanceof EngineFailure) return thrown.error;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code, message };
}
