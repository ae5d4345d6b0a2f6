// The values that plans are made with: those that a run or comparison with the same seed binds first.
// Nothing is asked of the data here, which shadow databases lack.
import { drawParameter } from '../../measure/draw-parameters.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { Parameter, Query } from '../../model/playground.ts';
import type { Bindings, SqlValue } from '../../model/values.ts';
import { parameterNames } from '../../sql/parameters/parameter-names.ts';
import type { Database } from '../../sqlite/driver.ts';

/** Of a parameter's whole range one value is drawn; the weights of a long one take 100 ms. */
const drawsKept = 1000;

export interface PlanningValues {
  bindings: Bindings;
  /** Parameters whose values come from data that is not there: NULL stands for them. */
  unknown: string[];
}

/** Draws the values for plans; remembers them, as plans follow each key that is pressed. */
export interface ValueDrawer {
  /** `drawn`: the first draws of a query whose values come from the data, where they are known. */
  valuesOf(
    database: Database,
    query: Query,
    seed: number,
    drawn: Bindings | undefined,
  ): PlanningValues;
}

/** A parameter without usable values has NULL here: that no run can have it is said elsewhere. */
export function createValueDrawer(): ValueDrawer {
  const known = new Map<string, SqlValue>();

  function drawnValue(database: Database, parameter: Parameter, seed: number): SqlValue {
    const key = JSON.stringify([seed, parameter]);
    const value = known.get(key);
    if (value !== undefined) return value;
    const drawnNow = firstValue(database, parameter, seed);
    if (known.size >= drawsKept) known.clear();
    known.set(key, drawnNow);
    return drawnNow;
  }

  return {
    valuesOf(database, { sql, parameters }, seed, drawn = {}) {
      const unknown: string[] = [];
      const values = parameterNames(sql).map((name): [string, SqlValue] => {
        const parameter = parameters.find((each) => each.name === name);
        if (!parameter) return [name, null];
        if (parameter.generator.kind !== 'query') {
          return [name, drawnValue(database, parameter, seed)];
        }
        const value = Object.hasOwn(drawn, name) ? drawn[name] : undefined;
        if (value === undefined) unknown.push(name);
        return [name, value ?? null];
      });
      return { bindings: Object.fromEntries(values), unknown };
    },
  };
}

function firstValue(database: Database, parameter: Parameter, seed: number): SqlValue {
  try {
    return drawParameter(database, parameter, 1, String(seed))[0] ?? null;
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return null;
    throw thrown;
  }
}
