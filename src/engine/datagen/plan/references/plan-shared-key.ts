// A foreign key of which some columns have their values from elsewhere, mostly from another key.
// How fitting parents are found stands in linked-keys.ts.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { ForeignKey } from '../../../model/database/schema.ts';
import { createReference, type ParentKeys } from '../../generators/reference.ts';
import { generatorOf, type TableDraft } from '../draft.ts';
import { isNullable } from '../table-order.ts';
import { narrowByGroup, type SharedColumns } from './linked-keys.ts';

/** Plans the `open` columns of a key: only parents with the values of the others fit. */
export function planShared(
  draft: TableDraft,
  key: ForeignKey,
  parents: ParentKeys,
  isSelf: boolean,
  open: string[],
): void {
  const sharers = key.columns.filter((name) => !open.includes(name));
  const [first] = sharers;
  const picked = first === undefined ? undefined : draft.picked.get(foldName(first));
  if (open.length === 0 && (isSelf || !picked || draft.context.isImplied(key, picked.key))) return;
  const shared: SharedColumns = {
    keyColumns: sharers.map((name) => key.columns.indexOf(name)),
    valuesAt: (row) => sharers.map((name) => generatorOf(draft, name).at(row)),
  };
  const stream = draft.context.stream.split(key.columns.join(','));
  const isOptional = open.some((name) => isNullable(draft.table, name));
  const existing = draft.context.existing.count(draft.table.name) ?? 0;
  const narrowed = narrowByGroup(parents, shared, stream, isSelf ? { existing, isOptional } : null);
  const isFromOneParent =
    picked !== undefined &&
    sharers.every((name) => draft.picked.get(foldName(name)) === picked) &&
    !isSelf;
  if (isFromOneParent && !isOptional) {
    const own = sharers.map((name) =>
      picked.key.columns.findIndex((each) => isSameName(each, name)),
    );
    picked.accepts.push((parent, row) =>
      narrowed.has(
        own.map((column) => picked.keys.at(parent, column)),
        row,
      ),
    );
  }
  for (const column of open) {
    const name = foldName(column);
    const index = key.columns.indexOf(column);
    const manner = `with the same ${sharers.join(', ')}`;
    draft.generators.set(name, createReference(parents, index, narrowed.pick, manner));
    draft.settings.set(name, { kind: 'reference', spread: { kind: 'uniform' } });
    draft.fixed.add(name);
    draft.nullShares.set(name, draft.explicit.get(name)?.nullShare ?? 0);
  }
}
