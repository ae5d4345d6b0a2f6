// A prepared INSERT loop in native SQLite, in the best build that this machine has.
// None of them is a dependency: what is not there is not used, and the bench says what it used.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlValue } from '../src/engine/model/values.ts';

/** What is loaded, the same for every engine: tables in order, parents first. */
export interface Load {
  createSql: string;
  tables: TableLoad[];
}

export interface TableLoad {
  table: string;
  columns: string[];
  cells: ((row: number) => SqlValue)[];
  rows: number;
}

export interface Reference {
  name: string;
  /** What the time covers besides SQLite's own work. */
  covers: string;
  /** Milliseconds for BEGIN, all rows and COMMIT in an empty in-memory database. */
  load(load: Load): number;
}

interface NativeStatement {
  run(...values: unknown[]): unknown;
}

interface NativeDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): NativeStatement;
  close(): unknown;
}

const withGenerators = 'values made by the same generators inside the loop';

/** node:sqlite, else better-sqlite3, else the sqlite3 CLI, else null. */
export async function findReference(): Promise<Reference | null> {
  return (await nodeSqlite()) ?? betterSqlite() ?? commandLine();
}

async function nodeSqlite(): Promise<Reference | null> {
  try {
    // The name in a variable: bundlers and older versions of Node do not know the module.
    const name = 'node:sqlite';
    const { DatabaseSync } = (await import(/* @vite-ignore */ name)) as {
      DatabaseSync: new (path: string) => NativeDatabase;
    };
    return native('node:sqlite', () => new DatabaseSync(':memory:'));
  } catch {
    return null;
  }
}

// SQLDYNO_BETTER_SQLITE3 is the path of an installed better-sqlite3, outside this project.
function betterSqlite(): Reference | null {
  const require = createRequire(import.meta.url);
  for (const name of [process.env.SQLDYNO_BETTER_SQLITE3, 'better-sqlite3']) {
    if (!name) continue;
    try {
      const Database = require(name) as new (path: string) => NativeDatabase;
      new Database(':memory:').close();
      return native('better-sqlite3', () => new Database(':memory:'));
    } catch {}
  }
  return null;
}

function native(name: string, open: () => NativeDatabase): Reference {
  const database = open();
  const version = (
    database.prepare('SELECT sqlite_version() AS version') as unknown as {
      get(): { version: string };
    }
  ).get().version;
  database.close();
  return {
    name: `${name} (SQLite ${version}, native, in memory)`,
    covers: withGenerators,
    load({ createSql, tables }) {
      const db = open();
      db.exec('PRAGMA foreign_keys = ON');
      db.exec(createSql);
      const inserts = tables.map(({ table, columns }) =>
        db.prepare(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ),
      );
      const start = performance.now();
      db.exec('BEGIN');
      for (const [at, { cells, rows }] of tables.entries()) {
        const insert = inserts[at];
        const values: unknown[] = [];
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < cells.length; column++) {
            values[column] = cells[column]?.(row);
          }
          insert?.run(...values);
        }
      }
      db.exec('COMMIT');
      const elapsed = performance.now() - start;
      db.close();
      return elapsed;
    },
  };
}

// The CLI's .import binds each line of a file to a prepared INSERT in one transaction.
function commandLine(): Reference | null {
  const version = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return null;
  return {
    name: `sqlite3 CLI (SQLite ${version.stdout.split(' ')[0]}, .import of a CSV file, in memory)`,
    covers:
      'values made by the same generators and joined to lines, without writing the file; less the start of the program',
    load({ createSql, tables }) {
      const folder = mkdtempSync(join(tmpdir(), 'sqldyno-bench-'));
      const start = performance.now();
      const texts = tables.map(({ cells, rows }) => {
        const lines: string[] = [];
        for (let row = 0; row < rows; row++)
          lines.push(cells.map((cell) => csvCell(cell(row))).join(','));
        return lines.join('\n');
      });
      const madeMs = performance.now() - start;
      const imports = tables.map(({ table }, at) => {
        const file = join(folder, `${table}.csv`);
        writeFileSync(file, texts[at] ?? '');
        return `.import ${file} ${table}`;
      });
      const script = (imported: string) =>
        `PRAGMA foreign_keys = ON;\n${createSql};\n.mode csv\n${imported}\n`;
      const startMs = timeCommand(script(''));
      const loadMs = timeCommand(script(imports.join('\n')));
      rmSync(folder, { recursive: true });
      return madeMs + loadMs - startMs;
    },
  };
}

function timeCommand(input: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync('sqlite3', [':memory:'], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`sqlite3 failed: ${stderr}`);
  return performance.now() - start;
}

function csvCell(value: SqlValue | undefined): string {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
