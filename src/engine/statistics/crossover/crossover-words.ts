// The words for where the winner changes: of a crossover among points, and of a search for it.
// Decides nothing: crossover.ts and flip-search.ts do.
import { assertNever } from '../../../lib/assert-never.ts';
import type { Crossing, Crossover, FlipResult, Outcome } from '../../model/scale/crossover.ts';
import type { VerdictNames } from '../words/verdict-words.ts';

/** How places along the axis are written: `{ format: formatCount, unit: 'rows' }`. */
export interface AxisWords {
  format: (x: number) => string;
  /** Stands behind the figures; empty when they carry it themselves. */
  unit: string;
}

/** 'B begins to win between 1,200 and 1,400 rows (about 1,300)'. */
export function crossoverWords(crossover: Crossover, names: VerdictNames, axis: AxisWords): string {
  switch (crossover.kind) {
    case 'never':
      return `No change of the winner: ${throughout(crossover.winner, names)}`;
    case 'between':
      return crossingWords(crossover, names, axis);
    case 'several':
      return crossover.crossings.map((crossing) => crossingWords(crossing, names, axis)).join('; ');
    default:
      return assertNever(crossover);
  }
}

function crossingWords(crossing: Crossing, names: VerdictNames, axis: AxisWords): string {
  const about = axis.format(crossing.estimate);
  return `${changeWords(crossing.below, crossing.above, names)} ${betweenWords(crossing, axis)} (about ${about})`;
}

/** 'B begins to win between 1,200 and 1,400 rows', 'equal between ...', 'no flip within ...'. */
export function flipWords(result: FlipResult, names: VerdictNames, axis: AxisWords): string {
  switch (result.kind) {
    case 'none': {
      const where = `from ${axis.format(result.low)} to ${withUnit(result.high, axis)}`;
      return `No flip ${where}: ${throughout(result.winner, names)}`;
    }
    case 'flip':
      return `${changeWords(result.below, result.above, names)} ${betweenWords(result, axis)}`;
    case 'stretch': {
      const { start, end, middle } = result;
      const neither = middle === 'equal' ? 'equal' : 'not resolved';
      const inside = betweenWords({ low: start.high, high: end.low }, axis);
      if (result.below === result.above) return `Several flips ${inside}`;
      return `${winnerName(result.above, names)} begins to win ${betweenWords(end, axis)}; ${winnerName(result.below, names)} ceases to win ${betweenWords(start, axis)}; ${neither} ${inside}`;
    }
    default:
      return assertNever(result);
  }
}

function changeWords(below: Outcome, above: Outcome, names: VerdictNames): string {
  if (isWin(above)) return `${winnerName(above, names)} begins to win`;
  return `${winnerName(below, names)} ceases to win`;
}

function throughout(winner: Outcome, names: VerdictNames): string {
  switch (winner) {
    case 'setup':
    case 'baseline':
      return `${winnerName(winner, names)} wins throughout`;
    case 'equal':
      return 'no meaningful difference throughout';
    case 'unknown':
      return 'not resolved';
    default:
      return assertNever(winner);
  }
}

function isWin(outcome: Outcome): boolean {
  return outcome === 'baseline' || outcome === 'setup';
}

function winnerName(outcome: Outcome, names: VerdictNames): string {
  return outcome === 'baseline' ? names.baseline : names.setup;
}

function betweenWords({ low, high }: { low: number; high: number }, axis: AxisWords): string {
  // A stretch may be as narrow as one probe.
  if (low === high) return `at ${withUnit(low, axis)}`;
  return `between ${axis.format(low)} and ${withUnit(high, axis)}`;
}

function withUnit(x: number, axis: AxisWords): string {
  return axis.unit === '' ? axis.format(x) : `${axis.format(x)} ${axis.unit}`;
}
