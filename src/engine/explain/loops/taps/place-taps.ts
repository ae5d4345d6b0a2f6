// Puts counting functions into a statement such that SQLite's work stays what it was: tries, asks
// SQLite for plan and program, and keeps what stands right. Executes nothing.
import type { PlanRow } from '../../../model/plan/plan.ts';
import type { Instruction } from '../../../model/plan/program.ts';
import { planKey } from '../../../plan/plan-key.ts';
import type { QueryScope } from '../../../sql/scopes/query-scope.ts';
import { type Tap, tapEdits } from './tap-edits.ts';
import type { TapSite } from './tap-sites.ts';
import { type TapStanding, tapPrefix, tapStanding, workOf } from './tapped-program.ts';
import { withEdits } from './text-edits.ts';

/** A statement as SQLite compiles it. */
export interface Compiled {
  rows: readonly PlanRow[];
  instructions: readonly Instruction[];
}

export interface TapQuestion {
  sql: string;
  scopes: readonly QueryScope[];
  /** The statement itself. */
  compiled: Compiled;
  /** Compiles a copy of the statement; null when SQLite refuses it. */
  compile(sql: string): Compiled | null;
  /** False when no more copies are to be compiled. */
  hasTime(): boolean;
}

/** A source to be counted. */
export interface Wish {
  site: TapSite;
  /** An outer loop of the same scope, if there is one. */
  companion: TapSite | null;
  /** Its rows come from a MULTI-INDEX OR. */
  isOrLoop: boolean;
  /** Root pages of its table and the indexes of that; null for rows that stand in none. */
  rootPages: ReadonlySet<number> | null;
}

/** Why a source cannot be counted. */
export type Refusal =
  | 'changes-plan'
  | 'changes-work'
  | 'several'
  | 'late'
  | 'does-not-compile'
  | 'no-time';

export interface PlacedTaps {
  /** The copy that calls the functions of `taps`. */
  sql: string;
  taps: Tap[];
  refused: Map<TapSite, Refusal>;
}

/**
 * First all of them at once; if that changes the work, one after the other, so that those stay which
 * leave it as it is.
 */
export function placeTaps(question: TapQuestion, wishes: readonly Wish[]): PlacedTaps {
  const refused = new Map<TapSite, Refusal>();
  const together = wishes.flatMap((wish, index) => formsOf(wish, index)[0] ?? []);
  const atOnce = verdict(question, together, wishes);
  if (atOnce === 'right') return placed(question, together, refused);
  const kept: Tap[] = [];
  for (const [index, wish] of wishes.entries()) {
    let reason: Refusal | null = null;
    for (const tap of formsOf(wish, index)) {
      if (!question.hasTime()) {
        reason = 'no-time';
        break;
      }
      const answer = verdict(question, [...kept, tap], wishes);
      if (answer === 'right') {
        kept.push(tap);
        reason = null;
        break;
      }
      reason = mostTelling(reason, answer);
    }
    if (reason) refused.set(wish.site, reason);
  }
  return placed(question, kept, refused);
}

function placed(
  { sql, scopes }: TapQuestion,
  taps: Tap[],
  refused: Map<TapSite, Refusal>,
): PlacedTaps {
  return { sql: withEdits(sql, tapEdits(scopes, taps)), taps, refused };
}

/** The ways to count a source, the one that disturbs least first. */
function formsOf({ site, companion }: Wish, index: number): Tap[] {
  const name = `${tapPrefix}${index}`;
  const outer = companion?.calls[0]?.value ?? null;
  return site.calls.flatMap((call): Tap[] => [
    ...(outer === null ? [] : [{ site, call, name, companion: outer }]),
    { site, call, name, companion: null },
  ]);
}

function verdict(
  { sql, scopes, compiled, compile }: TapQuestion,
  taps: readonly Tap[],
  wishes: readonly Wish[],
): Refusal | 'right' {
  const copy = compile(withEdits(sql, tapEdits(scopes, taps)));
  if (!copy) return 'does-not-compile';
  if (planKey(copy.rows) !== planKey(compiled.rows)) return 'changes-plan';
  for (const { name, site } of taps) {
    const wish = wishes.find((each) => each.site === site);
    const loop = { isOrLoop: wish?.isOrLoop ?? false, rootPages: wish?.rootPages ?? null };
    const standing: TapStanding = tapStanding(copy.instructions, { name, ...loop });
    if (standing !== 'right') return standing === 'missing' ? 'changes-work' : standing;
  }
  return workOf(copy.instructions) === workOf(compiled.instructions) ? 'right' : 'changes-work';
}

const weights: Record<Refusal, number> = {
  'does-not-compile': 0,
  late: 1,
  'changes-plan': 2,
  'changes-work': 3,
  several: 4,
  'no-time': 5,
};

function mostTelling(one: Refusal | null, other: Refusal): Refusal {
  return one === null || weights[other] > weights[one] ? other : one;
}
