// PRIMARY KEY and UNIQUE of a table: the columns of each key are dealt out, no combination twice.
// How numbers are dealt stands in unique-values.ts.
import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import { createPermutation } from '../../draws/permutation.ts';
import { uniqueProblem } from '../data-problems.ts';
import { generatorOf, type TableDraft } from '../draft.ts';
import { isNullable } from '../table-order.ts';
import { dealKey, type KeyPart } from '../unique-values.ts';
import { dealApart } from './deal-apart.ts';
import { dealAlongChildren } from './deal-children.ts';

/** Replaces the generators of key columns by ones that never give the same key twice. */
export function planKeys(draft: TableDraft): void {
  const { primaryKey, uniques, columns } = draft.table;
  const hasRowidKey = columns.some(
    ({ isRowidAlias, name }) => isRowidAlias && !draft.parts.has(foldName(name)),
  );
  const keys = [...(hasRowidKey || primaryKey.length === 0 ? [] : [primaryKey]), ...uniques];
  const dealt = new Set<string>();
  const unique = new Set(hasRowidKey ? primaryKey.map(foldName) : []);
  for (const key of keys.toSorted((one, other) => one.length - other.length)) {
    planKey(draft, key, key === primaryKey, dealt, unique);
  }
}

function planKey(
  draft: TableDraft,
  key: string[],
  isPrimary: boolean,
  dealt: Set<string>,
  unique: Set<string>,
): void {
  const names = key.map(foldName);
  // One column that differs in every row is enough for all keys that it stands in.
  if (names.some((name) => unique.has(name))) return;
  // What SQLite makes cannot be dealt; it judges by itself, and rows are drawn again.
  if (names.some((name) => isMadeBySqlite(draft, name))) return;
  if (names.some((name) => isAlwaysNull(draft, name))) return;
  if (isChain(draft, key)) return;
  const { rows, existing, stream } = draft.context;
  const taken = existing.values(draft.table.name, key);
  const needed = rows + taken.length;
  const parts = partsOf(draft, names, needed, dealt);
  const columns = parts.flatMap((part) => part.columns.map(foldName));
  // Keys are compared column by column in the order of the parts; others cannot be told apart.
  const order = columns.map((name) => names.indexOf(name));
  const takenKeys = order.includes(-1)
    ? []
    : taken.map((row) => order.map((at) => row[at] ?? null));
  const keyStream = stream.split(`unique ${names.join(',')}`);
  const [only] = parts;
  if (only && parts.length === 1 && only.size < needed && canLeaveOut(draft, only)) {
    dealToSome(draft, only, taken.length, names);
    return;
  }
  const dealtKey =
    dealAlongChildren(draft, parts, keyStream) ??
    dealApart(draft, parts, taken.length, keyStream) ??
    (parts.length === 0 ? null : dealKey(parts, rows, takenKeys, keyStream));
  if (!dealtKey) {
    const possible = parts.reduce((product, part) => product * part.size, 1);
    const generators = key.map((name) => generatorOf(draft, name));
    if (rows > 1 || possible === 0) {
      draft.problems.push(
        uniqueProblem(draft.table, key, isPrimary, rows, taken.length, possible, generators),
      );
    }
    return;
  }
  for (const [index, part] of parts.entries()) {
    for (const [column, name] of part.columns.entries()) {
      const generator = generatorOf(draft, name);
      draft.generators.set(foldName(name), {
        name: generator.name,
        description: `${part.description}; ${key.length === 1 ? 'each once' : `no two alike in ${key.join(', ')}`}`,
        at: (row) => part.at(dealtKey.numberAt(row, index), column),
      });
      dealt.add(foldName(name));
      draft.fixed.add(foldName(name));
      draft.movable.delete(foldName(name));
      draft.nullShares.set(foldName(name), 0);
    }
  }
  const [name] = names;
  if (names.length === 1 && name !== undefined) unique.add(name);
}

function partsOf(
  draft: TableDraft,
  names: readonly string[],
  needed: number,
  dealt: ReadonlySet<string>,
): KeyPart[] {
  const parts: KeyPart[] = [];
  for (const name of names) {
    const isPart = parts.some((part) => part.columns.some((each) => foldName(each) === name));
    if (dealt.has(name) || isPart) continue;
    const part = draft.parts.get(name)?.(needed);
    if (part) parts.push(part);
  }
  return parts;
}

function isMadeBySqlite(draft: TableDraft, name: string): boolean {
  const column = draft.table.columns.find((each) => foldName(each.name) === name);
  return draft.madeBySqlite.has(name) || column?.isGenerated === true;
}

function isAlwaysNull(draft: TableDraft, name: string): boolean {
  return draft.generators.get(name)?.name === 'empty' && isNullable(draft.table, name);
}

// A UNIQUE reference to the row before differs in every row as it is.
function isChain(draft: TableDraft, key: readonly string[]): boolean {
  const [name] = key;
  const settings = name === undefined ? undefined : draft.settings.get(foldName(name));
  return key.length === 1 && settings?.kind === 'reference' && settings.spread.kind === 'earlier';
}

// Fewer parents than rows in a one-to-one reference: where NULL is allowed, the rest has none.
function canLeaveOut(draft: TableDraft, part: KeyPart): boolean {
  return (
    part.columns.every((name) => isNullable(draft.table, name)) &&
    draft.table.foreignKeys.some(
      (key) =>
        key.columns.length === part.columns.length &&
        key.columns.every((name) => part.columns.some((each) => isSameName(each, name))),
    )
  );
}

function dealToSome(
  draft: TableDraft,
  part: KeyPart,
  taken: number,
  names: readonly string[],
): void {
  const { rows, existing, stream } = draft.context;
  const keyStream = stream.split(`unique ${names.join(',')}`);
  const there = existing.values(draft.table.name, part.columns);
  const free = Math.min(rows, Math.max(0, part.size - taken));
  const dealtKey = dealKey([part], free, there, keyStream);
  const order = createPermutation(Math.max(1, rows), keyStream.split('rows'));
  for (const [column, name] of part.columns.entries()) {
    const generator = generatorOf(draft, name);
    draft.generators.set(foldName(name), {
      name: generator.name,
      description: `${part.description}; each once, the other rows NULL`,
      at(row) {
        const turn = order.at(row % Math.max(1, rows));
        if (!dealtKey || turn >= free) return null;
        return part.at(dealtKey.numberAt(turn, 0), column);
      },
    });
    draft.fixed.add(foldName(name));
    draft.movable.delete(foldName(name));
    draft.nullShares.set(foldName(name), 0);
  }
}
