// Simulated comparisons with a known truth: how often is the verdict wrong, does the interval
// hold what its level promises? Each test says which figures were seen when it was written.
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import type { MeasuredRound, Standing } from '../../model/comparison/comparison.ts';
import { confirmingRuns } from '../../model/comparison/confirmation.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { confirmationOf } from '../confirmation/confirmation.ts';
import { intervalLevel } from '../distributions/signed-rank.ts';
import { standingOf } from '../standing.ts';
import { minRounds, roundsPerRequest, shortRounds } from '../stop-rule.ts';
import { workloadOf } from '../workload/workload.ts';
import {
  bellOf,
  createSimulatedMachine,
  type MachineKind,
  machineKinds,
} from './simulated-machine.testing.ts';

/** True ratios to the baseline A, which is among them. */
type Factors = Readonly<Record<string, number>>;

/** A round takes 1 ms of the simulated time: the budget ends a vague comparison at 22 rounds. */
const budgetMs = 22;
const maxContinues = 2;
/** Every so many comparisons of identical setups are confirmed. */
const confirmedShare = 9;

interface Course {
  machine: MachineKind;
  factors: Factors;
  isShort?: boolean;
  /** Rounds are discarded, those that took longer than the one before more often. */
  hasDiscards?: boolean;
}

/** A comparison stopped by the rule, and continued up to twice while anything is unresolved. */
function compare(seed: string, { machine, factors, isShort = false, hasDiscards = false }: Course) {
  const simulated = createSimulatedMachine(seed, machine);
  const chance = createSeededRandom(`${seed} discards`);
  const rounds: MeasuredRound[] = [];
  let discarded = 0;
  let lengthBefore = Number.POSITIVE_INFINITY;
  const comparedIds = Object.keys(factors).filter((id) => id !== 'A');
  let continues = 0;
  while (true) {
    const round = simulated.nextRound(factors);
    if (hasDiscards) {
      const length = Object.values(round.samples).reduce((sum, each) => sum + each.perCallMs, 0);
      const isDiscarded = chance.next() < (length > lengthBefore ? 0.3 : 0.1);
      lengthBefore = length;
      if (isDiscarded) {
        // It never comes to the standing, but its time is spent.
        discarded++;
        continue;
      }
    }
    rounds.push(round);
    // The rule looks at 12, 17, 22 ... rounds only; a look costs more than a round here.
    const isLook = rounds.length >= minRounds && (rounds.length - minRounds) % 5 === 0;
    if (isShort ? rounds.length < shortRounds : !isLook) continue;
    const standing = standingOf({
      baselineId: 'A',
      comparedIds,
      unmeasured: {},
      rounds,
      isShort,
      spentMs: rounds.length + discarded,
      budgetMs: budgetMs * (1 + continues),
      discarded,
      maxRounds: roundsPerRequest * (1 + continues),
      roundMs: 1,
      distinctKeys: 0,
    });
    if (standing.next === 'measure') continue;
    const isOpen = kindsOf(standing).includes('unresolved');
    if (isShort || !isOpen || continues === maxContinues) return { standing, continues };
    continues++;
  }
}

function kindsOf(standing: Standing): Verdict['kind'][] {
  return Object.values(standing.verdicts).map((verdict) => verdict.kind);
}

const rankings: ReadonlySet<string> = new Set([
  'faster',
  'slower',
  'clearly-faster',
  'clearly-slower',
]);

function setupsLike(count: number, factor: number): Factors {
  const compared = 'BCDEF'.slice(0, count).split('');
  return { A: 1, ...Object.fromEntries(compared.map((id) => [id, factor])) };
}

/** The item of a list for this run: every combination of lists of coprime lengths comes up. */
function pick<Item>(items: readonly Item[], run: number): Item {
  const item = items[run % items.length];
  if (item === undefined) throw new Error('an empty list has no item');
  return item;
}

describe('identical setups', () => {
  // Seen: none of 2,000 ranked; 313 continued, 122 of them with rounds discarded; 14 unresolved in
  // the end, 358 too noisy. Confirm: none of 223 stands, nor of 2,000.
  test('at most 1 % of 2,000 comparisons rank one, Continue and short mode included', () => {
    const comparisons = 2000;
    const counts = { ranked: 0, asked: 0, confirmed: 0, tooNoisy: 0, unresolved: 0, equal: 0 };
    const continued = { plain: 0, withDiscards: 0 };
    for (let run = 0; run < comparisons; run++) {
      const course: Course = {
        machine: pick(machineKinds, run),
        factors: setupsLike(1 + (run % 5), 1),
        isShort: run % 8 === 0,
        hasDiscards: run % 3 === 0,
      };
      const { standing, continues } = compare(`equal ${run}`, course);
      if (continues > 0) continued[standing.discarded > 0 ? 'withDiscards' : 'plain']++;
      const kinds = kindsOf(standing);
      if (kinds.includes('too-noisy')) counts.tooNoisy++;
      if (kinds.includes('unresolved')) counts.unresolved++;
      if (kinds.includes('equal')) counts.equal++;
      const isRanked = kinds.some((kind) => rankings.has(kind));
      if (isRanked) counts.ranked++;
      // Asked of a fixed share whatever was said first: among identical setups hardly any is ranked.
      if (!isRanked && run % confirmedShare !== 0) continue;
      counts.asked++;
      const workers = Array.from({ length: confirmingRuns }, (_, worker) =>
        compare(`confirm ${run} ${worker}`, course),
      );
      const cells = confirmationOf(workers.map((each) => each.standing));
      const stands = Object.values(cells).some(
        ({ status, kinds: [kind = ''] }) => status === 'stands' && rankings.has(kind),
      );
      if (stands) counts.confirmed++;
    }
    expect(counts.ranked / comparisons).toBeLessThanOrEqual(0.01);
    expect(continued.plain).toBeGreaterThan(comparisons / 20);
    expect(continued.withDiscards).toBeGreaterThan(comparisons / 50);
    expect(counts.asked).toBeGreaterThanOrEqual(comparisons / confirmedShare);
    expect(counts.confirmed / counts.asked).toBeLessThanOrEqual(0.01);
    // The machine is not blamed instead: most comparisons end with a finding.
    expect(counts.equal).toBeGreaterThan(comparisons / 2);
  });

  // Seen: 6; of 7,000 it was 23 (0.3 %), 21 of them on the busy machine (2 % of its share).
  test('at most 1 % of 1,000 short comparisons rank one', () => {
    let ranked = 0;
    for (let run = 0; run < 1000; run++) {
      const course: Course = {
        machine: pick(machineKinds, run),
        factors: setupsLike(1 + (run % 5), 1),
        isShort: true,
      };
      const kinds = kindsOf(compare(`short ${run}`, course).standing);
      if (kinds.some((kind) => rankings.has(kind))) ranked++;
    }
    expect(ranked).toBeLessThanOrEqual(10);
  });

  // Seen: 101 of 200 ranked in one worker, 6 of these in three others too.
  test('what a process does to a setup is found out by Confirm', () => {
    // Within one worker the bias is as real as an index: only fresh workers can tell.
    const random = createSeededRandom('processes');
    const biased = (): Factors => ({ A: 1, B: Math.exp(0.08 * bellOf(random)) });
    let ranked = 0;
    let confirmed = 0;
    for (let run = 0; run < 200; run++) {
      const verdictIn = (worker: string) =>
        compare(`process ${run} ${worker}`, { machine: 'quiet', factors: biased() }).standing;
      if (!kindsOf(verdictIn('first')).some((kind) => rankings.has(kind))) continue;
      ranked++;
      const cell = confirmationOf(['x', 'y', 'z'].map(verdictIn)).B;
      if (cell?.status === 'stands' && rankings.has(cell.kinds[0] ?? '')) confirmed++;
    }
    expect(ranked).toBeGreaterThan(40);
    expect(confirmed * 5).toBeLessThan(ranked);
  });

  // Seen: none, of 2,000 either.
  test('at most 1 % of 600 workloads of identical setups have a winner', () => {
    let ranked = 0;
    let won = 0;
    const workloads = 600;
    for (let run = 0; run < workloads; run++) {
      const factors = setupsLike(1 + (run % 5), 1);
      const { outcome, verdicts } = workloadOfSimulated(`workload ${run}`, run, factors);
      if (outcome.kind === 'winner' || outcome.kind === 'baseline-wins') won++;
      if (Object.values(verdicts).some(({ kind }) => rankings.has(kind))) ranked++;
    }
    expect(won / workloads).toBeLessThanOrEqual(0.01);
    expect(ranked / workloads).toBeLessThanOrEqual(0.01);
  });

  // Seen: none, of 2,000 either.
  test('nor has a workload a winner among equals that all beat the baseline', () => {
    let won = 0;
    const workloads = 300;
    for (let run = 0; run < workloads; run++) {
      const factors = setupsLike(2 + (run % 4), 0.5);
      const { outcome } = workloadOfSimulated(`equals ${run}`, run, factors);
      if (outcome.kind === 'winner' || outcome.kind === 'baseline-wins') won++;
    }
    expect(won / workloads).toBeLessThanOrEqual(0.01);
  });
});

/** Two to four queries, measured one after the other on a machine of some kind. */
function workloadOfSimulated(seed: string, run: number, factors: Factors) {
  const queries = Array.from({ length: 2 + (run % 3) }, (_, query) => {
    const machine = pick(machineKinds, run + (query % 2));
    const simulated = createSimulatedMachine(`${seed} ${query}`, machine);
    const rounds = Array.from({ length: pick([12, 17, 27], run + query) }, () =>
      simulated.nextRound(factors),
    );
    const standing = standingOf({
      baselineId: 'A',
      comparedIds: Object.keys(factors).filter((id) => id !== 'A'),
      unmeasured: {},
      rounds: rounds.slice(0, minRounds),
      isShort: false,
      spentMs: 0,
      budgetMs,
      discarded: 0,
      maxRounds: roundsPerRequest,
      roundMs: 1,
      distinctKeys: 0,
    });
    return { queryId: `${query}`, name: `${query}`, weight: 1 + query, rounds, standing };
  });
  return workloadOf(queries, Object.keys(factors));
}

describe('setups that differ', () => {
  // Seen: 173 of 210; those left open are on the busy machines.
  test('are ranked on most machines, and never the wrong way round on any', () => {
    let ranked = 0;
    for (let run = 0; run < 210; run++) {
      const machine = pick(machineKinds, run);
      const factors = { A: 1, B: 0.5, C: 1.5 };
      const { verdicts } = compare(`different ${run}`, { machine, factors }).standing;
      expect(verdicts.B?.kind).not.toBe('slower');
      expect(verdicts.C?.kind).not.toBe('faster');
      expect([verdicts.B?.kind, verdicts.C?.kind]).not.toContain('equal');
      if (verdicts.B?.kind === 'faster' && verdicts.C?.kind === 'slower') ranked++;
    }
    expect(ranked).toBeGreaterThan(150);
  });

  test('a large effect is seen through the noise of a busy machine', () => {
    let seen = 0;
    for (let run = 0; run < 100; run++) {
      const course: Course = { machine: 'busy', factors: { A: 1, B: 0.1 } };
      if (compare(`busy ${run}`, course).standing.verdicts.B?.kind === 'faster') seen++;
    }
    expect(seen).toBeGreaterThan(95);
  });
});

describe('the interval', () => {
  // The level is 1 - 0.05 / m; the simulation's own standard error is allowed below it. Seen, of
  // 10,000 intervals each: 96.3 % (95), 98.0 % (97.5), 98.7 % (98.3), 98.9 % (98.75), 99.3 % (99).
  test.each([1, 2, 3, 4, 5])('holds the true ratio as often as its level says, m = %s', (count) => {
    const runs = Math.ceil(2000 / count);
    let covered = 0;
    let intervals = 0;
    for (let run = 0; run < runs; run++) {
      const machine = pick(machineKinds, run);
      const { verdicts } = compare(`cover ${count} ${run}`, {
        machine,
        factors: setupsLike(count, 0.7),
      }).standing;
      for (const verdict of Object.values(verdicts)) {
        if (!('ratio' in verdict)) continue;
        intervals++;
        if (verdict.ratio.low <= 0.7 && verdict.ratio.high >= 0.7) covered++;
      }
    }
    const level = intervalLevel(count);
    const standardError = Math.sqrt((level * (1 - level)) / intervals);
    expect(intervals).toBeGreaterThanOrEqual(2000);
    expect(covered / intervals).toBeGreaterThan(level - standardError);
    if (count === 1) expect(covered / intervals).toBeLessThan(0.98);
  });
});
