// Columns that a CHECK ties to others of the same row: which of them gives way, and in what order.
// How a value is moved to the right side of others stands in relation.ts.
import { foldName } from '../../../../lib/sql-name.ts';
import type { Relation } from '../checks/column-rules.ts';
import { generatorOf, rulesOf, type TableDraft, writableColumns } from '../draft.ts';
import { type Limit, relateTo } from './relation.ts';

interface Tie {
  moving: string;
  other: string;
  operator: Relation['operator'];
  offset: number;
}

/** Moves the columns on the left of comparisons, or those on the right where the left is a key. */
export function planRelations(draft: TableDraft): void {
  const ties = tiesOf(draft);
  const placed = new Set<string>();
  const visiting = new Set<string>();
  const place = (name: string) => {
    if (placed.has(name) || visiting.has(name)) return;
    visiting.add(name);
    const own = ties.filter((tie) => tie.moving === name);
    // What a column is compared with gets its values first; in a circle the last one closes it.
    for (const tie of own) place(tie.other);
    const closing = ties.filter((tie) => tie.other === name).map(mirroredTie);
    move(
      draft,
      name,
      [...own, ...closing].filter((tie) => placed.has(tie.other)),
    );
    placed.add(name);
  };
  for (const tie of ties) place(tie.moving);
}

function tiesOf(draft: TableDraft): Tie[] {
  const isKnown = (name: string) => draft.generators.has(name);
  return writableColumns(draft).flatMap((column) => {
    const name = foldName(column.name);
    return rulesOf(draft, name).relations.flatMap(({ other, operator, offset }): Tie[] => {
      if (!isKnown(name) || !isKnown(other)) return [];
      const tie: Tie = { moving: name, other, operator, offset };
      if (!draft.fixed.has(name)) return [tie];
      return draft.fixed.has(other) ? [] : [mirroredTie(tie)];
    });
  });
}

function mirroredTie({ moving, other, operator, offset }: Tie): Tie {
  return { moving: other, other: moving, operator: mirrored[operator], offset: -offset };
}

const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' } as const;

function move(draft: TableDraft, name: string, ties: readonly Tie[]): void {
  const [first] = ties;
  if (!first || draft.fixed.has(name)) return;
  const limits = ties.map(
    ({ other, operator, offset }): Limit => ({
      name: other,
      generator: generatorOf(draft, other),
      operator,
      offset,
    }),
  );
  const generator = relateTo(
    generatorOf(draft, name),
    limits,
    rulesOf(draft, name),
    draft.context.version === 1 ? null : (draft.settings.get(name) ?? null),
    draft.context.stream.split(`${name} to ${first.other}`),
  );
  draft.generators.set(name, generator);
}
