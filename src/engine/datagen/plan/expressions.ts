// Columns whose values SQLite computes from the others of the row while it inserts.
// SQLite itself says beforehand which expressions it takes, in a temporary table.
import type { Column, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import { foldName, isName, isSameName, nameOf, quoteName } from '../../sql/quote-name.ts';
import { meaningfulTokens } from '../../sql/token.ts';
import type { Database } from '../../sqlite/driver.ts';
import { settingsRefused } from './data-problems.ts';
import type { PlannedColumn, TablePlan } from './plan-table.ts';

/** What is wrong with the expressions of a table, by column; tries each on the first row. */
export function expressionProblems(database: Database, plan: TablePlan): EngineError[] {
  const expressions = plan.columns.filter(({ expressionSql }) => expressionSql !== null);
  return expressions.flatMap((planned) => {
    const why = refusalOf(database, plan, planned);
    const change =
      'Change the expression: it may use the other columns of the row and the functions of SQLite that always give the same result.';
    return why === null ? [] : [settingsRefused(plan.table, planned.column.name, why, change)];
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
  const levels = levelsOf(columns);
  return (values) => {
    let source = `(SELECT ${columns.map(asStored).join(', ')} FROM (VALUES ${values}))`;
    for (const level of levels) {
      const items = columns.map((planned) => {
        const name = quoteName(planned.column.name);
        return level.includes(planned) ? `${computed(planned)} AS ${name}` : name;
      });
      source = `(SELECT ${items.join(', ')} FROM ${source} AS ${quoteName(table.name)})`;
    }
    return `INSERT INTO main.${quoteName(table.name)} (${names}) SELECT ${names} FROM ${source}`;
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

// Expressions that can be computed together, in order; what is left over refers to itself.
function levelsOf(columns: readonly PlannedColumn[]): PlannedColumn[][] {
  const levels: PlannedColumn[][] = [];
  let waiting = columns.filter(({ expressionSql }) => expressionSql !== null);
  while (waiting.length > 0) {
    const ready = waiting.filter(
      (planned) => !waiting.some(({ column }) => uses(planned, column.name)),
    );
    if (ready.length === 0) return levels;
    levels.push(ready);
    waiting = waiting.filter((planned) => !ready.includes(planned));
  }
  return levels;
}

function uses({ expressionSql }: PlannedColumn, name: string): boolean {
  const sql = expressionSql ?? '';
  return meaningfulTokens(sql).some(
    (token) => token.kind !== 'string' && isName(token) && isSameName(nameOf(sql, token), name),
  );
}

function refusalOf(database: Database, plan: TablePlan, planned: PlannedColumn): string | null {
  const sql = planned.expressionSql ?? '';
  if (sql.trim() === '') return 'the expression is empty';
  if (!isOneExpression(sql)) return `'${sql}' is not one expression`;
  const isInLevels = levelsOf(plan.columns).some((level) => level.includes(planned));
  if (!isInLevels) return 'the expression needs its own value, directly or by way of others';
  const hidden = plan.table.columns.find(
    (column) => uses(planned, column.name) && !isKnown(plan, column),
  );
  if (hidden) {
    const why = hidden.isGenerated ? 'is a generated column' : 'is made by its DEFAULT';
    return `the expression uses ${hidden.name}, which ${why} and has no value before the row is inserted`;
  }
  return trial(database, plan, planned);
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
function trial(database: Database, plan: TablePlan, planned: PlannedColumn): string | null {
  const name = quoteName(plan.table.name);
  const others = plan.columns.filter((each) => each !== planned && isKnown(plan, each.column));
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
    database.all(`SELECT ${quoteName(planned.column.name)} FROM temp.${name}`);
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  } finally {
    database.run(`DROP TABLE temp.${name}`);
  }
}

function messageOf(thrown: unknown): string {
  // It is tried as a generated column; to the user it is an expression.
  if (thrown instanceof Error && thrown.name === 'Error') {
    return thrown.message.replace(/ in (a )?generated columns?/, ' in expressions');
  }
  throw thrown;
}
