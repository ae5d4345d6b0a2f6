// The recipe's settings of single columns: which of them a column can have, the rest as problems.
// Whether settings make sense in themselves says the model (settings-problem.ts).

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { Column } from '../../../model/database/schema.ts';
import type { ColumnGenerator } from '../../../model/recipe/column-generator.ts';
import { settingsProblem } from '../../../model/recipe/settings-problem.ts';
import { valueTypeOf } from '../../../model/recipe/value-type.ts';
import { columnKind, takesType } from '../../infer/column-kind.ts';
import { settingsRefused } from '../data-problems.ts';
import type { TableDraft } from '../draft.ts';
import { isNullable } from '../table-order.ts';

/** Keeps what the columns can have; says of everything else why not, and what to change. */
export function acceptSettings(draft: TableDraft): void {
  const { table, context } = draft;
  const known = new Set(table.columns.map((column) => foldName(column.name)));
  for (const [name] of context.recipes) {
    if (known.has(name)) continue;
    draft.problems.push(
      settingsRefused(table, name, 'the table has no such column', 'Remove the setting.'),
    );
  }
  for (const column of table.columns) {
    const name = foldName(column.name);
    const recipe = context.recipes.get(name);
    if (!recipe) continue;
    const refusal = refusalOf(draft, column, recipe.generator, recipe.nullShare);
    if (refusal) {
      draft.problems.push(settingsRefused(table, column.name, refusal.why, refusal.change));
      continue;
    }
    draft.explicit.set(name, recipe);
    draft.settings.set(name, recipe.generator);
    const { kind } = recipe.generator;
    if (kind === 'expression' || kind === 'default') draft.madeBySqlite.add(name);
  }
}

interface Refusal {
  why: string;
  change: string;
}

function refusalOf(
  draft: TableDraft,
  column: Column,
  settings: ColumnGenerator,
  nullShare: number,
): Refusal | null {
  if (column.isGenerated) {
    return {
      why: 'it is a generated column: SQLite computes it',
      change: 'Remove the setting, or change the expression in the schema.',
    };
  }
  const problem = settingsProblem(settings);
  if (problem !== null) return { why: problem, change: 'Change the settings of the column.' };
  if (nullShare > 0 && !isNullable(draft.table, column.name)) {
    const constraint = column.isNotNull ? 'NOT NULL' : 'PRIMARY KEY';
    return {
      why: `a share of NULL is set, but the column does not allow it (${constraint})`,
      change: `Set the share of NULL to 0, or remove ${constraint}.`,
    };
  }
  return (
    keyRefusal(draft, column, settings) ??
    sqliteRefusal(draft, column, settings, nullShare) ??
    typeRefusal(draft, column, settings)
  );
}

/** What may stand in a foreign key besides a reference: values of the user's own. */
const ownValues: readonly ColumnGenerator['kind'][] = [
  'constant',
  'choice',
  'list',
  'expression',
  'default',
];

function keyRefusal(draft: TableDraft, column: Column, settings: ColumnGenerator): Refusal | null {
  const keys = draft.table.foreignKeys.filter((key) =>
    key.columns.some((name) => isSameName(name, column.name)),
  );
  const [key] = keys;
  if (!key) {
    if (settings.kind !== 'reference') return null;
    return {
      why: "'reference' needs a FOREIGN KEY, and the column has none",
      change: 'Choose another generator, or add REFERENCES to the column.',
    };
  }
  if (settings.kind !== 'reference') {
    if (ownValues.includes(settings.kind)) return null;
    return {
      why: `'${settings.kind}' makes values without looking at ${key.parentTable}, which the column refers to (FOREIGN KEY)`,
      change: "Choose 'reference', or a list of keys that exist.",
    };
  }
  const isSelf = isSameName(key.parentTable, draft.table.name);
  if (settings.spread.kind === 'earlier' && !isSelf) {
    return {
      why: `'earlier rows' needs a FOREIGN KEY to the table itself, and this one refers to ${key.parentTable}`,
      change: 'Choose another spread.',
    };
  }
  return null;
}

function sqliteRefusal(
  draft: TableDraft,
  column: Column,
  settings: ColumnGenerator,
  nullShare: number,
): Refusal | null {
  if (settings.kind !== 'expression' && settings.kind !== 'default') return null;
  const word = settings.kind === 'expression' ? 'an expression' : 'DEFAULT';
  if (draft.context.referredTo.has(foldName(column.name))) {
    return {
      why: `foreign keys refer to the column, so its values must be known beforehand; those of ${word} are not`,
      change: 'Choose another generator.',
    };
  }
  if (column.isRowidAlias) {
    return {
      why: `${word} cannot make the INTEGER PRIMARY KEY`,
      change: "Choose 'sequence' or 'integer'.",
    };
  }
  if (settings.kind === 'default' && nullShare > 0) {
    return {
      why: 'DEFAULT gives every row its value, and a share of NULL is set as well',
      change: 'Set the share of NULL to 0, or choose another generator.',
    };
  }
  if (settings.kind === 'default' && column.defaultSql === null && column.isNotNull) {
    return {
      why: 'the column has no DEFAULT and does not allow NULL (NOT NULL)',
      change: 'Add a DEFAULT to the column, or choose another generator.',
    };
  }
  return null;
}

const inWords: Record<Column['affinity'], string> = {
  integer: 'whole numbers',
  real: 'numbers',
  numeric: 'numbers',
  text: 'text',
  blob: 'blobs',
};

// Only where SQLite would refuse every row: elsewhere any column takes any value.
function typeRefusal(draft: TableDraft, column: Column, settings: ColumnGenerator): Refusal | null {
  const { kind } = settings;
  const { table } = draft;
  const isStrictBlob = table.isStrict && columnKind(column, table) === 'blob';
  // No literal is a BLOB; NULL may stand in any column.
  const isListForBlob = isStrictBlob && (kind === 'choice' || kind === 'list');
  if (!isListForBlob && takesType(column, table, valueTypeOf(settings))) return null;
  return {
    why: `'${kind}' makes no ${inWords[column.affinity]}, but ${
      column.isRowidAlias
        ? 'INTEGER PRIMARY KEY holds nothing else'
        : `the table is STRICT and the column ${column.type}`
    }`,
    change: 'Choose a generator of that type, or change the type of the column.',
  };
}
