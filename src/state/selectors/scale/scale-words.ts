// The words of the Scale lab: its axes, where the winner changes, and what the search for it found.
// Pure; verdicts and growth have their words in engine/statistics.
import type {
  Crossing,
  Crossover,
  FlipResult,
  Outcome,
} from '../../../engine/model/scale/crossover.ts';
import type { RangeParameter } from '../../../engine/sql/range-parameters.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format-count.ts';
import { formatPercent } from '../../../lib/format-percent.ts';

/** What the axis is: a place on it is said in rows, or as a share of them. */
export interface AxisWords {
  range: RangeParameter | null;
}

/** The letters of two setups; the first is the one that the other is compared with. */
export type Pair = readonly [string, string];

/** A place on the axis: '30,000 rows', or '0.3 % of the rows' when it has a range parameter. */
export function formatPlace({ range }: AxisWords, x: number): string {
  if (!range) return formatCountOf(Number(x.toPrecision(3)), 'row');
  return `${formatPercent(Number(x.toPrecision(2)), x < 0.001 ? 4 : 2)} of the rows`;
}

/** A sentence: where on the axis the second setup begins to win, or that it never does. */
export function crossoverSentence(crossover: Crossover, pair: Pair, axis: AxisWords): string {
  switch (crossover.kind) {
    case 'never':
      return `${throughout(crossover.winner, pair)} at ${hasWinner(crossover.winner) ? 'every' : 'any'} point measured.`;
    case 'between':
      return `${crossingWords(crossover, pair, axis)} ${capital(near(crossover, axis))}.`;
    case 'several': {
      const all = crossover.crossings.map((crossing) => crossingWords(crossing, pair, axis));
      return `The winner changes ${crossover.crossings.length} times. ${all.join(' ')}`;
    }
    default:
      return assertNever(crossover);
  }
}

/** The mark of a crossing in the chart: 'B begins to win'. */
export function crossingMark({ below, above }: Crossing, [first, second]: Pair): string {
  if (above === 'setup') return `${second} begins to win`;
  if (above === 'baseline') return `${first} begins to win`;
  return `${below === 'setup' ? second : first} no longer wins`;
}

/** A sentence on what the search found. */
export function flipSentence(
  result: FlipResult,
  pair: Pair,
  axis: AxisWords,
  probes: number,
): string {
  const effort = `(${formatCountOf(probes, 'probe')})`;
  const between = ({ low, high }: { low: number; high: number }) =>
    `between ${formatPlace(axis, low)} and ${formatPlace(axis, high)}`;
  switch (result.kind) {
    case 'none':
      return `No flip ${between(result)}: ${lower(throughout(result.winner, pair))} at both ends ${effort}.`;
    case 'flip':
      return `The flip lies ${between(result)}: below it ${lower(throughout(result.below, pair))}, above it ${lower(throughout(result.above, pair))} ${effort}.`;
    case 'stretch': {
      const middle =
        result.middle === 'equal'
          ? 'there is no meaningful difference'
          : 'it could not be told who is faster';
      return `The flip is a stretch: ${between(result.start)} ${lower(throughout(result.below, pair))} for the last time, ${between(result.end)} ${lower(throughout(result.above, pair))} for the first; in between ${middle} ${effort}.`;
    }
    default:
      return assertNever(result);
  }
}

function crossingWords({ below, above, low, high }: Crossing, pair: Pair, axis: AxisWords): string {
  const until = `Up to ${formatPlace(axis, low)} ${lower(throughout(below, pair))}`;
  return `${until}, from ${formatPlace(axis, high)} on ${lower(throughout(above, pair))}.`;
}

function near({ estimate }: Crossing, axis: AxisWords): string {
  return `they cross near ${formatPlace(axis, Number(estimate.toPrecision(2)))}`;
}

function throughout(outcome: Outcome, [first, second]: Pair): string {
  switch (outcome) {
    case 'baseline':
      return `${first} is faster than ${second}`;
    case 'setup':
      return `${second} is faster than ${first}`;
    case 'equal':
      return `There is no meaningful difference between ${first} and ${second}`;
    case 'unknown':
      return `It could not be told whether ${first} or ${second} is faster`;
    default:
      return assertNever(outcome);
  }
}

function hasWinner(outcome: Outcome): boolean {
  return outcome === 'baseline' || outcome === 'setup';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Letters of setups stay capitals. */
function lower(text: string): string {
  return /^(There|It) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
