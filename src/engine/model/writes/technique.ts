// The techniques of the Writes lab: ways to write the same rows. Plain data; how each writes stands
// in engine/writes/techniques, a file each.

export type WriteOperation = 'insert' | 'update' | 'delete';

export type InsertTechnique =
  | 'insert-literal-autocommit'
  | 'insert-prepared-autocommit'
  | 'insert-literal'
  | 'insert-prepared'
  | 'insert-values'
  | 'insert-json'
  | 'insert-select'
  | 'insert-then-index'
  | 'insert-returning'
  | 'insert-unit-of-work';

export type UpdateTechnique =
  | 'update-prepared-autocommit'
  | 'update-prepared'
  | 'update-json'
  | 'update-temp'
  | 'update-upsert'
  | 'update-set'
  | 'update-unit-of-work';

export type DeleteTechnique =
  | 'delete-prepared-autocommit'
  | 'delete-prepared'
  | 'delete-list'
  | 'delete-json'
  | 'delete-temp'
  | 'delete-set'
  | 'delete-all'
  | 'delete-unit-of-work';

export type TechniqueId = InsertTechnique | UpdateTechnique | DeleteTechnique;

/** What is known of a technique before it runs. */
export interface TechniqueFacts {
  id: TechniqueId;
  operation: WriteOperation;
  /** In the list and at the chart's rows: 'prepared, one transaction'. */
  name: string;
  /** What it does, in a sentence for the user. */
  explanation: string;
  /** True: every statement is a transaction of its own. False: one transaction holds all. */
  isAutocommit: boolean;
  /** Whether a statement takes several rows, as many as the batch size says. */
  isBatched: boolean;
  /** Measured unless the user says otherwise. */
  isDefault: boolean;
}

/** What a run of a technique sent, counted while it ran. */
export interface WriteTally {
  /** Executions of statements, without BEGIN and COMMIT. */
  statements: number;
  /** Transactions that were committed; of autocommit as many as statements. */
  transactions: number;
  /** What a client over a network would wait for: statements, and BEGIN and COMMIT where sent. */
  roundTrips: number;
}
