// "Find the flip": where to measure next, given what was measured, until the place is known where
// the winner changes. Measures nothing: who asks measures, adds the probe, and asks again.
import type {
  FlipProbe,
  FlipRange,
  FlipResult,
  FlipStep,
  Outcome,
} from '../../model/scale/crossover.ts';

/** A bracket this narrow, as a factor, is an answer. */
export const flipTolerance = 1.1;
export const maxFlipProbes = 12;

interface Bracket {
  low: number;
  high: number;
}

/**
 * The next x to measure, or the result. `probes` are those that this function asked for, in any
 * order; an x is never asked for twice. Both ends of the range come first; then the bracket is
 * halved on a logarithmic axis. Equal and unknown probes between two winners make a stretch whose
 * two edges are searched by turns, the wider first. Assumes that there is one flip: others inside
 * the range may go unseen.
 */
export function flipStep(range: FlipRange, probes: readonly FlipProbe[]): FlipStep {
  const byX = [...probes].sort((a, b) => a.x - b.x);
  const first = byX.find(({ x }) => x === range.low);
  if (!first) return { kind: 'probe', x: range.low };
  const last = byX.find(({ x }) => x === range.high);
  if (!last) return { kind: 'probe', x: range.high };
  if (sideOf(first.outcome) === sideOf(last.outcome)) {
    return done({ kind: 'none', winner: commonOutcome(byX), low: range.low, high: range.high });
  }
  const brackets = bracketsOf(byX, first, last);
  const open = brackets
    .filter((bracket) => isOpen(bracket, range))
    .sort((a, b) => b.high / b.low - a.high / a.low);
  const [widest] = open;
  if (!widest || probes.length >= maxFlipProbes) return done(resultOf(byX, brackets));
  return { kind: 'probe', x: middleOf(widest, range) };
}

/** Equal and unknown are one side: no winner. */
function sideOf(outcome: Outcome): 'baseline' | 'setup' | 'none' {
  return outcome === 'baseline' || outcome === 'setup' ? outcome : 'none';
}

/** Where the first side ends and where the last begins: one bracket, or two with probes between. */
function bracketsOf(byX: readonly FlipProbe[], first: FlipProbe, last: FlipProbe): Bracket[] {
  const startOfOther = byX.findIndex(({ outcome }) => sideOf(outcome) !== sideOf(first.outcome));
  const endOfOther = byX.findLastIndex(({ outcome }) => sideOf(outcome) !== sideOf(last.outcome));
  const bracket = (from: number, to: number) => ({
    low: byX[from]?.x ?? first.x,
    high: byX[to]?.x ?? last.x,
  });
  const start = bracket(startOfOther - 1, startOfOther);
  return endOfOther < startOfOther ? [start] : [start, bracket(endOfOther, endOfOther + 1)];
}

function isOpen(bracket: Bracket, range: FlipRange): boolean {
  const middle = middleOf(bracket, range);
  return (
    bracket.high / bracket.low > flipTolerance && middle > bracket.low && middle < bracket.high
  );
}

function middleOf({ low, high }: Bracket, { isInteger }: FlipRange): number {
  const middle = Math.sqrt(low) * Math.sqrt(high);
  return isInteger ? Math.round(middle) : middle;
}

function resultOf(byX: readonly FlipProbe[], brackets: readonly Bracket[]): FlipResult {
  const low = Math.min(...brackets.map((bracket) => bracket.low));
  const high = Math.max(...brackets.map((bracket) => bracket.high));
  const below = commonOutcome(byX.filter(({ x }) => x <= low));
  const above = commonOutcome(byX.filter(({ x }) => x >= high));
  const [start, end] = brackets;
  if (!start || !end) return { kind: 'flip', below, above, low, high };
  const between = byX.filter(({ x }) => x >= start.high && x <= end.low);
  const middle = commonOutcome(between) === 'equal' ? 'equal' : 'unknown';
  return { kind: 'stretch', below, above, middle, start, end };
}

function commonOutcome([first, ...others]: readonly FlipProbe[]): Outcome {
  if (!first) return 'unknown';
  return others.every(({ outcome }) => outcome === first.outcome) ? first.outcome : 'unknown';
}

function done(result: FlipResult): FlipStep {
  return { kind: 'done', result };
}
