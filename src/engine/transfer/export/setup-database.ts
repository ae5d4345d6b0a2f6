// Makes a copy of the database what a setup has: its indexes, its statistics, no unused page.

import { foldName } from '../../../lib/sql-name.ts';
import type { ExportedSetup, ExportProgress } from '../../model/transfer/export.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { Database } from '../../sqlite/driver.ts';

/** The bytes of the file. Changes the database, which is good for nothing else afterwards. */
export function setupImage(
  database: Database,
  setup: ExportedSetup,
  report: (progress: ExportProgress) => void,
): Uint8Array<ArrayBuffer> {
  // Nothing is undone here, and what fails is thrown away: a journal would only take memory.
  database.run('PRAGMA journal_mode = OFF');
  for (const name of switchedOff(database, setup)) {
    database.run(`DROP INDEX main.${quoteName(name)}`);
  }
  report({ fraction: 0.2 });
  if (setup.hasStatistics) database.run('ANALYZE main');
  else dropStatistics(database);
  report({ fraction: 0.4 });
  database.run('VACUUM');
  report({ fraction: 0.9 });
  return ownBytes(database.export());
}

/** Names of the indexes in the database that the setup lacks. */
export function switchedOff(
  database: Database,
  { indexes, switchable }: Pick<ExportedSetup, 'indexes' | 'switchable'>,
): string[] {
  const on = new Set(indexes.map(foldName));
  const off = new Set(switchable.map(foldName).filter((name) => !on.has(name)));
  return database
    .all("SELECT name FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .map(([name]) => String(name))
    .filter((name) => off.has(foldName(name)));
}

function dropStatistics(database: Database): void {
  const tables = database.all(
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name GLOB 'sqlite_stat[134]'",
  );
  for (const [name] of tables) database.run(`DROP TABLE main.${quoteName(String(name))}`);
}

/** The bytes in a buffer of their own, copied only when they stand in a shared one. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(bytes);
}
