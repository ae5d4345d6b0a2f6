// Which commands a typed text means: every word must occur, whole beginnings of words come first.
import type { AppAction } from './app-actions.ts';

/** The matching actions, best first; all in their order for an empty text. */
export function matchingActions(actions: readonly AppAction[], text: string): AppAction[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...actions];
  return actions
    .map((action) => ({ action, score: scoreOf(action, words) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .map(({ action }) => action);
}

/** 0 when a word does not occur. */
function scoreOf({ label, group }: AppAction, words: readonly string[]): number {
  const name = label.toLowerCase();
  const all = `${name} ${group.toLowerCase()}`;
  let score = 0;
  for (const word of words) {
    if (!all.includes(word)) return 0;
    if (name.startsWith(word)) score += 4;
    else if (` ${name}`.includes(` ${word}`)) score += 3;
    else score += name.includes(word) ? 2 : 1;
  }
  return score;
}
