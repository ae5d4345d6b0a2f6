// The built-in functions of SQLite 3.54 that both builds have: the one list for colours, completion,
// signatures and hover. Functions for SQLite's own use and for extensions' tables are not in it.
import { aggregateFunctions } from './aggregate-functions.ts';
import { dateFunctions } from './date-functions.ts';
import { jsonFunctions } from './json-functions.ts';
import { mathFunctions } from './math-functions.ts';
import { scalarFunctions } from './scalar-functions.ts';
import { type SqlFunction, toFunctions } from './sql-function.ts';
import { tableFunctions } from './table-functions.ts';
import { windowFunctions } from './window-functions.ts';

/** By name; max and min are two each, scalar and aggregate. */
export const functionCatalogue: readonly SqlFunction[] = [
  ...toFunctions('scalar', scalarFunctions),
  ...toFunctions('math', mathFunctions),
  ...toFunctions('date', dateFunctions),
  ...toFunctions('json', jsonFunctions),
  ...toFunctions('aggregate', aggregateFunctions),
  ...toFunctions('window', windowFunctions),
  ...toFunctions('table-valued', tableFunctions),
].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));

const byName = new Map<string, SqlFunction[]>();
for (const each of functionCatalogue) {
  byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
}

/** The functions of this name, in any case: none, one, or a scalar and an aggregate. */
export function functionsNamed(name: string): readonly SqlFunction[] {
  return byName.get(name.toLowerCase()) ?? [];
}
