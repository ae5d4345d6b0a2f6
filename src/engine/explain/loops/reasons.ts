// Why the rows of a loop cannot be counted, as sentences for the page.
import type { ScopeSource } from '../../sql/scopes/query-scope.ts';
import type { Compiled, PlacedTaps, Refusal } from './taps/place-taps.ts';

/** Why a source could not be counted. */
export const sentences: Record<Refusal, string> = {
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

/** The sentence for a loop; `source`: what it reads, or the plan's line where the text lacks it. */
export function reasonFor(
  source: ScopeSource | string,
  { refused }: PlacedTaps,
  { instructions }: Compiled,
): string {
  if (typeof source !== 'string') {
    const refusal = [...refused].find(([site]) => site.source === source)?.[1];
    return sentences[refusal ?? 'does-not-compile'];
  }
  if (instructions.some(({ opcode }) => opcode === 'Count')) {
    return 'SQLite counts whole pages here and visits no single row.';
  }
  if (/^\w+ \((subquery|join)-\d+\)/.test(source)) {
    return 'SQLite made this subquery itself (for window functions or a join in parentheses); nothing in the text stands for it.';
  }
  return 'This loop does not stand in the text of the query itself (a view or a foreign key brought it), so it cannot be counted.';
}
