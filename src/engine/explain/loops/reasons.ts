// Why the rows of a loop cannot be counted, as sentences for the page.
import type { ScopeSource } from '../../sql/scopes/query-scope.ts';
import type { PlanLoop } from './plan-loops.ts';
import type { Compiled, PlacedTaps, Refusal } from './taps/place-taps.ts';

/** Why a source could not be counted. */
export const refusalSentences: Record<Refusal, string> = {
  'changes-plan': 'SQLite would plan the query differently if this loop were counted.',
  'changes-work':
    'SQLite takes a short cut here that it would not take if the rows were counted one by one.',
  several: 'SQLite compiles this part of the query more than once; its rows cannot be told apart.',
  late: 'Rows can only be counted behind other conditions here, which drop some of them before.',
  'does-not-compile': 'The rows of this loop have no value that they could be counted by.',
  'no-time': 'Finding a place where this loop can be counted took too long.',
};

export const orArmReason =
  'The rows of all arms are counted together, each row once, in the line above them.';

export const secondPassReason =
  'The second pass of a RIGHT or FULL JOIN is nowhere in the text, so it cannot be counted.';

export const wholePagesReason = 'SQLite counts whole pages here and visits no single row.';

export const numberedReason =
  'SQLite made this subquery itself (for window functions or a join in parentheses); nothing in the text stands for it.';

export const sameLabelReason =
  'Several sources of the query have this name, and the plan does not say which of them is read here. An alias of its own for each makes their rows countable.';

export const notInTextReason =
  'This loop does not stand in the text of the query itself (a view or a foreign key brought it), so it cannot be counted.';

/** The sentence for a loop. `source`: what it reads, as loopSources says it. */
export function reasonFor(
  { isNumbered }: PlanLoop,
  source: ScopeSource | null | undefined,
  { refused }: PlacedTaps,
  { instructions }: Compiled,
): string {
  if (source) {
    const refusal = [...refused].find(([site]) => site.source === source)?.[1];
    return refusalSentences[refusal ?? 'does-not-compile'];
  }
  if (instructions.some(({ opcode }) => opcode === 'Count')) return wholePagesReason;
  if (isNumbered) return numberedReason;
  return source === null ? sameLabelReason : notInTextReason;
}
