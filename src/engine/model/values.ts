// The values that SQLite stores, as JavaScript values.

/** A value of a result or parameter. Integers beyond 2^53 arrive as bigint. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** A value that a user types and a link carries. */
export type LiteralValue = null | number | string;

/** Values by parameter name, the name with its prefix as SQLite knows it (`:name`). */
export type Bindings = Readonly<Record<string, SqlValue>>;
