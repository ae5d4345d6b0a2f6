// The rounds of a run of writes: whose turn it is, one sample a message, and where all stand.
// Knows no SQLite: a contender runs itself. Times and verdicts are computed by engine/statistics.
import { createSeededRandom, shuffled } from '../../../lib/numbers/seeded-random.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { WriteContender, WriteStep, WritesStanding } from '../../model/writes/writes.ts';
import { isLook, minRounds, shortRounds } from '../../statistics/stop-rule.ts';
import type { GroupStanding } from '../../statistics/writes/group-standing.ts';
import { mostRounds, type RoundShare } from './budget-draft.ts';
import type { MeasuredContender } from './measured-contender.ts';
import { type GroupPlan, planRoundBudget, type RoundBudget } from './round-budget.ts';
import { createSampleCosts } from './sample-costs.ts';
import { createSampling } from './sampling.ts';
import {
  type Entry,
  toBudgeted,
  toWriteGroups,
  verdictOnFailure,
  type WriteGroup,
} from './write-group.ts';

export interface WriteRoundsSettings {
  clock: () => Milliseconds;
  tickMs: Milliseconds;
  /** Decides the order within the rounds. */
  seed: number;
  /** For the whole run, the time between the messages included. */
  budgetMs: Milliseconds;
  /** What a run may take, to be named where it took longer; else what it took is named. */
  limitMs?: Milliseconds;
}

export interface WriteRounds {
  /**
   * Takes one sample of one contender. `discardLast`: the sample before was disturbed; it does not
   * count and is taken again. With nothing left to do the sample is null and the standing 'done'.
   * What a contender throws besides EngineFailures (a trap of WebAssembly) passes through.
   */
  measure(discardLast: boolean): WriteStep;
}

/** Of the budget, what is kept for whatever takes longer than it did before. */
const reserve = 0.04;
/** Between two messages; longer pauses are the page's and not of the run. */
const mostGapMs = 50;
/** Slow is what would take so many times its fair share of the budget in 12 rounds. */
const slowFactor = 2;
/** A sample that is disturbed this often is left out of its round. */
const mostRetakes = 5;

const varyingContent =
  'The content differs from run to run: a trigger uses the time or chance. Only row counts were compared.';

interface Task {
  group: WriteGroup;
  entry: Entry;
  round: number;
  isControl: boolean;
  retakes: number;
}

export function createWriteRounds(
  contenders: readonly MeasuredContender[],
  settings: WriteRoundsSettings,
): WriteRounds {
  const { clock, seed, budgetMs } = settings;
  const sampling = createSampling(settings);
  const kin = new Map(contenders.map(({ contender }) => [contender.id, kinOf(contender)]));
  const costs = createSampleCosts((id) => kin.get(id) ?? '');
  const groups = toWriteGroups(contenders);
  const slowMs = (slowFactor * budgetMs) / (minRounds * Math.max(1, contenders.length));
  const standings = new Map<string, { shares: string; standing: GroupStanding }>();
  let queue: Task[] = [];
  let lastTask: Task | null = null;
  let budget: RoundBudget = { groups: new Map(), restMs: 0 };
  let spentMs = 0;
  let endedAt: Milliseconds | null = null;
  let fraction = 0;

  /** What stands in the queue and all first runs to come. */
  function pendingMs(): Milliseconds {
    const waiting = groups
      .filter(({ round }) => round === 0)
      .flatMap(({ entries }) => entries.map(({ id }) => costs.expect(id)));
    const queued = queue.filter(isOpen).map(({ entry }) => costs.expect(entry.id));
    return [...waiting, ...queued].reduce((sum, each) => sum + each, 0);
  }

  function replan(): void {
    const leftMs = budgetMs * (1 - reserve) - spentMs - pendingMs();
    budget = planRoundBudget(
      groups.map((group) => toBudgeted(group, isSettled(group), costs.expect)),
      { leftMs, slowMs },
    );
  }

  function isSettled(group: WriteGroup): boolean {
    return isLook(group.round) && standingOf(group).isPrecise;
  }

  /** Computed anew only when the group has another sample, or other contenders are short. */
  function standingOf(group: WriteGroup): GroupStanding {
    const plan = budget.groups.get(group.id);
    const shares = [plan?.baselineShare, ...(plan?.shares ?? [])].join();
    const known = standings.get(group.id);
    if (known?.shares === shares) return known.standing;
    const standing = group.standing(plan);
    standings.set(group.id, { shares, standing });
    return standing;
  }

  /** A failed contender has no turn any more; nor has a control that the plan does without. */
  function isOpen({ group, entry, isControl }: Task): boolean {
    if (entry.failure) return false;
    return !isControl || (group.comparedWith() === entry && isControlled(group));
  }

  function isControlled({ id }: WriteGroup): boolean {
    return budget.groups.get(id)?.isControlled ?? true;
  }

  /** The next task that can be done; begins the next round of a group when a queue is empty. */
  function nextTask(): Task | null {
    while (true) {
      const task = queue[0];
      if (task && isOpen(task)) return task;
      if (task) queue.shift();
      else if (!beginRound()) return null;
    }
  }

  function beginRound(): boolean {
    const unopened = groups.find(({ round }) => round === 0);
    const group = unopened ?? nextGroup();
    if (!group) return false;
    const round = group.round + 1;
    const random = createSeededRandom(`${seed} ${group.id} round ${round}`);
    const base = round === 1 ? group.baseline : group.comparedWith();
    const others = group.entries.filter((entry) => entry !== base && hasRound(group, entry, round));
    group.round = round;
    for (const entry of base ? [base, ...others] : others) entry.lastRound = round;
    const task = (entry: Entry, isControl = false): Task => ({
      group,
      entry,
      round,
      isControl,
      retakes: 0,
    });
    const rest = others.map((entry) => task(entry));
    const [first, control] = base ? [[task(base)], [task(base, true)]] : [[], []];
    // The first round begins with the baseline: all others are compared with it. The control comes
    // last, when the plan knows what the group takes.
    if (round === 1) queue = [...first, ...shuffled(rest, random), ...control];
    else queue = shuffled([...first, ...rest, ...control], random);
    return true;
  }

  /** Round r of all groups before round r + 1 of any. */
  function nextGroup(): WriteGroup | null {
    replan();
    const [next] = groups
      .filter((group) => group.entries.some((each) => hasRound(group, each, group.round + 1)))
      .sort((a, b) => a.round - b.round);
    return next ?? null;
  }

  /** Whether this round of a contender, which is not the one compared with, is planned. */
  function hasRound(group: WriteGroup, entry: Entry, round: number): boolean {
    if (round === 1) return true;
    const plan = budget.groups.get(group.id);
    const share = plan?.shares.get(entry.id);
    if (!plan || !share || group.outcome(entry)) return false;
    if (entry.lastRound < round - 1) return false;
    return round <= roundsFor(share, plan);
  }

  function drop(): void {
    if (!lastTask) return;
    lastTask.group.dropSample();
    standings.delete(lastTask.group.id);
    if (lastTask.retakes < mostRetakes) {
      queue.unshift({ ...lastTask, retakes: lastTask.retakes + 1 });
    }
    lastTask = null;
  }

  function perform(task: Task): Omit<WriteStep, 'standing'> {
    const { group, entry, round, isControl } = task;
    const start = clock();
    standings.delete(group.id);
    try {
      const isFirst = !entry.hasRun;
      const taken = isFirst ? sampling.takeFirst(entry.measured) : sampling.take(entry.measured);
      entry.hasRun = true;
      entry.proof ??= taken.proof;
      if (isFirst) group.checkContent(entry);
      costs.add(entry.id, taken);
      const { elapsedMs, runs, proof } = taken;
      const sample = { contenderId: entry.id, round, isControl, elapsedMs, runs };
      group.addSample(sample);
      lastTask = task;
      return { sample, proof, failure: null, contenderId: entry.id };
    } catch (thrown) {
      if (!(thrown instanceof EngineFailure)) throw thrown;
      entry.failure = verdictOnFailure(thrown.error, settings.limitMs ?? clock() - start);
      lastTask = null;
      return { sample: null, proof: null, failure: thrown.error, contenderId: entry.id };
    }
  }

  function standing(isDone: boolean): WritesStanding {
    const each = groups.map((group) => ({ id: group.id, ...standingOf(group) }));
    const wholeMs = spentMs + pendingMs() + budget.restMs;
    const reached = isDone ? 1 : Math.min(0.99, wholeMs > 0 ? spentMs / wholeMs : 0);
    fraction = Math.max(fraction, reached);
    return {
      cells: Object.assign({}, ...each.map(({ cells }) => cells)),
      margins: Object.fromEntries(
        each.flatMap(({ id, margin }) => (margin === null ? [] : [[id, margin]])),
      ),
      fraction,
      next: isDone ? 'done' : 'measure',
      reason: isDone ? reasonToEnd() : null,
      notes: groups.some((group) => group.hasVaryingContent()) ? [varyingContent] : [],
    };
  }

  function reasonToEnd(): WritesStanding['reason'] {
    if (groups.every((group) => group.members().length === 0)) return 'nothing-to-measure';
    return groups.every(hasAllRounds) ? 'rounds' : 'budget';
  }

  /** Nobody was left out for lack of time: short contenders have their three rounds, too. */
  function hasAllRounds(group: WriteGroup): boolean {
    const plan = budget.groups.get(group.id);
    const shares = [...(plan?.shares.values() ?? [])];
    if (shares.includes('few')) return false;
    if (!shares.includes('full')) return true;
    const wanted = !group.comparedWith() || isSettled(group) ? minRounds : mostRounds;
    return group.round >= wanted;
  }

  return {
    measure(discardLast) {
      const start = clock();
      if (endedAt !== null) spentMs += Math.min(mostGapMs, start - endedAt);
      if (discardLast) drop();
      else lastTask = null;
      const task = nextTask();
      const none = { sample: null, proof: null, failure: null, contenderId: null };
      if (task) queue.shift();
      const step = task ? perform(task) : none;
      endedAt = clock();
      spentMs += endedAt - start;
      replan();
      return { ...step, standing: standing(nextTask() === null) };
    },
  };
}

function roundsFor(share: RoundShare, plan: GroupPlan): number {
  return { full: plan.rounds, short: shortRounds, few: 1 }[share];
}

/** Groups differ in setup or operation; the same subject is likely to take about as long in each. */
function kinOf({ subject, technique }: WriteContender): string {
  return subject.kind === 'technique' ? technique : JSON.stringify(subject);
}
