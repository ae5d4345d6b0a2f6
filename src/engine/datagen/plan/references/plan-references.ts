// Foreign keys of a table: which parent each row refers to, also where keys share columns.
// Keys to tables that are filled later stay NULL at first (version 1: for good).

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { ForeignKey } from '../../../model/database/schema.ts';
import type { ReferenceSpread } from '../../../model/recipe/column-generator.ts';
import { createReference, type ParentKeys, type ParentPick } from '../../generators/reference.ts';
import { planColumn } from '../columns/plan-columns.ts';
import {
  childrenProblem,
  computedParentProblem,
  laterSelfProblem,
  parentProblem,
} from '../data-problems.ts';
import { columnOf, empty, generatorOf, type PickedParent, type TableDraft } from '../draft.ts';
import { canBeNull, isNullable } from '../table-order.ts';
import {
  type Children,
  type ChildrenWanted,
  pickBySpread,
  pickEarlier,
  pickPrevious,
  rowsWithParent,
  shareChildren,
} from './parent-pick.ts';
import { planShared } from './plan-shared-key.ts';
import { rowsInOrder } from './rows-in-order.ts';

/** Plans all foreign keys; columns that have a generator already keep it. */
export function planReferences(draft: TableDraft): void {
  const { foreignKeys, name } = draft.table;
  const isSelf = (key: ForeignKey) => isSameName(key.parentTable, name);
  const sharesColumns = (key: ForeignKey) =>
    foreignKeys.some((other) => other !== key && overlap(key, other) > 0);
  // A key within the table is narrowed by the others that it shares columns with: it comes last.
  const isLast = (key: ForeignKey) =>
    draft.context.cut.has(key) || (isSelf(key) && key.columns.length > 1 && sharesColumns(key));
  const inOrder = foreignKeys.toSorted(
    (one, other) =>
      Number(isLast(one)) - Number(isLast(other)) || other.columns.length - one.columns.length,
  );
  for (const key of inOrder) planReference(draft, key, isSelf(key));
}

function overlap(one: ForeignKey, other: ForeignKey): number {
  return one.columns.filter((name) => other.columns.some((each) => isSameName(each, name))).length;
}

function planReference(draft: TableDraft, key: ForeignKey, isSelf: boolean): void {
  const { table, context } = draft;
  // What SQLite or an expression makes is not known beforehand.
  if (key.columns.some((name) => draft.madeBySqlite.has(foldName(name)))) return;
  const isCut = context.cut.has(key);
  if (isCut && context.version === 1) {
    leaveEmpty(draft, key, 'NULL: the tables refer to each other');
    return;
  }
  const parents = isSelf ? ownKeys(draft, key) : context.parentKeys(key);
  if (!parents) return;
  if (parents.count === 0 && context.isComputed(key)) {
    draft.problems.push(computedParentProblem(key, table));
    return;
  }
  if (parents.count === 0) {
    const isKnown = context.existing.count(key.parentTable) !== null;
    if (!canBeNull(key, table) && context.rows > 0 && isKnown) {
      draft.problems.push(parentProblem(key, table, context.rows));
    }
    leaveEmpty(draft, key, `NULL: ${key.parentTable} has no rows`);
    return;
  }
  planOwnColumns(draft, key, isSelf);
  const open = key.columns.filter((name) => !draft.generators.has(foldName(name)));
  // A value that others refer to cannot itself be one that comes from them.
  if (isCut && open.some((name) => context.referredTo.has(foldName(name)))) {
    leaveEmpty(draft, key, 'NULL: the tables refer to each other');
    return;
  }
  if (open.length === key.columns.length) planWhole(draft, key, parents, isSelf);
  else planShared(draft, key, parents, isSelf, open);
  const isLate = isCut || (isSelf && spreadOf(draft, key, isSelf).kind !== 'earlier');
  if (!isLate) return;
  for (const name of open) {
    if (isNullable(table, name)) draft.later.add(foldName(name));
  }
}

/**
 * Columns of the key that have values of their own: those that must be there before their parents
 * are, and those that refer to themselves, as (company, manager) to (company, id) does.
 */
function planOwnColumns(draft: TableDraft, key: ForeignKey, isSelf: boolean): void {
  const isCut = draft.context.cut.has(key);
  for (const [at, name] of key.columns.entries()) {
    const isOwn =
      (isCut && !isNullable(draft.table, name)) ||
      (isSelf && isSameName(key.parentColumns[at] ?? '', name));
    const column = columnOf(draft, name);
    if (isOwn && column) planColumn(draft, column);
  }
}

function planWhole(draft: TableDraft, key: ForeignKey, parents: ParentKeys, isSelf: boolean): void {
  const spread = spreadOf(draft, key, isSelf);
  const { pick, manner, children = null } = pickFor(draft, key, parents, spread, isSelf);
  const picked: PickedParent = { key, keys: parents, pick, accepts: [], children };
  const pickAccepted = (row: number) => acceptedParent(picked, row);
  const isEarlier = spread.kind === 'earlier';
  for (const [index, column] of key.columns.entries()) {
    const name = foldName(column);
    const generator = createReference(parents, index, pickAccepted, manner);
    draft.generators.set(name, generator);
    draft.settings.set(name, { kind: 'reference', spread });
    draft.picked.set(name, picked);
    draft.fixed.add(name);
    // A row of the same table can only refer to rows before it: no numbers can be dealt.
    draft.parts.set(name, () =>
      isEarlier
        ? null
        : {
            columns: key.columns,
            description: `rows of ${key.parentTable}`,
            size: parents.count,
            isOrdered: false,
            at: (number, at) => parents.at(number, at),
          },
    );
    // Any row may be asked for another parent where nothing else hangs on the one it has.
    const isAlone = key.columns.length === 1 && keysWith(draft, column) === 1;
    if (isAlone && !isEarlier && spread.kind !== 'children') draft.movable.add(name);
    const share = draft.explicit.get(name)?.nullShare ?? 0;
    // Rows without children were left out when the children were shared out.
    draft.nullShares.set(name, spread.kind === 'children' ? 0 : share);
  }
}

function keysWith({ table }: TableDraft, column: string): number {
  return table.foreignKeys.filter((key) => key.columns.some((name) => isSameName(name, column)))
    .length;
}

const mostTries = 64;

// Another parent stands in for one that a further key has no match for.
function acceptedParent({ pick, accepts }: PickedParent, row: number): number | null {
  let parent = pick(row);
  if (accepts.length === 0) return parent;
  for (let turn = 1; turn < mostTries && parent !== null; turn++) {
    const now = parent;
    if (accepts.every((accept) => accept(now, row))) return parent;
    parent = pick(row + turn * 0x1000193);
  }
  return parent;
}

function spreadOf(draft: TableDraft, key: ForeignKey, isSelf: boolean): ReferenceSpread {
  for (const name of key.columns) {
    const settings = draft.explicit.get(foldName(name))?.generator;
    if (settings?.kind === 'reference') return settings.spread;
  }
  return { kind: isSelf ? 'earlier' : 'skewed' };
}

function pickFor(
  draft: TableDraft,
  key: ForeignKey,
  parents: ParentKeys,
  spread: ReferenceSpread,
  isSelf: boolean,
): { pick: ParentPick; manner: string; children?: Children } {
  const { table, context } = draft;
  const stream = context.stream.split(key.columns.join(','));
  const mayBeNull = canBeNull(key, table);
  switch (spread.kind) {
    case 'earlier': {
      const existing = context.existing.count(table.name) ?? 0;
      const isUnique = table.uniques.some(
        (unique) => unique.length === 1 && key.columns.length === 1 && isKeyOf(unique, key),
      );
      if (isUnique)
        return { pick: pickPrevious(existing, mayBeNull), manner: 'each the one before' };
      return { pick: pickEarlier(existing, mayBeNull, stream), manner: 'each an earlier one' };
    }
    case 'children': {
      const nullShare = mayBeNull
        ? Math.max(...key.columns.map((name) => draft.explicit.get(foldName(name))?.nullShare ?? 0))
        : 0;
      const wanted: ChildrenWanted = { ...spread, rows: context.rows, nullShare };
      const filled = rowsWithParent(wanted);
      if (filled < parents.count * spread.min || filled > parents.count * spread.max) {
        if (context.rows > 0)
          draft.problems.push(childrenProblem(key, table, wanted, parents.count));
        return { pick: pickBySpread({ kind: 'uniform' }, parents.count, stream), manner: 'any' };
      }
      const manner = `each ${spread.min} to ${spread.max} times`;
      const children = shareChildren(wanted, parents.count, stream);
      return { pick: children.parent, manner, children };
    }
    default: {
      if (isSelf && !mayBeNull) draft.problems.push(laterSelfProblem(key, table));
      const manners = { uniform: 'each as often', skewed: 'some much more often', zipf: 'by rank' };
      return {
        pick: pickBySpread(spread, parents.count, stream),
        manner: manners[spread.kind],
      };
    }
  }
}

function isKeyOf(unique: readonly string[], key: ForeignKey): boolean {
  return key.columns.every((name) => unique.some((each) => isSameName(each, name)));
}

function leaveEmpty(draft: TableDraft, key: ForeignKey, description: string): void {
  for (const column of key.columns) {
    const name = foldName(column);
    if (!isNullable(draft.table, column) || draft.generators.has(name)) continue;
    draft.generators.set(name, empty(description));
    draft.settings.set(name, { kind: 'reference', spread: { kind: 'skewed' } });
    draft.fixed.add(name);
  }
}

// The rows of this very table; its key columns are planned later, and asked for only then.
function ownKeys(draft: TableDraft, key: ForeignKey): ParentKeys {
  const { existing, rows } = draft.context;
  return rowsInOrder(key, draft.table.name, rows, existing, (keyColumn) =>
    generatorOf(draft, key.parentColumns[keyColumn] ?? ''),
  );
}
