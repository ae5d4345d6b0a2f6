// Where the Scale lab measures: databases of so many rows, or values that keep such a share of them.
// Makes the data and binds the parameter; measuring stands in scale-measuring.
import { EngineFailure } from '../../../engine/model/errors.ts';
import type { Parameter, Playground, Query } from '../../../engine/model/playground.ts';
import type { LiteralValue, SqlValue } from '../../../engine/model/values.ts';
import type { RangeParameter } from '../../../engine/sql/parameters/range-parameters.ts';
import { type ScaleChoice, scaledParts } from '../../selectors/scale/scale-subject.ts';
import {
  constant,
  countStatements,
  extremeStatement,
  keptRowsScript,
  quantileStatement,
  toLiteral,
} from '../../selectors/scale/share-statements.ts';
import type { ScaleEngine } from './scale-engine.ts';

/** A place on the axis; entering it makes what is measured there. */
export interface ScalePlace {
  /** What was asked for; what is measured is counted. */
  at: number;
  enter(): Promise<EnteredPlace>;
}

export interface EnteredPlace {
  x: number;
  value: LiteralValue;
  rowCount: number;
  query: Query;
}

/** Gives the places at these rows or shares, rising; of shares that no value keeps there is none. */
export type FindPlaces = (wanted: readonly number[]) => Promise<ScalePlace[]>;

export function createFindPlaces(
  engine: Pick<ScaleEngine, 'load' | 'ask'>,
  playground: Playground,
  choice: ScaleChoice,
): FindPlaces {
  const { range } = choice;
  return range
    ? createFindShares(engine, playground, choice, range)
    : async (wanted) => wanted.map((rows) => rowsPlace(engine, playground, choice, rows));
}

function rowsPlace(
  engine: Pick<ScaleEngine, 'load'>,
  playground: Playground,
  choice: ScaleChoice,
  rows: number,
): ScalePlace {
  return {
    at: rows,
    async enter() {
      const { request, query } = scaledParts(playground, choice, rows);
      const { tables, rowCount } = await engine.load(request);
      const x = tables.find(({ name }) => name === choice.table.name)?.rows ?? rows;
      return { x, value: null, rowCount, query };
    },
  };
}

function createFindShares(
  engine: Pick<ScaleEngine, 'load' | 'ask'>,
  playground: Playground,
  choice: ScaleChoice,
  range: RangeParameter,
): FindPlaces {
  return async (wanted) => {
    const { request, query } = scaledParts(playground, choice, choice.largestRows);
    const { rowCount } = await engine.load(request);
    const [total = 0, kept = 0] = (await engine.ask(countStatements(range))).map(firstNumber);
    if (kept === 0) throw nothingToKeep(range);
    const [rows = []] = await engine.ask(quantileStatement(range, wanted, { total, kept }));
    const values = rows.map(([value]) => literalOf(range, value));
    const script = keptRowsScript(range, values);
    const counts = (await engine.ask(script.sql, script.parameters)).map(firstNumber);
    const partner = await partnerOf(engine, range);
    const places = values.map((value, at) => ({ value, x: (counts[at] ?? 0) / total }));
    return places
      .filter(({ x }, at) => x > 0 && places.findIndex((other) => other.x === x) === at)
      .sort((a, b) => a.x - b.x)
      .map(({ value, x }) => ({
        at: x,
        enter: async () => {
          // The counter and other places may have ended the engine: it is there at once otherwise.
          await engine.load(request);
          const bound = [constant(range.name, value), ...partner];
          return { x, value, rowCount, query: withConstants(query, bound) };
        },
      }));
  };
}

function firstNumber(rows: readonly SqlValue[][]): number {
  return Number(rows[0]?.[0] ?? 0);
}

function literalOf({ table, column }: RangeParameter, value: SqlValue | undefined): LiteralValue {
  const literal = toLiteral(value);
  if (literal !== undefined) return literal;
  throw new EngineFailure({
    code: 'parameter-invalid',
    message: `The values of ${table}.${column} cannot stand in a parameter: they are blobs or very large integers.`,
    hint: 'Choose another parameter, or the axis of rows.',
  });
}

async function partnerOf(
  engine: Pick<ScaleEngine, 'ask'>,
  range: RangeParameter,
): Promise<Parameter[]> {
  if (range.partner === null) return [];
  const [rows = []] = await engine.ask(extremeStatement(range));
  return [constant(range.partner, literalOf(range, rows[0]?.[0]))];
}

function withConstants(query: Query, constants: readonly Parameter[]): Query {
  return {
    ...query,
    parameters: query.parameters.map(
      (parameter) => constants.find(({ name }) => name === parameter.name) ?? parameter,
    ),
  };
}

function nothingToKeep({ table, column }: RangeParameter): EngineFailure {
  return new EngineFailure({
    code: 'parameter-invalid',
    message: `There is no value in ${table}.${column} for the parameter to take.`,
    hint: 'Give the table rows in Data, or choose the axis of rows.',
  });
}
