// SQLite files for the specs, made by the builds that the page uses.
import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import initSqlJs from 'sql.js';

/** A file made by a script. */
export async function databaseFile(script: string): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(script);
  const bytes = database.export();
  database.close();
  return bytes;
}

/** A file made by the official build, which has FTS5 and R-Tree. */
export async function officialDatabaseFile(script: string): Promise<Uint8Array> {
  const sqlite3: Sqlite3Static = await sqlite3InitModule();
  const database = new sqlite3.oo1.DB(':memory:');
  database.exec(script);
  const bytes = sqlite3.capi.sqlite3_js_db_export(database);
  database.close();
  return bytes;
}

/** A shop whose orders have no index on what they are asked for. */
export const shopScript = `
  CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), total REAL NOT NULL);
  CREATE INDEX customers_city ON customers (city);
  CREATE VIEW big_orders AS SELECT * FROM orders WHERE total > 900;
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO customers SELECT i, 'Customer ' || i, 'City ' || (i % 50) FROM n;
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO orders SELECT i, 1 + i * 7919 % 2000, i % 1000 + 0.5 FROM n;`;
