// Whether a run of the Writes lab can go on from where it ended, and what that is for.
// Pure; going on is a command.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { EarlierWrites, WriteContender } from '../../../../engine/model/writes/writes.ts';
import { groupStanding } from '../../../../engine/statistics/writes/group-standing.ts';
import { formatCount } from '../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { isStaleWrites } from '../writes-basis.ts';

export interface WritesContinuation {
  /** '20 s more: 14 of 26 are open'. */
  words: string;
  /** Why it cannot go on, as a sentence; null when it can. */
  refusal: string | null;
}

/** What Continue would do with `budgetMs` more; null while there is nothing to go on from. */
export function writesContinuation(
  playground: Playground,
  run: WritesRun | undefined,
  budgetMs: Milliseconds,
): WritesContinuation | null {
  if (!run?.opened || run.samples.length === 0 || run.status === 'measuring') return null;
  if (isStaleWrites(playground, run)) {
    return refused(
      '',
      'The playground has changed since: what was measured is no part of a run of what it is now.',
    );
  }
  const { open, wide } = openContenders(run);
  const all = formatCount(run.opened.contenders.length);
  const time = `${budgetMs / 1000} s more`;
  if (open > 0) {
    return { words: `${time}: ${open} of ${all} ${open === 1 ? 'is' : 'are'} open`, refusal: null };
  }
  if (wide > 0) {
    const intervals = wide === 1 ? 'has a wide interval' : 'have wide intervals';
    return { words: `${time}: ${wide} of ${all} ${intervals}`, refusal: null };
  }
  return refused(
    'nothing is open',
    'Every interval is as narrow as its size asks: more rounds would tell nothing new.',
  );
}

function refused(words: string, refusal: string): WritesContinuation {
  return { words, refusal };
}

/** What the engine needs of a run to count on from it. */
export function toEarlierWrites({
  samples,
  proofs,
  failures,
  standing,
}: Pick<WritesRun, 'samples' | 'proofs' | 'failures' | 'standing'>): EarlierWrites {
  return { samples, proofs, failures, varying: standing?.varying ?? [] };
}

const unjudged: ReadonlySet<Verdict['kind']> = new Set([
  'failed',
  'over-limit',
  'different-answer',
]);
const undecided: ReadonlySet<Verdict['kind']> = new Set([
  ...(['too-few-runs', 'unresolved', 'too-noisy'] as const),
  ...(['clearly-faster', 'clearly-slower'] as const),
]);

/**
 * Contenders that more rounds could tell more of. Open: without a verdict, or with one that has no
 * interval. Wide: with a verdict whose interval is not yet as narrow as its size asks.
 */
function openContenders(run: WritesRun): { open: number; wide: number } {
  const contenders = run.opened?.contenders ?? [];
  const counts = { open: 0, wide: 0 };
  for (const groupId of new Set(contenders.map((each) => each.groupId))) {
    const group = contenders.filter((each) => each.groupId === groupId);
    for (const state of groupStates(run, group)) {
      if (state !== 'settled') counts[state]++;
    }
  }
  return counts;
}

function groupStates(
  { standing, samples }: WritesRun,
  group: readonly WriteContender[],
): ('open' | 'wide' | 'settled')[] {
  const cells = standing?.cells ?? {};
  const judged = group.map(({ id, isBaseline }) => {
    const cell = Object.hasOwn(cells, id) ? cells[id] : undefined;
    const kind = cell?.verdict.kind ?? 'too-few-runs';
    const verdict = cell && unjudged.has(kind) ? cell.verdict : null;
    return { id, isBaseline, kind, verdict, hasInterval: cell?.interval != null };
  });
  const measured = judged.filter(({ verdict }) => verdict === null);
  const baseline = measured.find(({ isBaseline }) => isBaseline);
  // With nothing to compare all that can be told are medians.
  if (!baseline || measured.length === 1) {
    return measured.map(({ hasInterval }) => (hasInterval ? 'settled' : 'open'));
  }
  const ids = new Set(group.map(({ id }) => id));
  const { preciseIds } = groupStanding({
    baselineId: baseline.id,
    contenders: judged,
    samples: samples.filter(({ contenderId }) => ids.has(contenderId)),
  });
  return measured.map((each) => {
    if (each === baseline) return each.hasInterval ? 'settled' : 'open';
    if (undecided.has(each.kind)) return 'open';
    return preciseIds.includes(each.id) ? 'settled' : 'wide';
  });
}
