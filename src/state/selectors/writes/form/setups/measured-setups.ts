// Which setups a run measures: those that were ticked, and of the others each that writes otherwise
// than the setups before it. Pure.
import type { Schema, Table } from '../../../../../engine/model/database/schema.ts';
import {
  type Playground,
  type Setup,
  type SetupLetter,
  setupLetter,
} from '../../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../../engine/model/writes/technique.ts';
import { isSameName } from '../../../../../lib/sql-name.ts';
import type { WritesExperiment, WritesSettings } from '../../../../writes-store.ts';
import { indexesOn } from './index-sets.ts';

/** What is written, as far as it decides which indexes matter. */
export interface WrittenTable {
  schema: Schema;
  table: Table;
  operation: WriteOperation;
}

/** By setup id, the letter of the first setup that maintains the same indexes; others are absent. */
export type AlikeSetups = ReadonlyMap<string, SetupLetter>;

/**
 * An insert without triggers maintains the indexes of its table alone. Updates, deletes and triggers
 * may look for rows in other tables: there all indexes count.
 */
export function alikeSetups(
  playground: Pick<Playground, 'indexes' | 'setups'>,
  { schema, table, operation }: WrittenTable,
): AlikeSetups {
  const hasTriggers = schema.triggers.some((trigger) => isSameName(trigger.table, table.name));
  const isLocal = operation === 'insert' && !hasTriggers;
  const counted = isLocal ? indexesOn(playground, table.name) : playground.indexes;
  const first = new Map<string, SetupLetter>();
  const alike = new Map<string, SetupLetter>();
  for (const [position, { id, indexes }] of playground.setups.entries()) {
    const key = JSON.stringify(
      counted.map(({ name }) => name).filter((name) => indexes.includes(name)),
    );
    const other = first.get(key);
    if (other === undefined) first.set(key, setupLetter(position));
    else alike.set(id, other);
  }
  return alike;
}

export function letteredSetups({ setups }: Pick<Playground, 'setups'>): WritesExperiment['setups'] {
  return setups.map((setup, position) => ({ ...setup, letter: setupLetter(position) }));
}

/** Never none: the only one that was ticked may have been removed from the bench. */
export function measuredSetups(
  playground: Playground,
  { ticked }: Pick<WritesSettings, 'ticked'>,
  alike: AlikeSetups,
): WritesExperiment['setups'] {
  const all = letteredSetups(playground);
  const isTicked = ({ id }: Setup) => (Object.hasOwn(ticked, id) ? ticked[id] : null);
  const wanted = all.filter((setup) => isTicked(setup) ?? !alike.has(setup.id));
  return wanted.length > 0 ? wanted : all.slice(0, 1);
}
