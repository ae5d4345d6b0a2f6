// What the schema says against a CREATE INDEX statement that is being written: names that it lacks.
// Pure and quick, for the editor; whether the statement compiles is SQLite's to say.
import type { EngineError } from '../../../engine/model/errors.ts';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import { columnsOfIndex, tableOfIndex } from '../../../engine/sql/indexes/index-name.ts';
import { quoteName } from '../../../engine/sql/quote-name.ts';
import { isReservedWord } from '../../../engine/sql/reserved-words.ts';
import { isSameName } from '../../../lib/sql-name.ts';

/** Why the schema has no place for this index; null when it has, or is not known to the end. */
export function indexTargetProblem(
  inspection: Pick<InspectReport, 'schema' | 'error'> | null,
  sql: string,
): EngineError | null {
  const tableName = tableOfIndex(sql);
  // A schema that fails half-way lacks tables for another reason.
  if (!inspection || inspection.error || tableName === null) return null;
  const { tables } = inspection.schema;
  const table = tables.find(({ name }) => isSameName(name, tableName));
  if (!table) {
    return problem(
      `There is no table ${quoteName(tableName)}.`,
      tables.length === 0
        ? 'Write CREATE TABLE in Schema first.'
        : `Tables: ${listed(tables.map(({ name }) => name))}.`,
    );
  }
  const names = table.columns.map(({ name }) => name);
  const missing = columnsOfIndex(sql).find(
    (column) => !isReservedWord(column) && !names.some((name) => isSameName(name, column)),
  );
  if (missing === undefined) return null;
  return problem(
    `The table ${quoteName(table.name)} has no column ${quoteName(missing)}.`,
    `Columns: ${listed(names)}.`,
  );
}

const mostListed = 12;

function listed(names: readonly string[]): string {
  const more = names.length > mostListed ? ', …' : '';
  return names.slice(0, mostListed).map(quoteName).join(', ') + more;
}

function problem(message: string, hint: string): EngineError {
  return { code: 'index-invalid', message, hint };
}
