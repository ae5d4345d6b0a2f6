// What a kind of verdict finds, however many rounds it rests on: short and full mode say the same.
// Decides nothing and words nothing: verdict.ts and verdict-words.ts do.
import type { Verdict } from '../model/comparison/verdict.ts';

type VerdictKind = Verdict['kind'];

/** The kind without its mode: 'clearly-faster' finds 'faster', 'clearly-slower' finds 'slower'. */
export function findingOf(kind: VerdictKind): VerdictKind {
  switch (kind) {
    case 'clearly-faster':
      return 'faster';
    case 'clearly-slower':
      return 'slower';
    default:
      return kind;
  }
}

/** True when it puts one of the two before the other. */
export function isRanking(kind: VerdictKind): boolean {
  const finding = findingOf(kind);
  return finding === 'faster' || finding === 'slower';
}
