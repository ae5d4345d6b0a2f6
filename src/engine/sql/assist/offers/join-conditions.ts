// Conditions for a join, ready made from foreign keys: `o.product_id = p.id`.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { ForeignKey } from '../../../model/database/schema.ts';
import { quoteName } from '../../quote-name.ts';
import type { Completion } from '../completion.ts';
import type { KnownNames } from '../names/known-names.ts';
import type { NamedSource } from '../names/sources-in-scope.ts';
import { nameItem, ranks } from './offer.ts';

/**
 * For the source that was joined last before the caret, by foreign keys from it and to it.
 * @param prefix what stands before the condition where it is not there yet: `ON `
 */
export function joinConditionItems(
  sources: readonly NamedSource[],
  caret: number,
  names: KnownNames,
  prefix: string,
): Completion[] {
  const before = sources.filter(({ isOwn, source }) => isOwn && source.end <= caret);
  const joined = before.at(-1);
  if (!joined) return [];
  return before.slice(0, -1).flatMap((other) =>
    [...conditions(joined, other, names), ...conditions(other, joined, names)].map((condition) =>
      nameItem('condition', `${prefix}${condition}`, {
        insert: `${prefix}${condition}`,
        detail: 'foreign key',
        rank: ranks.condition,
      }),
    ),
  );
}

function conditions(child: NamedSource, parent: NamedSource, names: KnownNames): string[] {
  if (child.kind !== 'table' || parent.kind !== 'table') return [];
  const keys = names.tables.get(foldName(child.source.name ?? ''))?.foreignKeys ?? [];
  return keys
    .filter(({ parentTable }) => isSameName(parentTable, parent.source.name ?? ''))
    .filter(({ columns, parentColumns }) => columns.length === parentColumns.length)
    .map((key) => conditionText(key, child.label, parent.label));
}

function conditionText(key: ForeignKey, child: string, parent: string): string {
  return key.columns
    .map(
      (column, at) =>
        `${quoteName(child)}.${quoteName(column)} = ${quoteName(parent)}.${quoteName(key.parentColumns[at] ?? '')}`,
    )
    .join(' AND ');
}
