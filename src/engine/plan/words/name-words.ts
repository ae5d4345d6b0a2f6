// What the things of a plan are called in sentences: tables with aliases, rows with their number.
// Plain text: whoever shows it in Markdown or HTML escapes it there.
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import type { Column, Table } from '../../model/database/schema.ts';
import type { PlanSource } from '../../model/plan/plan-step.ts';
import { unqualified } from '../plan-names.ts';
import type { WordsContext } from './words-context.ts';

const plainName = /^[\p{L}_][\p{L}\p{N}_$]*$/u;

/** A name as it is; in quotation marks where it would fall apart or read as part of a sentence. */
export function nameWords(name: string): string {
  return plainName.test(name) ? name : `“${name}”`;
}

/** 'products', 'products (p)' with its alias, 'subquery 1' for one without a name. */
export function sourceWords({ label, name }: PlanSource): string {
  if (name === null) return unnamedWords(label) ?? nameWords(label);
  const isAlias = !isSameName(unqualified({ label, name }), name);
  return isAlias ? `${nameWords(name)} (${nameWords(label)})` : nameWords(name);
}

/** In short, for "each row of p": the alias where there is one. */
export function labelWords({ label, name }: PlanSource): string {
  return unnamedWords(label) ?? nameWords(unqualified({ label, name }));
}

// SQLite numbers what the statement leaves without a name.
function unnamedWords(label: string): string | null {
  const found = /^\((subquery|join)-"?(\d+)"?\)$/.exec(label);
  return found ? `${found[1]} ${found[2]}` : null;
}

/** '100,000 rows', with a remark where they are not there yet; null when nobody knows how many. */
export function tableRowsWords(table: string | null, context: WordsContext): string | null {
  const rows = table === null ? null : context.rowsOf(table);
  return rows === null ? null : rowCountWords(rows, context);
}

/** A number of rows that rests on rowsOf. */
function rowCountWords(rows: number, { areRowsLoaded }: WordsContext): string {
  const count = formatCountOf(rows, 'row');
  return areRowsLoaded ? count : `${count} by the recipe, not generated yet`;
}

export function tableOf(context: WordsContext, name: string | null): Table | null {
  if (name === null) return null;
  return context.schema.tables.find((table) => isSameName(table.name, name)) ?? null;
}

/** The column that is the table's rowid; null where it has no name. */
export function rowidColumn(table: Table | null): Column | null {
  return table?.columns.find(({ isRowidAlias }) => isRowidAlias) ?? null;
}
