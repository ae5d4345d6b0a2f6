// Keys of two references to the same rows that a CHECK keeps apart: (follower, followed), both people.
// Other keys are dealt in unique-values.ts.
import { foldName } from '../../../../lib/sql-name.ts';
import type { Stream } from '../../draws/random.ts';
import { rulesOf, type TableDraft } from '../draft.ts';
import { type DealtKey, dealKey, type KeyPart } from '../unique-values.ts';

/**
 * Deals pairs of different parents: the second is told by its distance from the first, which is
 * never 0. Null for keys of another kind, where rows are there already, and for version 1.
 */
export function dealApart(
  draft: TableDraft,
  parts: readonly KeyPart[],
  taken: number,
  stream: Stream,
): DealtKey | null {
  const { rows, version } = draft.context;
  const first = parts.findIndex((part, at) =>
    parts.some((other, place) => place > at && mustDiffer(draft, part, other)),
  );
  const second = parts.findIndex((part, at) => {
    const other = parts[first];
    return at > first && other !== undefined && mustDiffer(draft, other, part);
  });
  const [one, other] = [parts[first], parts[second]];
  if (version === 1 || taken > 0 || !one || !other || other.size < 2) return null;
  const nearer = parts.map((part) => (part === other ? { ...part, size: part.size - 1 } : part));
  const dealt = dealKey(nearer, rows, [], stream);
  return (
    dealt && {
      numberAt(row, part) {
        const number = dealt.numberAt(row, part);
        return part === second ? (dealt.numberAt(row, first) + 1 + number) % other.size : number;
      },
    }
  );
}

// Both refer to the same column of the same table, and a CHECK says <>.
function mustDiffer(draft: TableDraft, one: KeyPart, other: KeyPart): boolean {
  const [name, otherName] = [one.columns[0] ?? '', other.columns[0] ?? ''].map(foldName);
  const [key, otherKey] = [name, otherName].map((each) => draft.picked.get(each ?? '')?.key);
  if (name === undefined || otherName === undefined || !key || !otherKey) return false;
  const isSaid =
    rulesOf(draft, name).differsFrom.includes(otherName) ||
    rulesOf(draft, otherName).differsFrom.includes(name);
  return (
    isSaid &&
    one.columns.length === 1 &&
    other.columns.length === 1 &&
    foldName(key.parentTable) === foldName(otherKey.parentTable) &&
    foldName(key.parentColumns[0] ?? '') === foldName(otherKey.parentColumns[0] ?? '')
  );
}
