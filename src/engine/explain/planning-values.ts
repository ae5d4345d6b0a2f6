// The values that plans are made with when no run has drawn any yet.
import { assertNever } from '../../lib/assert-never.ts';
import type { Parameter, ParameterGenerator } from '../model/playground.ts';
import type { Bindings, SqlValue } from '../model/values.ts';

/**
 * A typical value for each parameter: the constant, the first of a list, the least of a range
 * (with Zipf the most frequent). A generator that asks the data has none here: NULL.
 */
export function planningValues(parameters: readonly Parameter[]): Bindings {
  return Object.fromEntries(
    parameters.map(({ name, generator }) => [name, typicalValue(generator)]),
  );
}

function typicalValue(generator: ParameterGenerator): SqlValue {
  switch (generator.kind) {
    case 'constant':
      return generator.value;
    case 'list':
      return generator.values[0] ?? null;
    case 'query':
      return null;
    case 'uniform':
    case 'zipf':
      return generator.min;
    default:
      return assertNever(generator);
  }
}
