// Which foreign keys a statement's program checks, and when: each look of the program is given to the
// key whose columns it compares. Keeps away from sentences.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../../../model/database/schema.ts';
import type {
  CheckOccasion,
  ForeignKeyLook,
  ProgramFacts,
} from '../../../model/plan/program-facts.ts';
import { rowidColumn } from '../name-words.ts';
import { tablesOf } from './work-words.ts';

export interface CheckedKey {
  /** The table that has the key. */
  child: string;
  key: ForeignKey;
  /** The one with the weightiest occasion, where the program has several. */
  look: ForeignKeyLook;
}

/**
 * Keys of the written tables first, whose parents are looked for, then those that refer to them; each
 * once a side. `changed`: the columns that an UPDATE sets, by which keys are told apart that refer to
 * the same parent. That a reference goes is no check: it can only mend one.
 */
export function checkedKeys(
  { writes, foreignKeyLooks }: ProgramFacts,
  changed: readonly string[],
  schema: Schema,
): CheckedKey[] {
  const written = tablesOf(writes);
  const upward = written.flatMap((name) => {
    const looks = foreignKeyLooks.filter(
      ({ side, occasion }) => side === 'parent' && occasion === 'each-row',
    );
    const keys = keysOf(schema, (child) => isSameName(child, name));
    const set = keys.filter(({ key }) =>
      key.columns.some((column) => changed.some((each) => isSameName(each, column))),
    );
    const parentOf = ({ key }: OwnedKey) => ({
      table: key.parentTable,
      columns: key.parentColumns,
    });
    return paired(looks, set.length > 0 ? set : keys, parentOf, schema);
  });
  const downward = written.flatMap((name) => {
    const looks = foreignKeyLooks.filter(({ side }) => side === 'children');
    const keys = keysOf(schema, (_, { parentTable }) => isSameName(parentTable, name));
    const childOf = ({ child, key }: OwnedKey) => ({ table: child, columns: key.columns });
    return paired(looks, keys, childOf, schema);
  });
  return [...upward, ...downward];
}

interface OwnedKey {
  child: string;
  key: ForeignKey;
}

function keysOf(schema: Schema, isWanted: (child: string, key: ForeignKey) => boolean): OwnedKey[] {
  return schema.tables.flatMap(({ name, foreignKeys }) =>
    foreignKeys.filter((key) => isWanted(name, key)).map((key) => ({ child: name, key })),
  );
}

/** By weight: what is done for every row says more than what is done for some. */
const occasions: readonly CheckOccasion[] = ['each-row', 'replaced', 'open-references'];

function paired(
  looks: readonly ForeignKeyLook[],
  keys: readonly OwnedKey[],
  lookedAt: (key: OwnedKey) => { table: string; columns: readonly string[] },
  schema: Schema,
): CheckedKey[] {
  const found = new Map<OwnedKey, ForeignKeyLook>();
  for (const occasion of occasions) {
    // Of keys that compare the same columns, each has a look of its own.
    const taken = new Set<OwnedKey>();
    for (const look of looks.filter((each) => each.occasion === occasion)) {
      const fitting = keys
        .filter((key) => {
          const { table, columns } = lookedAt(key);
          return (
            isSameName(table, look.table) && compares(look, columns, tableNamed(schema, table))
          );
        })
        .toSorted((one, other) => other.key.columns.length - one.key.columns.length);
      const key = fitting.find((each) => !taken.has(each)) ?? fitting[0];
      if (!key) continue;
      taken.add(key);
      if (!found.has(key)) found.set(key, look);
    }
  }
  return keys.flatMap((key) => {
    const look = found.get(key);
    return look ? [{ ...key, look }] : [];
  });
}

/** A search compares more than the key where the table refers to itself, or has no rowid. */
function compares(look: ForeignKeyLook, columns: readonly string[], table: Table | null): boolean {
  const rowid = rowidColumn(table)?.name;
  const own = new Set(look.columns.map(foldName));
  return columns.every(
    (column) =>
      own.has(foldName(column)) ||
      (rowid !== undefined && isSameName(column, rowid) && own.has('rowid')),
  );
}

function tableNamed(schema: Schema, name: string): Table | null {
  return schema.tables.find((table) => isSameName(table.name, name)) ?? null;
}
