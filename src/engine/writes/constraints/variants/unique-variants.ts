// UNIQUE alone, and with a second index of the same columns, as it is often written by mistake.
import type { Column, Table } from '../../../model/database/schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import { distinctColumn, type LoadedRows } from './loaded-rows.ts';
import { indexSql } from './variant-index.ts';
import { builtVariant, refusedVariant, type VariantOutcome } from './variant-outcome.ts';
import { variantSql } from './variant-sql.ts';

/** Each of the table's own; else one on a column whose values are all different. */
export function uniqueVariants(
  table: Table,
  rows: LoadedRows,
  own: readonly WrittenConstraint[],
): VariantOutcome[] {
  const kind = 'unique' as const;
  const [first = triedOn(distinctColumn(table, rows))] = own;
  if (!first) {
    const reason = `No column of ${table.name} has only different values in these rows.`;
    return [refusedVariant({ id: 'unique-1', kind, name: 'UNIQUE', isOwn: false }, reason)];
  }
  const alone = (own.length > 0 ? own : [first]).map((constraint, at) =>
    builtVariant(
      { id: `unique-${at + 1}`, kind, name: nameOf(constraint), isOwn: own.length > 0 },
      [variantSql(table, { own: [constraint] })],
    ),
  );
  const index = indexSql(table, first.columns, 'same');
  const both = builtVariant(
    {
      ...{ id: 'unique-and-index', kind: 'unique-and-index', isOwn: false },
      name: `${nameOf(first)} and an index`,
      note: `The constraint has an index of ${first.columns.join(', ')} already: the second one finds nothing more.`,
    },
    [variantSql(table, { own: [first] }), index.sql],
    [],
    [index.name],
  );
  return [...alone, both];
}

function nameOf({ kind, columns }: WrittenConstraint): string {
  return `${kind === 'unique' ? 'UNIQUE' : 'PRIMARY KEY'} (${columns.join(', ')})`;
}

function triedOn(column: Column | null): WrittenConstraint | null {
  if (!column) return null;
  const { name } = column;
  return {
    ...{ kind: 'unique', name: null, columns: [name], sql: `UNIQUE (${quoteName(name)})` },
    ...{ offset: 0, conflict: null, isDeferred: false, expression: '', within: null },
  };
}
