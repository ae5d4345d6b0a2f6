// CHECKs that hold for given rows: ranges of numbers and lengths of texts, to see what CHECKs cost
// on a table that has none, or fewer than five.
import type { Table } from '../../../model/database/schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import { filledColumns, type LoadedRows, valuesOf } from './loaded-rows.ts';
import { builtVariant, refusedVariant, type VariantOutcome } from './variant-outcome.ts';
import { variantSql } from './variant-sql.ts';

const five = 5;

/** One CHECK a column at first, then a second one: as texts of table constraints. */
export function heldChecks(table: Table, rows: LoadedRows): string[] {
  const pairs = filledColumns(table, rows).flatMap(({ name }) => {
    const values = valuesOf(rows, name) ?? [];
    const quoted = quoteName(name);
    const isNumber = values.every((value) => typeof value === 'number' && Number.isFinite(value));
    const isText = values.every((value) => typeof value === 'string');
    if (!isNumber && !isText) return [];
    const sizes = values.map((value) => (typeof value === 'string' ? value.length : Number(value)));
    // By a loop: a spread of a million arguments does not fit the stack.
    const low = sizes.reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY);
    const high = sizes.reduce((most, size) => Math.max(most, size), Number.NEGATIVE_INFINITY);
    // length() counts characters, at most as many as UTF-16 units: only the upper bound is sure.
    if (isText) {
      return [[`CHECK (length(${quoted}) <= ${high})`, `CHECK (typeof(${quoted}) = 'text')`]];
    }
    return [[`CHECK (${quoted} >= ${Math.floor(low)})`, `CHECK (${quoted} <= ${Math.ceil(high)})`]];
  });
  return [0, 1].flatMap((turn) => pairs.flatMap((pair) => pair[turn] ?? []));
}

/** The table's own CHECKs up to five, filled up with such as hold. */
export function fiveChecks(
  table: Table,
  rows: LoadedRows,
  constraints: readonly WrittenConstraint[],
): VariantOutcome {
  const own = constraints.filter(({ kind }) => kind === 'check').slice(0, five);
  const added = heldChecks(table, rows).slice(0, five - own.length);
  const about = {
    id: 'five-checks',
    kind: 'five-checks' as const,
    name: `${five} CHECKs`,
    isOwn: own.length === five,
  };
  if (own.length + added.length < five) {
    const reason = `Only ${own.length + added.length} CHECKs were found that hold for the rows of ${table.name}.`;
    return refusedVariant(about, reason);
  }
  const note =
    own.length === 0
      ? { note: 'Ranges and lengths that hold for these rows.' }
      : { note: `${own.length} of the table, and ranges and lengths that hold for these rows.` };
  return builtVariant({ ...about, ...(added.length > 0 && note) }, [
    variantSql(table, { own, added }),
  ]);
}
