// The rounds of a run of writes: whose turn it is, one sample a message, and where all stand.
// Knows no SQLite: a contender runs itself. Times and verdicts are computed by engine/statistics.
import { createSeededRandom, shuffled } from '../../../lib/numbers/seeded-random.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { Milliseconds } from '../../model/units.ts';
import type {
  EarlierWrites,
  WriteContender,
  WriteStep,
  WritesStanding,
} from '../../model/writes/writes.ts';
import { median } from '../../statistics/distributions/quantiles.ts';
import type { GroupStanding } from '../../statistics/writes/group-standing.ts';
import type { MeasuredContender } from './measured-contender.ts';
import { createRunPlan } from './run-plan.ts';
import { createSampleCosts } from './sample-costs.ts';
import { createSampling } from './sampling.ts';
import { type Entry, toWriteGroups, verdictOnFailure, type WriteGroup } from './write-group.ts';

export interface WriteRoundsSettings {
  clock: () => Milliseconds;
  tickMs: Milliseconds;
  /** Decides the order within the rounds. */
  seed: number;
  /** For the whole run, the time between the messages included. */
  budgetMs: Milliseconds;
  /** What a run may take, to be named where it took longer; else what it took is named. */
  limitMs?: Milliseconds;
  /** What an earlier run ended with: this one counts on from there. */
  earlier?: EarlierWrites;
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
/** A sample that is disturbed this often is left out of its round. */
const mostRetakes = 5;

const nothingEarlier: EarlierWrites = { samples: [], proofs: {}, failures: {}, varying: [] };

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
  const { clock, seed, budgetMs, earlier = nothingEarlier } = settings;
  const isContinued = earlier.samples.length > 0;
  const sampling = createSampling(settings);
  const kin = new Map(contenders.map(({ contender }) => [contender.id, kinOf(contender)]));
  const costs = createSampleCosts((id) => kin.get(id) ?? '');
  const groups = toWriteGroups(contenders, earlier, settings.limitMs ?? 0);
  const standings = new Map<string, GroupStanding>();
  let queue: Task[] = [];
  let lastTask: Task | null = null;
  let spentMs = 0;
  let endedAt: Milliseconds | null = null;
  let fraction = 0;

  for (const { id } of groups.flatMap(({ entries }) => entries)) {
    const taken = earlier.samples.filter(({ contenderId }) => contenderId === id);
    if (taken.length === 0) continue;
    const timedMs = median(taken.map(({ elapsedMs, runs }) => elapsedMs * runs));
    costs.add(id, { timedMs, wholeMs: null });
  }

  const plan = createRunPlan({
    groups,
    budgetMs,
    standingOf,
    costOf: costs.expect,
    queuedControls: (group) =>
      queue.filter((task) => task.group === group && task.isControl && isOpen(task)).length,
  });

  /** What stands in the queue and all first runs to come. */
  function pendingMs(): Milliseconds {
    const waiting = groups.flatMap((group) => group.unopened());
    const queued = queue.filter(isOpen).map(({ entry }) => entry);
    return [...waiting, ...queued].reduce((sum, { id }) => sum + costs.expect(id), 0);
  }

  function replan(): void {
    plan.replan(budgetMs * (1 - reserve) - spentMs - pendingMs());
  }

  /** Computed anew only when the group has another sample or outcome. */
  function standingOf(group: WriteGroup): GroupStanding {
    const standing = standings.get(group.id) ?? group.standing();
    standings.set(group.id, standing);
    return standing;
  }

  /** A failed contender has no turn any more; nor has a control that the plan does without. */
  function isOpen({ group, entry, isControl }: Task): boolean {
    if (entry.failure) return false;
    return !isControl || (group.comparedWith() === entry && plan.isControlled(group));
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
    const group = groups.find((each) => each.unopened().length > 0) ?? nextGroup();
    if (!group) return false;
    const first = group.unopened();
    const isOpening = first.length > 0;
    const base =
      group.baseline && first.includes(group.baseline) ? group.baseline : group.comparedWith();
    const others = (isOpening ? first : plan.furtherMembers(group)).filter(
      (entry) => entry !== base,
    );
    if (!isOpening) plan.leaveOut(group);
    const round = group.round + 1;
    group.round = round;
    group.begun++;
    for (const entry of base ? [base, ...others] : others) {
      entry.rounds++;
      entry.isOpened = true;
    }
    const task = (entry: Entry, isControl = false): Task => ({
      group,
      entry,
      round,
      isControl,
      retakes: 0,
    });
    const random = createSeededRandom(`${seed} ${group.id} round ${round}`);
    const rest = others.map((entry) => task(entry));
    const [own, control] = base ? [[task(base)], [task(base, true)]] : [[], []];
    // The first round begins with the baseline: all others are compared with it. The control comes
    // last, when the plan knows what the group takes.
    if (isOpening) queue = [...own, ...shuffled(rest, random), ...control];
    else queue = shuffled([...own, ...rest, ...control], random);
    return true;
  }

  function nextGroup(): WriteGroup | null {
    replan();
    const next = plan.neediestGroup();
    const out = groups.flatMap(({ entries }) => entries).filter(({ isOut }) => isOut);
    if (next || !isContinued || out.length === 0) return next;
    // What was left out for others may still have a part of its rounds: another run counts on.
    for (const entry of out) entry.isOut = false;
    replan();
    return plan.neediestGroup();
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
      if (taken.proof) group.content.prove(entry, taken.proof);
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
    const wholeMs = spentMs + pendingMs() + plan.restMs;
    const reached = isDone ? 1 : Math.min(0.99, wholeMs > 0 ? spentMs / wholeMs : 0);
    fraction = Math.max(fraction, reached);
    return {
      cells: Object.assign({}, ...each.map(({ cells }) => cells)),
      margins: Object.fromEntries(
        each.flatMap(({ id, margin }) => (margin === null ? [] : [[id, margin]])),
      ),
      varying: groups.filter((group) => group.content.isVarying()).map(({ id }) => id),
      fraction,
      next: isDone ? 'done' : 'measure',
      reason: isDone ? reasonToEnd() : null,
      notes: groups.some((group) => group.content.isVarying()) ? [varyingContent] : [],
    };
  }

  function reasonToEnd(): WritesStanding['reason'] {
    if (groups.every((group) => group.members().length === 0)) return 'nothing-to-measure';
    return groups.every(plan.hasAllRounds) ? 'rounds' : 'budget';
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

/** Groups differ in setup or operation; the same subject is likely to take about as long in each. */
function kinOf({ subject, technique }: WriteContender): string {
  return subject.kind === 'technique' ? technique : JSON.stringify(subject);
}
