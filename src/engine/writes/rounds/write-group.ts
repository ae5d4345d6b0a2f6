// One group of a run of writes: its contenders, their samples, and where they stand.
// Whose turn it is, is decided by the rounds; when it ends, by the budget.
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { EarlierWrites, WriteSample } from '../../model/writes/writes.ts';
import { isLook, minRounds } from '../../statistics/stop-rule.ts';
import { type GroupStanding, groupStanding } from '../../statistics/writes/group-standing.ts';
import { pairByRound, roundTimes } from '../../statistics/writes/paired-rounds.ts';
import type { BudgetedGroup } from './budget-draft.ts';
import { createGroupContent, type GroupContent, type Proven } from './group-content.ts';
import type { MeasuredContender } from './measured-contender.ts';

export interface Entry extends Proven {
  readonly id: string;
  /** Failed or over the limit. */
  failure: Verdict | null;
  /** In this engine. */
  hasRun: boolean;
  /** It has samples from earlier runs, or its first run was planned: that comes in any case. */
  isOpened: boolean;
  /** Rounds that it was planned for, and those from earlier runs. */
  rounds: number;
  /** Those from earlier runs: paired with the baseline's, where there is one. */
  earlier: number;
  /** Left out of a round for lack of time: it has none until a continued run finds time left. */
  isOut: boolean;
}

export interface WriteGroup {
  readonly id: string;
  readonly entries: readonly Entry[];
  /** Null when no contender is marked as one. */
  readonly baseline: Entry | null;
  /** Number of the round begun last. */
  round: number;
  /** Rounds begun in this run. */
  begun: number;
  /** Those whose first run is still to be planned. */
  unopened(): Entry[];
  /** Rounds with a control, one that is yet to come not counted. */
  controls(): number;
  readonly content: GroupContent;
  addSample(sample: WriteSample): void;
  /** Takes back the sample added last. */
  dropSample(): void;
  /** Why an entry is run no more; null while it is. */
  outcome(entry: Entry): Verdict | null;
  /** The baseline while there is anything to compare with it. */
  comparedWith(): Entry | null;
  /** Those that are still run, without `comparedWith`. */
  members(): Entry[];
  standing(): GroupStanding;
}

function createWriteGroup(
  id: string,
  contenders: readonly MeasuredContender[],
  earlier: EarlierWrites,
  limitMs: Milliseconds,
): WriteGroup {
  const ids = new Set(contenders.map(({ contender }) => contender.id));
  const samples = earlier.samples.filter(({ contenderId }) => ids.has(contenderId));
  const known = new Set(samples.map(({ contenderId }) => contenderId));
  const baselineId = contenders.find(({ contender }) => contender.isBaseline)?.contender.id ?? '';
  const entries = contenders.map((measured): Entry => {
    const contenderId = measured.contender.id;
    const error = ownValue(earlier.failures, contenderId);
    return {
      id: contenderId,
      measured,
      proof: ownValue(earlier.proofs, contenderId),
      failure: error && verdictOnFailure(error, limitMs),
      hasRun: false,
      isOpened: known.has(contenderId),
      rounds: 0,
      earlier: 0,
      isOut: false,
    };
  });
  const baseline = entries.find((entry) => entry.id === baselineId) ?? null;
  const content = createGroupContent(entries, baseline, earlier.varying.includes(id));

  function outcome(entry: Entry): Verdict | null {
    return entry.failure ?? content.verdictOn(entry);
  }

  function comparedWith(): Entry | null {
    if (!baseline || outcome(baseline)) return null;
    return entries.some((each) => each !== baseline && !outcome(each)) ? baseline : null;
  }

  const baseTimes = () => roundTimes(samples, baselineId);

  for (const entry of entries) {
    const own = roundTimes(samples, entry.id);
    const isPaired = comparedWith() !== null;
    entry.earlier = isPaired ? pairByRound(own, baseTimes()).times.length : own.size;
    entry.rounds = entry.earlier;
  }

  return {
    id,
    entries,
    baseline,
    round: samples.reduce((most, { round }) => Math.max(most, round), 0),
    begun: 0,
    unopened: () => entries.filter(({ isOpened, failure }) => !isOpened && !failure),
    controls: () => pairByRound(roundTimes(samples, baselineId, true), baseTimes()).times.length,
    content,
    addSample: (sample) => samples.push(sample),
    dropSample: () => samples.pop(),
    outcome,
    comparedWith,
    members() {
      const base = comparedWith();
      return entries.filter((each) => each !== base && !outcome(each));
    },
    standing() {
      const judged = entries.map((entry) => ({ id: entry.id, verdict: outcome(entry) }));
      return groupStanding({ baselineId, contenders: judged, samples });
    },
  };
}

function ownValue<Value>(values: Record<string, Value>, key: string): Value | null {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

/**
 * The group as the budget sees it; `costOf` says what a sample of a contender takes, `preciseIds`
 * whose intervals are narrow enough, `queuedControls` what is planned already.
 */
export function toBudgeted(
  group: WriteGroup,
  costOf: (contenderId: string) => Milliseconds,
  preciseIds: readonly string[],
  queuedControls: number,
): BudgetedGroup {
  const base = group.comparedWith();
  return {
    id: group.id,
    baselineMs: base ? costOf(base.id) : null,
    begun: Math.max(1, group.begun),
    controls: group.controls() + queuedControls,
    members: group.members().map(({ id, rounds, earlier, isOut }) => ({
      id,
      rounds,
      earlier,
      isOut,
      costMs: costOf(id),
      isSettled: preciseIds.includes(id) && (isLook(rounds) || isFirstLook(rounds, earlier)),
    })),
  };
}

/** What an earlier run ended with is looked at, whatever its number of rounds. */
function isFirstLook(rounds: number, earlier: number): boolean {
  return rounds === earlier && rounds >= minRounds;
}

/** The groups in the order of their first contenders. */
export function toWriteGroups(
  contenders: readonly MeasuredContender[],
  earlier: EarlierWrites,
  limitMs: Milliseconds,
): WriteGroup[] {
  const byGroup = new Map<string, MeasuredContender[]>();
  for (const each of contenders) {
    const { groupId } = each.contender;
    byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), each]);
  }
  return [...byGroup].map(([id, members]) => createWriteGroup(id, members, earlier, limitMs));
}

/** The verdict on a contender that threw; `limitMs` is what a run may take. */
export function verdictOnFailure(error: EngineError, limitMs: Milliseconds): Verdict {
  return error.code === 'time-limit' ? { kind: 'over-limit', limitMs } : { kind: 'failed', error };
}
