// The kinds of generators that a column can have, the likely ones first: what a form offers.
// What planning refuses beyond that (values that others refer to) stands in plan-settings.ts.

import { isSameName } from '../../../lib/sql-name.ts';
import type { Column, Table } from '../../model/database/schema.ts';
import { generatorForms } from '../../model/recipe/all-forms.ts';
import type { GeneratorKind } from '../../model/recipe/column-generator.ts';
import { initialSettings } from '../../model/recipe/initial-settings.ts';
import { valueTypeOf } from '../../model/recipe/value-type.ts';
import { noRules } from '../plan/checks/column-rules.ts';
import { type ColumnKind, columnKind, takesType } from './column-kind.ts';
import { inferColumn } from './infer.ts';

const all = Object.values(generatorForms).map((form) => form.kind);
const lists: readonly GeneratorKind[] = ['choice', 'list', 'constant'];
const wholeNumbers: readonly GeneratorKind[] = ['integer', 'sequence', 'zipf'];
const bells: readonly GeneratorKind[] = ['normal', 'log-normal'];
const moments: readonly GeneratorKind[] = ['moment', 'birthday'];
const decimals: readonly GeneratorKind[] = ['decimal', 'price', ...bells];
const numbers: readonly GeneratorKind[] = [...wholeNumbers, ...bells, ...lists, 'flag', ...moments];
const ofOtherRows: readonly GeneratorKind[] = ['reference', 'expression', 'default'];
const texts = all.filter(
  (kind) =>
    ![...numbers, ...decimals, ...ofOtherRows, 'blob'].includes(kind) ||
    kind === 'moment' ||
    kind === 'birthday',
);

// Likely ones first; SQLite takes more, but nobody wants names in a column of numbers.
const fitting: Record<ColumnKind, readonly GeneratorKind[]> = {
  integer: numbers,
  real: [...decimals, ...numbers],
  decimal: [...decimals, ...numbers],
  boolean: ['flag', ...lists, 'integer'],
  date: [...moments, ...lists],
  'date-time': [...moments, ...lists],
  text: ['choice', 'template', 'words', 'pattern', ...lists, ...texts, ...numbers, ...decimals],
  blob: ['blob', 'hex', 'uuid', 'json', 'words', ...lists],
  any: ['integer', 'choice', 'word', 'moment', ...all],
};

/** Kinds for a column; none where SQLite computes it. */
export function kindsFor(column: Column, table: Table): GeneratorKind[] {
  if (column.isGenerated) return [];
  const fit = new Set<GeneratorKind>();
  const isKey = table.foreignKeys.some((key) =>
    key.columns.some((name) => isSameName(name, column.name)),
  );
  if (isKey) for (const kind of ['reference', ...lists] as const) fit.add(kind);
  else if (column.isRowidAlias) {
    for (const kind of ['sequence', 'integer', 'zipf', 'list', 'choice', 'moment'] as const)
      fit.add(kind);
  } else {
    const inferred = inferColumn(column, table, noRules())?.settings.kind;
    if (inferred) fit.add(inferred);
    for (const kind of ofType(column, table)) fit.add(kind);
    fit.delete('reference');
  }
  // What SQLite itself makes; a row's number must be known before.
  fit.delete('expression');
  fit.delete('default');
  if (!column.isRowidAlias) {
    fit.add('expression');
    if (column.defaultSql !== null || !column.isNotNull) fit.add('default');
  }
  return [...fit];
}

function ofType(column: Column, table: Table): readonly GeneratorKind[] {
  const kind = columnKind(column, table);
  // No literal is a BLOB: of the lists only NULL suits a STRICT column.
  if (table.isStrict && kind === 'blob') return ['blob', 'constant'];
  return fitting[kind].filter((each) =>
    takesType(column, table, valueTypeOf(initialSettings(each, column.affinity))),
  );
}
