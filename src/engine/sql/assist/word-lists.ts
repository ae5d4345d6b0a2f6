// The words of SQL that are no names: for colours and completion. Says nothing of where they may stand.
import { reservedWords } from '../reserved-words.ts';

/** In capitals: SQLite's keywords, and words that it reads as such in their place. */
export const keywords: readonly string[] = [...reservedWords, 'ROWID', 'STORED', 'STRICT'];

/** In capitals. Without DATE and TIME: those are columns as often as types. */
export const typeNames: readonly string[] =
  `ANY BIGINT BLOB BOOLEAN CHAR CHARACTER CLOB DATETIME DECIMAL DOUBLE FLOAT INT INTEGER MEDIUMINT
  NCHAR NUMERIC NVARCHAR PRECISION REAL SMALLINT TEXT TIMESTAMP TINYINT UNSIGNED VARCHAR`.split(
    /\s+/,
  );

/** Those to be offered: each means something of its own to SQLite, ANY in STRICT tables only. */
export const offeredTypes: readonly string[] = [
  'INTEGER',
  'TEXT',
  'REAL',
  'BLOB',
  'NUMERIC',
  'ANY',
];

export const collations: readonly { name: string; meaning: string }[] = [
  { name: 'BINARY', meaning: 'Compares bytes: case matters. The default.' },
  { name: 'NOCASE', meaning: 'Takes ASCII letters as equal in either case, no others.' },
  { name: 'RTRIM', meaning: 'Takes no account of blanks at the end.' },
];
