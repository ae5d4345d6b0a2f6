// "Find the flip": where to measure next, given what was measured, until the place is known where
// the winner changes. Measures nothing: who asks measures, adds the probe, and asks again.
import type {
  DecidedOutcome,
  FlipProbe,
  FlipRange,
  FlipResult,
  FlipStep,
} from '../../model/scale/crossover.ts';

/** A bracket this narrow, as a factor, is an answer. */
export const flipTolerance = 1.1;
/** How far it could be told needs no such precision: no outcome may come of it. */
const untoldTolerance = 1.5;
export const maxFlipProbes = 12;
/** A stretch in which so many probes could not be told is given up: it costs their whole time. */
export const maxUndecidedProbes = 4;

interface Stretch {
  low: number;
  high: number;
}

interface DecidedProbe {
  x: number;
  outcome: DecidedOutcome;
}

/**
 * The next x to measure, or the result. `probes` are those that this function asked for, in any
 * order; an x is never asked for twice. Both ends of the range come first; then what lies between
 * two different outcomes is halved on a logarithmic axis. Equal probes between two winners make a
 * stretch whose two edges are searched by turns, the wider first. A probe that could not be told is
 * no outcome: another near by is asked for, and where it is an end of the range, what lies between
 * it and the nearest outcome is searched. Assumes that there is one flip: others inside the range
 * may go unseen.
 */
export function flipStep(range: FlipRange, probes: readonly FlipProbe[]): FlipStep {
  for (const x of [range.low, range.high]) {
    if (!probes.some((probe) => probe.x === x)) return { kind: 'probe', x };
  }
  const byX = [...probes].sort((a, b) => a.x - b.x);
  const decided = byX.flatMap(({ x, outcome }) => (outcome === 'unknown' ? [] : { x, outcome }));
  const [first, last] = [decided[0], decided.at(-1)];
  const brackets = first && last && first.outcome !== last.outcome ? bracketsOf(decided) : [];
  const open =
    brackets.length > 0
      ? brackets
          .filter(({ low, high }) => high / low > flipTolerance)
          .map((stretch) => ({ ...stretch, shares: aroundMiddle }))
      : untoldStretches(range, decided);
  const [next] = open
    .sort((a, b) => b.high / b.low - a.high / a.low)
    .flatMap(({ shares, ...stretch }) => placeIn(stretch, shares, byX, range) ?? []);
  if (next !== undefined && probes.length < maxFlipProbes) return { kind: 'probe', x: next };
  return { kind: 'done', result: resultOf(range, decided, brackets) };
}

/** Where the first outcome ends and where the last begins: one bracket, or two with others between. */
function bracketsOf(decided: readonly DecidedProbe[]): Stretch[] {
  const [first, last] = [decided[0], decided.at(-1)];
  const startOfOther = decided.findIndex(({ outcome }) => outcome !== first?.outcome);
  const endOfOther = decided.findLastIndex(({ outcome }) => outcome !== last?.outcome);
  const bracket = (from: number, to: number) => ({
    low: decided[from]?.x ?? 0,
    high: decided[to]?.x ?? 0,
  });
  const start = bracket(startOfOther - 1, startOfOther);
  return endOfOther < startOfOther ? [start] : [start, bracket(endOfOther, endOfOther + 1)];
}

/** Where to look in a bracket, as shares of its logarithmic width: the next ones after a failure. */
const aroundMiddle = [1 / 2, 5 / 8, 3 / 8, 3 / 4, 1 / 4];
/** The same where only one end is known, from there: near to it, and far off. */
const fromKnown = [1 / 2, 1 / 4, 3 / 4, 1 / 8, 7 / 8];
const towardsKnown = fromKnown.map((share) => 1 - share);

/** Between the ends of the range and the outermost outcomes: different ones are looked for there. */
function untoldStretches(
  { low, high }: FlipRange,
  decided: readonly DecidedProbe[],
): (Stretch & { shares: readonly number[] })[] {
  const [first, last] = [decided[0], decided.at(-1)];
  if (!first || !last) return [{ low, high, shares: aroundMiddle }];
  return [
    { low, high: first.x, shares: towardsKnown },
    { low: last.x, high, shares: fromKnown },
  ].filter((stretch) => stretch.high / stretch.low > untoldTolerance);
}

/** The first of the shares that no failed probe is near to; null when there is none, or too many. */
function placeIn(
  { low, high }: Stretch,
  shares: readonly number[],
  byX: readonly FlipProbe[],
  { isInteger }: FlipRange,
): number | null {
  const failed = byX.filter(({ x, outcome }) => x >= low && x <= high && outcome === 'unknown');
  if (failed.length >= maxUndecidedProbes) return null;
  const near = Math.log(high / low) / 16;
  for (const share of shares) {
    const exact = low ** (1 - share) * high ** share;
    const x = isInteger ? Math.round(exact) : exact;
    const isFree = failed.every((probe) => x !== probe.x && Math.abs(Math.log(x / probe.x)) > near);
    if (x > low && x < high && isFree) return x;
  }
  return null;
}

function resultOf(
  { low, high }: FlipRange,
  decided: readonly DecidedProbe[],
  brackets: readonly Stretch[],
): FlipResult {
  const [first, last] = [decided[0], decided.at(-1)];
  const [start, end] = brackets;
  if (!first || !last) return { kind: 'none', winner: 'unknown', low, high, told: null };
  if (!start) {
    return { kind: 'none', winner: first.outcome, low, high, told: { low: first.x, high: last.x } };
  }
  const sides = { below: first.outcome, above: last.outcome };
  if (!end) return { kind: 'flip', ...sides, low: start.low, high: start.high };
  const between = decided.filter(({ x }) => x >= start.high && x <= end.low);
  const middle = between.every(({ outcome }) => outcome === 'equal') ? 'equal' : 'mixed';
  return { kind: 'stretch', ...sides, middle, start, end };
}
