// Draws the values of a query's parameters: seeded, and the same on every machine and for every
// setup. How the values are bound and run is not known here.
import { portablePower } from '../../lib/numbers/portable-power.ts';
import { createSeededRandom, type SeededRandom } from '../../lib/numbers/seeded-random.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Parameter, ParameterGenerator } from '../model/playground.ts';
import type { Bindings, SqlValue } from '../model/values.ts';
import { parameterNames } from '../sql/parameters/parameter-names.ts';
import { splitStatements } from '../sql/statements/split-statements.ts';
import { statementKind } from '../sql/statements/statement-kind.ts';
import { readToken, type Token } from '../sql/token.ts';
import type { Database } from '../sqlite/driver.ts';
import { isSqliteError } from '../sqlite/is-sqlite-error.ts';
import { describeSqlError } from '../sqlite/sql-error.ts';

/** Weights of a Zipf distribution are kept in memory, one for each value. */
const maxZipfValues = 1_000_000;

/**
 * `count` draws of all parameters that `sql` names; generators of others are left alone. The
 * first draws do not depend on how many are asked for, nor one parameter's on the others.
 * Throws an EngineFailure ('parameter-invalid') that names the parameter and what is wrong.
 */
export function drawParameters(
  database: Database,
  sql: string,
  parameters: readonly Parameter[],
  count: number,
  seed: string,
): Bindings[] {
  if (hasAnonymousParameter(sql)) {
    throw new EngineFailure({
      code: 'parameter-invalid',
      message: 'The query has a parameter without a name (?): no values can be assigned to it.',
      hint: 'Give it a name, for example :category, and choose its values below the query.',
      place: { source: 'query' },
    });
  }
  const columns = parameterNames(sql).map((name) => {
    const parameter = parameters.find((each) => each.name === name);
    if (!parameter) {
      throw invalid(name, 'has no values', 'Choose how its values are made below the query.');
    }
    return { name, values: drawParameter(database, parameter, count, seed) };
  });
  return Array.from({ length: count }, (_, draw) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[draw] ?? null])),
  );
}

/**
 * `count` draws of one parameter: those that drawParameters gives it. Throws an EngineFailure
 * ('parameter-invalid').
 */
export function drawParameter(
  database: Database,
  parameter: Parameter,
  count: number,
  seed: string,
): SqlValue[] {
  const random = createSeededRandom(`${seed} ${parameter.name}`);
  return drawValues(database, parameter, count, random);
}

function hasAnonymousParameter(sql: string): boolean {
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  for (let at = 0; readToken(sql, at, token); at = token.end) {
    if (token.kind === 'variable' && sql[token.start] === '?') return true;
  }
  return false;
}

function invalid(name: string, problem: string, hint: string): EngineFailure {
  return new EngineFailure({
    code: 'parameter-invalid',
    message: `The parameter ${name} ${problem}.`,
    hint,
    place: { source: 'parameter', name },
  });
}

function drawValues(
  database: Database,
  { name, generator }: Parameter,
  count: number,
  random: SeededRandom,
): SqlValue[] {
  switch (generator.kind) {
    case 'constant':
      return new Array<SqlValue>(count).fill(generator.value);
    case 'list': {
      const { values } = generator;
      if (values.length === 0) throw invalid(name, 'has an empty list of values', 'Add a value.');
      return fill(count, () => values[random.below(values.length)] ?? null);
    }
    case 'uniform': {
      const size = rangeSize(name, generator);
      return fill(count, () => generator.min + random.below(size));
    }
    case 'zipf': {
      const size = rangeSize(name, generator);
      const draw = positionDrawer(name, size, generator.exponent, random);
      return fill(count, () => generator.min + draw());
    }
    case 'query':
      return drawFromQuery(database, name, generator, count, random);
  }
}

function fill(count: number, draw: () => SqlValue): SqlValue[] {
  return Array.from({ length: count }, draw);
}

function rangeSize(name: string, { min, max }: { min: number; max: number }): number {
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max)) {
    throw invalid(name, `has a range of ${min} to ${max}`, 'Use whole numbers for both bounds.');
  }
  if (min > max) {
    throw invalid(
      name,
      `has a least value (${min}) above its greatest (${max})`,
      'Swap the two bounds.',
    );
  }
  return max - min + 1;
}

/** Draws positions 0 ... size - 1 with the weights 1 / (position + 1)^exponent. */
function positionDrawer(
  name: string,
  size: number,
  exponent: number,
  random: SeededRandom,
): () => number {
  if (!(exponent >= 0 && exponent <= 20)) {
    throw invalid(name, `has the exponent ${exponent}`, 'Use a number between 0 and 20.');
  }
  if (exponent === 0) return () => random.below(size);
  if (size > maxZipfValues) {
    throw invalid(
      name,
      `has ${size} possible values, too many for a Zipf distribution`,
      'Use a range of at most 1,000,000 values.',
    );
  }
  const cumulative = new Float64Array(size);
  let total = 0;
  for (let position = 0; position < size; position++) {
    total += portablePower(position + 1, -exponent);
    cumulative[position] = total;
  }
  return () => firstAbove(cumulative, random.next() * total);
}

/** The first position whose cumulative weight exceeds `weight`. */
function firstAbove(cumulative: Float64Array, weight: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > weight) high = middle;
    else low = middle + 1;
  }
  return low;
}

// The rows are counted first and only the drawn ones read then: a SELECT of a million ids takes
// no memory.
function drawFromQuery(
  database: Database,
  name: string,
  generator: Extract<ParameterGenerator, { kind: 'query' }>,
  count: number,
  random: SeededRandom,
): SqlValue[] {
  const { sql, exponent } = generator;
  const statements = splitStatements(sql);
  if (statements.length !== 1 || statementKind(sql) !== 'select') {
    throw invalid(
      name,
      'takes its values from a statement that is not a single SELECT',
      'Write one SELECT; the values are its first column.',
    );
  }
  try {
    const size = countRows(database, sql);
    if (size === 0) {
      throw invalid(
        name,
        'takes its values from a SELECT without rows',
        'Generate data first, or change the SELECT.',
      );
    }
    const draw = positionDrawer(name, size, exponent, random);
    const positions = Array.from({ length: count }, draw);
    const values = readPositions(database, sql, new Set(positions));
    return positions.map((position) => values.get(position) ?? null);
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    const { message, hint } = describeSqlError(thrown.message);
    throw invalid(
      name,
      `takes its values from a SELECT that fails: ${message.replace(/\.$/, '')}`,
      hint ?? 'Correct the SELECT.',
    );
  }
}

function countRows(database: Database, sql: string): number {
  const statement = database.prepare(sql);
  try {
    let rows = 0;
    while (statement.step()) rows++;
    return rows;
  } finally {
    statement.free();
  }
}

function readPositions(
  database: Database,
  sql: string,
  wanted: ReadonlySet<number>,
): Map<number, SqlValue> {
  const values = new Map<number, SqlValue>();
  const statement = database.prepare(sql);
  try {
    for (let position = 0; values.size < wanted.size && statement.step(); position++) {
      if (wanted.has(position)) values.set(position, statement.row()[0] ?? null);
    }
    return values;
  } finally {
    statement.free();
  }
}
