// Columns whose values SQLite computes from the others of the row while it inserts.
// SQLite itself says beforehand which expressions it takes, in a temporary table.

import { foldName } from '../../../lib/sql-name.ts';
import type { Column, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import { quoteName } from '../../sql/quote-name.ts';
import { meaningfulTokens } from '../../sql/token.ts';
import type { Database } from '../../sqlite/driver.ts';
import { isSqliteError } from '../../sqlite/is-sqlite-error.ts';
import { settingsRefused } from '../plan/data-problems.ts';
import type { PlannedColumn, TablePlan } from '../plan/plan-table.ts';
import { type ExpressionLevels, expressionLevels } from './expression-levels.ts';

/** Each level is a SELECT within the next; SQLite's parser ends at some hundreds of them. */
const mostLevels = 100;

/**
 * What is wrong with the expressions of a table, by column; tries each on the first row, for as
 * long as `mayGoOn`.
 */
export function expressionProblems(
  database: Database,
  plan: TablePlan,
  mayGoOn: () => boolean = () => true,
): EngineError[] {
  const order = expressionLevels(plan.columns);
  const tooDeep = new Set(order.levels.slice(mostLevels).flat());
  const change =
    'Change the expression: it may use the other columns of the row and the functions of SQLite that always give the same result.';
  return plan.columns.flatMap((planned) => {
    if (planned.expressionSql === null || !mayGoOn()) return [];
    const name = planned.column.name;
    if (tooDeep.has(planned)) {
      const why = `the expression stands at the end of a chain of more than ${mostLevels} expressions, each of which uses the one before`;
      return [settingsRefused(plan.table, name, why, 'Write some of them as one expression.')];
    }
    const why = refusalOf(database, plan, planned, order);
    return why === null ? [] : [settingsRefused(plan.table, name, why, change)];
  });
}

/**
 * The INSERT for rows of placeholders: expressions are computed from the values beside them, those
 * that use other expressions after these.
 */
export function insertWithExpressions(
  table: Table,
  columns: readonly PlannedColumn[],
): (values: string) => string {
  const names = columns.map(({ column }) => quoteName(column.name)).join(', ');
  const { levels } = expressionLevels(columns);
  // With a LIMIT, SQLite computes a level by itself. Without one it writes the expressions of each
  // level into those of the next, as often as they are used: c + c over 20 levels is a million terms.
  const limit = levels.length > 1 ? ' LIMIT -1' : '';
  return (values) => {
    let source = `(SELECT ${columns.map(asStored).join(', ')} FROM (VALUES ${values}))`;
    for (const level of levels) {
      const computedHere = new Set(level);
      const items = columns.map((planned) => {
        const name = quoteName(planned.column.name);
        return computedHere.has(planned) ? `${computed(planned)} AS ${name}` : name;
      });
      source = `(SELECT ${items.join(', ')} FROM ${source} AS ${quoteName(table.name)}${limit})`;
    }
    return `INSERT INTO main.${quoteName(table.name)} (${names}) SELECT ${names} FROM ${source}${limit}`;
  };
}

/** In place of an expression's value goes whether it is to be NULL: 1 or 0. */
function computed({ column, expressionSql, nullShare }: PlannedColumn): string {
  if (nullShare === 0) return `(${expressionSql}\n)`;
  return `CASE WHEN ${quoteName(column.name)} THEN NULL ELSE (${expressionSql}\n) END`;
}

// A column of REAL holds 5 as 5.0, and 5.0 / 2 is not 5 / 2.
function asStored({ column, generator }: PlannedColumn, at: number): string {
  const cell = `column${at + 1}`;
  const name = quoteName(column.name);
  if (column.affinity !== 'real' || !generator) return `${cell} AS ${name}`;
  return `CASE typeof(${cell}) WHEN 'integer' THEN CAST(${cell} AS REAL) ELSE ${cell} END AS ${name}`;
}

function refusalOf(
  database: Database,
  plan: TablePlan,
  planned: PlannedColumn,
  { circular, usedBy }: ExpressionLevels,
): string | null {
  const sql = planned.expressionSql ?? '';
  if (sql.trim() === '') return 'the expression is empty';
  if (!isOneExpression(sql)) return `'${sql}' is not one expression`;
  if (circular.has(planned)) {
    return 'the expression needs its own value, directly or by way of others';
  }
  const used = usedBy(planned);
  const hidden = plan.table.columns.find(
    (column) => used.has(foldName(column.name)) && !isKnown(plan, column),
  );
  if (hidden) {
    const why = hidden.isGenerated ? 'is a generated column' : 'is made by its DEFAULT';
    return `the expression uses ${hidden.name}, which ${why} and has no value before the row is inserted`;
  }
  const others = plan.columns.filter(
    (each) => each !== planned && used.has(foldName(each.column.name)),
  );
  return trial(database, plan, planned, others);
}

function isKnown(plan: TablePlan, column: Column): boolean {
  return plan.columns.some(
    (each) => each.column === column && (each.generator !== null || each.expressionSql !== null),
  );
}

function isOneExpression(sql: string): boolean {
  let depth = 0;
  for (const { kind } of meaningfulTokens(sql)) {
    if (kind === 'semicolon' || kind === 'illegal') return false;
    if (kind === 'open') depth++;
    if (kind === 'close' && --depth < 0) return false;
    if (kind === 'comma' && depth === 0) return false;
  }
  return depth === 0;
}

// As a generated column, where SQLite takes no subqueries, parameters and functions of chance.
function trial(
  database: Database,
  plan: TablePlan,
  planned: PlannedColumn,
  others: readonly PlannedColumn[],
): string | null {
  const name = quoteName(plan.table.name);
  const definitions = others.map(
    ({ column }) =>
      `${quoteName(column.name)} ${column.affinity === 'blob' ? '' : column.affinity}`,
  );
  const taken = new Set(plan.table.columns.map((column) => foldName(column.name)));
  let spare = 'spare';
  while (taken.has(spare)) spare += '_';
  try {
    database.run(
      `CREATE TEMP TABLE ${name} (${[spare, ...definitions].join(', ')}, ${quoteName(planned.column.name)} AS (${planned.expressionSql}\n))`,
    );
  } catch (thrown) {
    return messageOf(thrown);
  }
  try {
    const names = [spare, ...others.map(({ column }) => quoteName(column.name))];
    const statement = database.prepare(
      `INSERT INTO temp.${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    try {
      statement.bind([null, ...others.map(({ generator }) => generator?.at(0) ?? null)]);
      statement.step();
    } finally {
      statement.free();
    }
    // Computes the value without handing it out: it may be large.
    database.all(`SELECT typeof(${quoteName(planned.column.name)}) FROM temp.${name}`);
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  } finally {
    // Where memory ran out, SQLite may have undone the whole transaction.
    database.run(`DROP TABLE IF EXISTS temp.${name}`);
  }
}

function messageOf(thrown: unknown): string {
  // It is tried as a generated column; to the user it is an expression.
  if (isSqliteError(thrown)) {
    return thrown.message.replace(/ in (a )?generated columns?/, ' in expressions');
  }
  throw thrown;
}
