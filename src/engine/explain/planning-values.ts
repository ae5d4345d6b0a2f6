// The values that plans are made with when no run has drawn any yet.
import type { Parameter } from '../model/playground.ts';
import type { Bindings, SqlValue } from '../model/values.ts';

/**
 * A typical value for each parameter: the constant, the first of a list, the least of a range
 * (with Zipf the most frequent). A generator that asks the data has none here: NULL.
 */
export function planningValues(parameters: readonly Parameter[]): Bindings {
  const values: Record<string, SqlValue> = {};
  for (const { name, generator } of parameters) {
    if (generator.kind === 'constant') values[name] = generator.value;
    else if (generator.kind === 'list') values[name] = generator.values[0] ?? null;
    else if (generator.kind !== 'query') values[name] = generator.min;
  }
  return values;
}
