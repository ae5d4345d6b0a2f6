// The CREATE TABLE statement of a variant: the columns of a table with some of its constraints.
// Which constraints a variant has is decided elsewhere (table-variants).

import { foldName } from '../../../../lib/sql-name.ts';
import type { Table } from '../../../model/database/schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import {
  keyTerms,
  type WrittenConstraint,
  writtenConstraints,
} from '../definitions/read-constraints.ts';
import { readTableParts } from '../definitions/table-parts.ts';
import { rowidKey } from './rowid-key.ts';

/** What a variant has besides the columns, their collations and their generated values. */
export interface VariantParts {
  /** The table's own, each where the table has it. */
  own?: readonly WrittenConstraint[];
  /** Clauses behind the columns, as SQL. */
  added?: readonly string[];
  /** Type of each column, by folded name; the declared ones where absent. */
  types?: ReadonlyMap<string, string>;
  isStrict?: boolean;
  /** The rowid's column never takes a number again. */
  isAutoincrement?: boolean;
  /** Takes the table's primary key along. */
  isWithoutRowid?: boolean;
}

/**
 * A table of the same name and columns. The rowid keeps its column; no other key, constraint or
 * default comes along unless `parts` has it. Collations and generated columns stay: other
 * constraints stand on them.
 */
export function variantSql(table: Table, parts: VariantParts = {}): string {
  const { own = [], added = [], types, isStrict = false, isWithoutRowid = false } = parts;
  const rowidClause = parts.isAutoincrement ? 'PRIMARY KEY AUTOINCREMENT' : 'PRIMARY KEY';
  const rowid = rowidKey(table);
  const written = readTableParts(table.sql).columns;
  const columns = table.columns.map((column, at) => {
    const clauses = (written[at]?.clauses ?? [])
      .filter(({ kind }) => kind === 'collate' || kind === 'generated')
      .map(({ start, end }) => table.sql.slice(start, end));
    const type = types?.get(foldName(column.name)) ?? column.type;
    const isKey = column === rowid && !isWithoutRowid;
    const constraints = own.filter(({ within }) => within === column.name).map(constraintSql);
    return [quoteName(column.name), type, isKey ? rowidClause : '', ...clauses, ...constraints]
      .filter((part) => part !== '')
      .join(' ');
  });
  const key = isWithoutRowid ? primaryKeySql(table) : [];
  const behind = [...key, ...own.filter(({ within }) => within === null).map(constraintSql)];
  const options = [isStrict ? 'STRICT' : '', isWithoutRowid ? 'WITHOUT ROWID' : ''].filter(
    (option) => option !== '',
  );
  const lines = [...columns, ...behind, ...added].map((line) => `  ${line}`).join(',\n');
  const end = options.length > 0 ? ` ${options.join(', ')}` : '';
  return `CREATE TABLE ${quoteName(table.name)} (\n${lines}\n)${end}`;
}

/** The table's own, behind the columns; none where it has none. */
function primaryKeySql(table: Table): string[] {
  const key = writtenConstraints(table).find(({ kind }) => kind === 'primary-key');
  if (!key) return [];
  const conflict = key.conflict === null ? '' : ` ON CONFLICT ${key.conflict}`;
  return [`PRIMARY KEY (${keyTerms(key).join(', ')})${conflict}`];
}

function constraintSql({ name, sql }: WrittenConstraint): string {
  return name === null ? sql : `CONSTRAINT ${quoteName(name)} ${sql}`;
}
