// Which build of SQLite is at work, and its version.
// Stands alone: what describes data, files and results names it.

export interface EngineInfo {
  name: 'sql.js' | 'sqlite-wasm';
  sqliteVersion: string;
}
