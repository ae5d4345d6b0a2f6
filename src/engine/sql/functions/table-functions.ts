// SQLite's table-valued functions, which stand in FROM: those of JSON (sqlite.org/json1.html) and the
// PRAGMAs that only read (sqlite.org/pragma.html#pragfunc), with their columns.
import type { FunctionRow } from './sql-function.ts';

const walk = 'key, value, type, atom, id, parent, fullkey, path';
const tableNames = 'cid, name, type, notnull, dflt_value, pk';

export const tableFunctions: readonly FunctionRow[] = [
  [
    'json_each',
    'json, path?',
    'rows',
    'A row for each element of the array or object; the elements within them are not looked into. No index can help.',
    walk,
  ],
  [
    'json_tree',
    'json, path?',
    'rows',
    'A row for the value and for everything within it, at any depth. No index can help.',
    walk,
  ],
  ['jsonb_each', 'json, path?', 'rows', 'As json_each, with arrays and objects as JSONB.', walk],
  ['jsonb_tree', 'json, path?', 'rows', 'As json_tree, with arrays and objects as JSONB.', walk],
  ['pragma_collation_list', '', 'rows', 'The collations of the connection.', 'seq, name'],
  ['pragma_compile_options', '', 'rows', 'How this SQLite was built.', 'compile_options'],
  ['pragma_database_list', '', 'rows', 'The attached databases.', 'seq, name, file'],
  [
    'pragma_foreign_key_check',
    'table?',
    'rows',
    'Rows whose foreign key leads nowhere; of one table or of all.',
    'table, rowid, parent, fkid',
  ],
  [
    'pragma_foreign_key_list',
    'table',
    'rows',
    'The foreign keys of a table, a row for each of their columns.',
    'id, seq, table, from, to, on_update, on_delete, match',
  ],
  [
    'pragma_function_list',
    '',
    'rows',
    'The functions of the connection.',
    'name, builtin, type, enc, narg, flags',
  ],
  ['pragma_index_info', 'index', 'rows', 'The columns of an index.', 'seqno, cid, name'],
  [
    'pragma_index_list',
    'table',
    'rows',
    'The indexes of a table, the newest first.',
    'seq, name, unique, origin, partial',
  ],
  [
    'pragma_index_xinfo',
    'index',
    'rows',
    'The columns of an index with order and collation, and those that it holds to find the row.',
    'seqno, cid, name, desc, coll, key',
  ],
  ['pragma_page_count', '', 'rows', 'How many pages the database has.', 'page_count'],
  ['pragma_page_size', '', 'rows', 'Bytes of a page.', 'page_size'],
  ['pragma_table_info', 'table', 'rows', 'The columns of a table or view.', tableNames],
  [
    'pragma_table_list',
    '',
    'rows',
    'The tables and views.',
    'schema, name, type, ncol, wr, strict',
  ],
  [
    'pragma_table_xinfo',
    'table',
    'rows',
    'The columns of a table or view, generated and hidden ones included.',
    `${tableNames}, hidden`,
  ],
];
