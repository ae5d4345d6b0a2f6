// Columns to offer: of one source, of all sources in scope, of the whole schema.

import { foldName } from '../../../../lib/sql-name.ts';
import { quoteName } from '../../quote-name.ts';
import type { Completion } from '../completion.ts';
import type { NamedColumn } from '../names/known-names.ts';
import type { NamedSource } from '../names/sources-in-scope.ts';
import type { SqlKnowledge } from '../sql-knowledge.ts';
import { nameItem, ranks } from './offer.ts';

/** Each of them by its bare name. */
export function columnItems(
  columns: readonly NamedColumn[],
  place: string,
  rank: number = ranks.column,
): Completion[] {
  return columns.map((column) =>
    nameItem('column', column.name, { detail: detailOf(place, column), rank }),
  );
}

function detailOf(place: string, { type, origin }: NamedColumn): string {
  const name = origin?.table.name ?? '';
  const table =
    place === '' || name === '' || foldName(place) === foldName(name) ? '' : ` (${name})`;
  return [`${place}${table}`, type].filter((part) => part !== '').join(' ');
}

/**
 * The columns of the sources in scope, the innermost first: bare where the name is alone in its
 * scope and hidden by none further in, else with what qualifies it.
 */
export function scopedColumnItems(sources: readonly NamedSource[]): Completion[] {
  const counts = new Map<string, number>();
  for (const { columns } of sources) {
    for (const { name } of columns) {
      const key = foldName(name);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return sources.flatMap(({ label, columns, isOwn }) =>
    columns.flatMap((column): Completion[] => {
      const rank = isOwn ? ranks.column : ranks.outerColumn;
      const detail = detailOf(label, column);
      if (counts.get(foldName(column.name)) === 1) {
        return [nameItem('column', column.name, { detail, rank })];
      }
      if (label === '') return [];
      const insert = `${quoteName(label)}.${quoteName(column.name)}`;
      return [
        nameItem('column', column.name, { label: `${label}.${column.name}`, insert, detail, rank }),
      ];
    }),
  );
}

const made = new WeakMap<SqlKnowledge, readonly Completion[]>();

/** The columns of all tables, a shared name once with all of its places. Made once a knowledge. */
export function allColumnItems(knowledge: SqlKnowledge): readonly Completion[] {
  const kept = made.get(knowledge);
  if (kept) return kept;
  const items = makeAllColumnItems(knowledge);
  made.set(knowledge, items);
  return items;
}

function makeAllColumnItems({ schema }: SqlKnowledge): Completion[] {
  const places = new Map<string, { name: string; places: string[] }>();
  const add = (name: string, place: string) => {
    const key = foldName(name);
    const known = places.get(key);
    if (known) known.places.push(place);
    else places.set(key, { name, places: [place] });
  };
  for (const table of schema.tables) {
    for (const { name, type } of table.columns) add(name, `${table.name} ${type}`.trim());
  }
  for (const view of schema.views) {
    for (const { name, type } of view.columns ?? []) add(name, `${view.name} ${type}`.trim());
  }
  return [...places.values()].map((each) =>
    nameItem('column', each.name, { detail: placesText(each.places), rank: ranks.column }),
  );
}

function placesText(places: readonly string[]): string {
  const shown = places.slice(0, 3).join(', ');
  return places.length > 3 ? `${shown} and ${places.length - 3} more` : shown;
}
