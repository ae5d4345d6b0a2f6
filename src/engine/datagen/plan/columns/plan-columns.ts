// The generators of a table's plain columns: set by the recipe, or inferred from name, type and CHECKs.
// Foreign keys are planned before, UNIQUE and relations of columns after (plan-table.ts).

import { foldName } from '../../../../lib/sql-name.ts';
import type { Column } from '../../../model/database/schema.ts';
import { type GeneratorKind, isStandalone } from '../../../model/recipe/column-generator.ts';
import { createGenerator } from '../../create-generator.ts';
import type { Distinct, Source } from '../../generator.ts';
import { columnKind } from '../../infer/column-kind.ts';
import { inferColumn } from '../../infer/infer.ts';
import { type ColumnRules, isContradiction } from '../checks/column-rules.ts';
import { settingsOfForm, withDemandedForm } from '../checks/demanded-form.ts';
import { contradictionProblem } from '../data-problems.ts';
import { empty, rulesOf, type TableDraft } from '../draft.ts';
import type { KeyPart } from '../unique-values.ts';

/** Plans a column unless it has a generator already or SQLite makes it. */
export function planColumn(draft: TableDraft, column: Column): void {
  const name = foldName(column.name);
  if (draft.generators.has(name) || draft.madeBySqlite.has(name)) return;
  const rules = rulesOf(draft, column.name);
  const explicit = draft.explicit.get(name);
  if (column.isRowidAlias && !explicit) {
    planRowid(draft, name, rules);
    return;
  }
  if (rules.isAlwaysNull && !explicit) {
    draft.generators.set(name, empty('NULL: a CHECK asks for it'));
    draft.settings.set(name, { kind: 'constant', value: null });
    return;
  }
  const { context, table } = draft;
  const source: Source = {
    stream: context.stream.split(name),
    shared: context.stream,
    rows: context.rows,
  };
  const chosen = explicit
    ? { settings: explicit.generator, nullShare: explicit.nullShare }
    : inferred(draft, column, rules, source);
  if (!chosen) {
    draft.problems.push(contradictionProblem(column, table));
    return;
  }
  const { settings, nullShare } = chosen;
  // A reference to a table without rows has been left NULL.
  if (!isStandalone(settings)) return;
  const made = createGenerator(settings, source);
  // The first version always took letters where values of a length must differ.
  const keepsDistinct = explicit !== undefined || context.version > 1;
  const generator = withDemandedForm(made, rules, source, keepsDistinct);
  draft.generators.set(name, generator);
  draft.settings.set(name, settings);
  draft.nullShares.set(name, nullShare);
  if (column.isRowidAlias && settings.kind === 'sequence') draft.fixed.add(name);
  const isText = columnKind(column, table) === 'text';
  const isExact = explicit !== undefined && exactKinds.has(settings.kind);
  draft.parts.set(name, (needed) => {
    const distinct = generator.distinct?.(needed) ?? null;
    if (!distinct) return null;
    const part = toPart(column.name, generator.description, distinct);
    return isExact ? part : extended(part, distinct.goesOn === true, rules, isText, needed);
  });
}

/** Kinds whose settings say which values there may be: chosen by the user they are not gone beyond. */
const exactKinds: ReadonlySet<GeneratorKind> = new Set([
  'integer',
  'decimal',
  'price',
  'zipf',
  'choice',
  'list',
  'flag',
  'constant',
  'moment',
  'template',
  'pattern',
  'letters',
]);

function planRowid(draft: TableDraft, name: string, rules: ColumnRules): void {
  const { existing, stream, rows } = draft.context;
  const least = rules.min ? Math.floor(rules.min.value) + (rules.min.isOpen ? 1 : 0) : 1;
  const start = Math.max(existing.maxRowid(draft.table.name) + 1, least);
  const settings = { kind: 'sequence', start, step: 1 } as const;
  draft.generators.set(name, createGenerator(settings, { stream, shared: stream, rows }));
  draft.settings.set(name, settings);
  draft.fixed.add(name);
}

function inferred(draft: TableDraft, column: Column, rules: ColumnRules, source: Source) {
  if (isContradiction(rules)) return null;
  const known = inferColumn(column, draft.table, rules);
  if (!known) return null;
  const settings = settingsOfForm(known.settings, rules, source);
  return { settings, nullShare: known.nullShare };
}

function toPart(name: string, description: string, distinct: Distinct): KeyPart {
  const { size, isOrdered } = distinct;
  return { columns: [name], description, size, isOrdered, at: (number) => distinct.at(number) };
}

// Text goes on with a number behind it, numbers go on, where no CHECK says that they must not.
function extended(
  part: KeyPart,
  goesOn: boolean,
  rules: ColumnRules,
  isText: boolean,
  needed: number,
): KeyPart {
  const { size } = part;
  if (size >= needed || rules.choices) return part;
  if (isText && rules.maxLength === Number.POSITIVE_INFINITY && rules.glob === null) {
    const at = (number: number, column: number) =>
      number < size
        ? part.at(number, column)
        : `${part.at(number % size, column)} ${Math.floor(number / size) + 1}`;
    return { ...part, size: needed, at };
  }
  return goesOn && !rules.max ? { ...part, size: needed } : part;
}
