// One group of a run of writes: its contenders, their proofs and samples, and where they stand.
// Whose turn it is, is decided by the rounds; when it ends, by the budget.
import type { Verdict } from '../../model/comparison/verdict.ts';
import { type EngineError, EngineFailure } from '../../model/errors.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { WriteProof, WriteSample } from '../../model/writes/writes.ts';
import { contentDifference, referenceContent } from '../../statistics/writes/answer-reference.ts';
import { type GroupStanding, groupStanding } from '../../statistics/writes/group-standing.ts';
import type { BudgetedGroup } from './budget-draft.ts';
import type { MeasuredContender } from './measured-contender.ts';
import type { GroupPlan } from './round-budget.ts';

export interface Entry {
  readonly id: string;
  readonly measured: MeasuredContender;
  proof: WriteProof | null;
  /** Failed or over the limit. */
  failure: Verdict | null;
  hasRun: boolean;
  /** The last round that it was planned for. */
  lastRound: number;
}

export interface WriteGroup {
  readonly id: string;
  readonly entries: readonly Entry[];
  /** Null when no contender is marked as one. */
  readonly baseline: Entry | null;
  /** Rounds begun. */
  round: number;
  /**
   * Called after a first run: where it left another content than the baseline did, the baseline is
   * run once more. What differs from itself tells nothing; from then on only counts are compared.
   */
  checkContent(entry: Entry): void;
  /** The baseline left other content when it was run again. */
  hasVaryingContent(): boolean;
  addSample(sample: WriteSample): void;
  /** Takes back the sample added last. */
  dropSample(): void;
  /** Why an entry is run no more; null while it is. */
  outcome(entry: Entry): Verdict | null;
  /** The baseline while there is anything to compare with it. */
  comparedWith(): Entry | null;
  /** Those that are still run, without `comparedWith`. */
  members(): Entry[];
  standing(plan: GroupPlan | undefined): GroupStanding;
}

function createWriteGroup(id: string, contenders: readonly MeasuredContender[]): WriteGroup {
  const entries = contenders.map(
    (measured): Entry => ({
      id: measured.contender.id,
      measured,
      proof: null,
      failure: null,
      hasRun: false,
      lastRound: 1,
    }),
  );
  const baseline = entries.find(({ measured }) => measured.contender.isBaseline) ?? null;
  const samples: WriteSample[] = [];
  let isVarying = false;

  function outcome(entry: Entry): Verdict | null {
    if (entry.failure || !entry.proof) return entry.failure;
    const content = ({ proof }: Entry) =>
      proof && isVarying ? { ...proof, contentHash: '' } : proof;
    const others = entries.filter((each) => each !== baseline);
    const reference = referenceContent(
      baseline && content(baseline),
      others.flatMap((other) => content(other) ?? []),
    );
    const own = content(entry);
    const difference = reference && own && contentDifference(reference, own);
    return difference && { kind: 'different-answer', difference };
  }

  function comparedWith(): Entry | null {
    if (!baseline || outcome(baseline)) return null;
    return entries.some((each) => each !== baseline && !outcome(each)) ? baseline : null;
  }

  function checkContent({ proof }: Entry): void {
    const witness = baseline?.proof ? baseline : entries.find((each) => each.proof);
    if (isVarying || !proof || !witness?.proof) return;
    if (contentDifference(witness.proof, proof)?.kind !== 'content') return;
    const again = proofOf(witness.measured);
    // Another number of rows is left to the comparison of counts.
    if (again && again.contentHash !== witness.proof.contentHash) {
      isVarying = again.tableRows === witness.proof.tableRows;
    }
  }

  return {
    id,
    entries,
    baseline,
    round: 0,
    checkContent,
    hasVaryingContent: () => isVarying,
    addSample: (sample) => samples.push(sample),
    dropSample: () => samples.pop(),
    outcome,
    comparedWith,
    members() {
      const base = comparedWith();
      return entries.filter((each) => each !== base && !outcome(each));
    },
    standing(plan) {
      return groupStanding({
        baselineId: baseline?.id ?? '',
        contenders: entries.map((entry) => ({
          id: entry.id,
          isShort: isShort(plan, entry.id),
          verdict: outcome(entry),
        })),
        samples,
      });
    },
  };
}

/** Null where it fails this time. */
function proofOf(measured: MeasuredContender): WriteProof | null {
  try {
    return measured.run(true).proof;
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return null;
    throw thrown;
  }
}

function isShort(plan: GroupPlan | undefined, id: string): boolean {
  if (!plan) return false;
  return (plan.shares.get(id) ?? plan.baselineShare) !== 'full';
}

/** The group as the budget sees it; `costOf` says what a sample of a contender takes. */
export function toBudgeted(
  group: WriteGroup,
  isPrecise: boolean,
  costOf: (contenderId: string) => Milliseconds,
): BudgetedGroup {
  const base = group.comparedWith();
  return {
    id: group.id,
    baselineMs: base ? costOf(base.id) : null,
    round: Math.max(1, group.round),
    isPrecise,
    members: group.members().map(({ id, lastRound }) => ({ id, costMs: costOf(id), lastRound })),
  };
}

/** The groups in the order of their first contenders. */
export function toWriteGroups(contenders: readonly MeasuredContender[]): WriteGroup[] {
  const byGroup = new Map<string, MeasuredContender[]>();
  for (const each of contenders) {
    const { groupId } = each.contender;
    byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), each]);
  }
  return [...byGroup].map(([id, members]) => createWriteGroup(id, members));
}

/** The verdict on a contender that threw; `limitMs` is what a run may take. */
export function verdictOnFailure(error: EngineError, limitMs: Milliseconds): Verdict {
  return error.code === 'time-limit' ? { kind: 'over-limit', limitMs } : { kind: 'failed', error };
}
