// A .sql script comes in: run statement by statement in an empty database, in one transaction.
// What fails leaves nothing: the error names the line, and the database is thrown away.
import { formatBytes } from '../../../../lib/format/format-bytes.ts';
import { formatCount } from '../../../../lib/format/format-count.ts';
import type {
  ImportProgress,
  ScriptFileReport,
  TextEncoding,
} from '../../../model/transfer/import.ts';
import { schemaStatementRefusal } from '../../../sql/statements/statement-refusal.ts';
import type { Database, Driver } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { toSqlError } from '../../../sqlite/sql-error.ts';
import { importLimits, refusals } from '../../refusals.ts';
import { checkForeignKeys } from '../database/check-database.ts';
import { countTables, type ImportedImage, toImportedImage } from '../database/imported-image.ts';
import { readImportedSchema } from '../database/imported-schema.ts';
import { closeQuietly } from '../database/open-foreign.ts';
import { isShortOfMemory } from '../database/sqlite-answer.ts';
import { type Drivers, modulesIn } from '../database/virtual-tables.ts';
import { encodingWarnings } from '../encoding-warnings.ts';
import { excerptOf } from '../excerpt.ts';
import type { FileSource } from '../file-source.ts';
import { countBreaks } from '../line-breaks.ts';
import { inEncoding, readText } from '../read-text.ts';
import { dialectHint } from './foreign-dialect.ts';
import { ruleOf, statementLabel } from './script-rules.ts';
import { type ScriptPart, scriptParts } from './script-statements.ts';

/** Scripts up to this size may become text of the playground. */
const maxPlaygroundBytes = 50_000;
/** As much of a long script as is looked at before it is run. */
const inspectedBytes = 8_388_608;
/** Loading takes almost all of the time; the rest is counting and copying. */
const loadingShare = 0.95;
/** Longer statements go to SQLite through its memory, not its stack. */
const longStatement = 16_384;

/** Counts the statements by their kind; runs none. */
export async function inspectScript(
  source: FileSource,
  encoding: TextEncoding,
): Promise<ScriptFileReport> {
  const { sizeBytes } = source;
  if (sizeBytes > importLimits.script) {
    throw refusals.tooLarge('a script', sizeBytes, importLimits.script);
  }
  const counts = new Map<string, number>();
  let canBeText = sizeBytes <= maxPlaygroundBytes && !(await losesText(source, encoding));
  for await (const { parts } of scriptParts(readText(source, encoding, inspectedBytes))) {
    for (const part of parts) {
      const label = statementLabel(part);
      counts.set(label, (counts.get(label) ?? 0) + 1);
      canBeText &&= part.kind === 'statement' && isPlaygroundStatement(part.sql);
    }
  }
  if (counts.size === 0) throw refusals.noStatements();
  return {
    kind: 'script',
    sizeBytes,
    encoding,
    statements: [...counts].map(([kind, count]) => ({ kind, count })),
    fitsPlayground: canBeText,
    warnings:
      sizeBytes > inspectedBytes
        ? [`The statements were counted in the first ${formatBytes(inspectedBytes)} only.`]
        : [],
  };
}

/** True when its text holds a NUL, at which SQLite stops, or what UTF-16 could not be decoded to. */
async function losesText(source: FileSource, encoding: TextEncoding): Promise<boolean> {
  for await (const { text } of readText(source, encoding, maxPlaygroundBytes)) {
    if (text.includes('\0') || (encoding !== 'utf-8' && text.includes('\ufffd'))) return true;
  }
  return false;
}

function isPlaygroundStatement(sql: string): boolean {
  return schemaStatementRefusal(sql) === null && /^(CREATE|INSERT|REPLACE)\b/i.test(sql);
}

/** Runs the script. Throws an EngineFailure that names the line; then nothing stays open. */
export async function importScript(
  source: FileSource,
  encoding: TextEncoding,
  drivers: Drivers,
  report: (progress: ImportProgress) => void,
): Promise<ImportedImage> {
  const { sizeBytes } = source;
  if (sizeBytes > importLimits.script) {
    throw refusals.tooLarge('a script', sizeBytes, importLimits.script);
  }
  return inEncoding(encoding, async (known) => {
    try {
      return await runWhole(source, known, drivers.sqljs, report);
    } catch (thrown) {
      if (!(thrown instanceof LacksModule)) throw thrown;
      const official = await drivers.official();
      if (!hasModule(official, thrown.module)) throw thrown.failure;
      return await runWhole(source, known, official, report);
    }
  });
}

/** A CREATE VIRTUAL TABLE that this build cannot run; the other one may. */
class LacksModule extends Error {
  readonly module: string;
  readonly failure: Error;
  constructor(module: string, failure: Error) {
    super(failure.message);
    this.module = module;
    this.failure = failure;
  }
}

function hasModule(driver: Driver, module: string): boolean {
  const database = driver.open();
  try {
    return modulesIn(database).has(module);
  } finally {
    database.close();
  }
}

async function runWhole(
  source: FileSource,
  encoding: TextEncoding,
  driver: Driver,
  report: (progress: ImportProgress) => void,
): Promise<ImportedImage> {
  const database = driver.open();
  const skipped = new Map<string, { count: number; line: number }>();
  let beginning = '';
  try {
    // Off, as in the sqlite3 shell and as dumps have it: children may stand before their parents.
    database.run('PRAGMA foreign_keys = OFF; PRAGMA cache_size = -16384; BEGIN');
    for await (const { parts, doneBytes } of scriptParts(readText(source, encoding))) {
      for (const part of parts) {
        if (beginning.length < 4000) beginning += part.sql.slice(0, 2000);
        const rule = ruleOf(part);
        if (rule.kind === 'run') runStatement(database, part, beginning);
        else if (rule.note !== undefined) {
          const known = skipped.get(rule.note);
          skipped.set(rule.note, {
            count: (known?.count ?? 0) + 1,
            line: known?.line ?? part.line,
          });
        }
      }
      report({ phase: 'loading', fraction: (doneBytes / source.sizeBytes) * loadingShare });
    }
    endTransaction(database);
    const schema = readImportedSchema(database);
    if (schema.tables.length === 0) throw refusals.scriptWithoutTables();
    report({ phase: 'checking', fraction: loadingShare });
    const tables = countTables(database, schema.tables);
    const warnings = [
      ...encodingWarnings(encoding),
      ...skippedWarnings(skipped),
      ...checkForeignKeys(database, schema.tables),
    ];
    const bytes = database.export();
    return toImportedImage({ fileName: source.name, driver, schema, tables, bytes, warnings });
  } finally {
    closeQuietly(database);
  }
}

function runStatement(database: Database, part: ScriptPart, beginning: string): void {
  const { sql } = part;
  const nul = sql.indexOf('\0');
  if (nul >= 0) throw refusals.nulInStatement(part.line + countBreaks(sql, 0, nul));
  try {
    if (sql.length < longStatement) {
      const statement = database.prepare(sql);
      try {
        while (statement.step());
      } finally {
        statement.free();
      }
    } else {
      for (const { statement } of database.statements(sql)) while (statement.step());
    }
  } catch (thrown) {
    throw scriptFailure(database, thrown, part, beginning);
  }
}

function scriptFailure(
  database: Database,
  thrown: unknown,
  { sql, line }: ScriptPart,
  beginning: string,
): Error {
  if (isShortOfMemory(thrown)) return refusals.noMemory();
  const place = { source: 'schema' } as const;
  const error = toSqlError(database, thrown, { sql, offset: 0, place, code: 'import-refused' });
  const errorLine = line + countBreaks(sql, 0, error.place?.offset ?? 0);
  const hint = dialectHint(sql.slice(0, 20_000), beginning) ?? error.hint;
  const failure = refusals.scriptStatement(
    errorLine,
    `${error.message} The statement begins: ${excerptOf(sql)}`,
    hint ?? 'Correct the script and open it again. Nothing of it was kept.',
  );
  const module = /^no such module: (.*)$/s.exec(thrown instanceof Error ? thrown.message : '')?.[1];
  return module === undefined ? failure : new LacksModule(module.toLowerCase(), failure);
}

// A statement of the script may have ended the transaction (RAISE(ROLLBACK), ON CONFLICT ROLLBACK).
function endTransaction(database: Database): void {
  try {
    database.run('COMMIT');
  } catch (thrown) {
    if (isShortOfMemory(thrown)) throw refusals.noMemory();
    if (!isSqliteError(thrown)) throw thrown;
    throw refusals.table(
      `The script ended its transaction by itself: ${thrown.message}.`,
      'Look for ROLLBACK in its triggers and constraints.',
    );
  }
}

function skippedWarnings(skipped: Map<string, { count: number; line: number }>): string[] {
  return [...skipped].map(
    ([note, { count, line }]) =>
      `Left out ${count === 1 ? '' : `${formatCount(count)} times `}${note}: line ${formatCount(line)}${count === 1 ? '' : ' first'}.`,
  );
}
