// Keys that hold a reference with a given number of children: (order, line), (student, course).
// The parents come from the reference itself; the rest of the key differs within each parent.
import { foldName } from '../../../../lib/sql-name.ts';
import { createPermutation } from '../../draws/permutation.ts';
import type { Stream } from '../../draws/random.ts';
import { settingsRefused } from '../data-problems.ts';
import type { TableDraft } from '../draft.ts';
import type { Children } from '../references/parent-pick.ts';
import type { DealtKey, KeyPart } from '../unique-values.ts';

/**
 * Deals along the one reference of the key that says how many children each parent has. Null when
 * there is none, so that all parts are dealt alike. Problems of such references are collected.
 */
export function dealAlongChildren(
  draft: TableDraft,
  parts: readonly KeyPart[],
  stream: Stream,
): DealtKey | null {
  for (const part of parts) refuseRepeating(draft, part);
  const led = parts.flatMap((part, leader) => {
    const children = childrenOf(draft, part);
    return children ? [{ part, leader, children }] : [];
  });
  const [only, second] = led;
  if (!only || parts.length === 1) return null;
  const { leader, children, part: parents } = only;
  const rest = parts.filter((part) => part !== parents);
  const size = rest.reduce((product, part) => product * part.size, 1);
  const columns = rest.flatMap((part) => part.columns).join(', ');
  if (second || size < children.max) {
    const why = second
      ? `${columns} says how many children its parents have as well, and both cannot be kept`
      : `a parent may have ${children.max} children, but ${columns} has only ${size} different values to tell them apart`;
    const [column = ''] = parents.columns;
    draft.problems.push(
      settingsRefused(draft.table, column, why, 'Choose another spread, or fewer children.'),
    );
    return null;
  }
  const order = createPermutation(size, stream);
  const starts = stream.split('starts');
  return {
    numberAt(row, part) {
      const parent = children.parent(row);
      if (part === leader || parent === null) return parent ?? -1;
      let number = order.at((children.turn(row) + starts.below(parent, size)) % size);
      for (const [at, each] of parts.entries()) {
        if (at === leader) continue;
        if (at === part) return number % each.size;
        number = Math.floor(number / each.size);
      }
      return 0;
    },
  };
}

function childrenOf(draft: TableDraft, part: KeyPart): Children | null {
  const [name = ''] = part.columns;
  return draft.picked.get(foldName(name))?.children ?? null;
}

// A power law gives the favourite more children than a key has room for.
function refuseRepeating(draft: TableDraft, part: KeyPart): void {
  for (const column of part.columns) {
    const explicit = draft.explicit.get(foldName(column))?.generator;
    if (explicit?.kind !== 'reference' || explicit.spread.kind !== 'zipf') continue;
    const why =
      'the column stands in a UNIQUE or PRIMARY KEY, whose combinations are shared out evenly so that none comes twice';
    const change = "Choose the spread 'children' or 'uniform', or leave the column out of the key.";
    draft.problems.push(settingsRefused(draft.table, column, why, change));
  }
}
