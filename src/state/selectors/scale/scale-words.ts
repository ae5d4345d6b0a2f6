// The words of the Scale lab: its axes, where the winner changes, and what the search for it found.
// Pure; verdicts and growth have their words in engine/statistics.

import type {
  Crossing,
  Crossover,
  CrossoverPoint,
  FlipResult,
  Outcome,
} from '../../../engine/model/scale/crossover.ts';
import type { RangeParameter } from '../../../engine/sql/parameters/range-parameters.ts';
import { crossoverExceptions } from '../../../engine/statistics/crossover/crossover.ts';
import { minRounds } from '../../../engine/statistics/stop-rule.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import { capitalized } from '../../../lib/format/capitalized.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';

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

/**
 * Where on the axis the second setup begins to win, or that it never does; then the points that say
 * otherwise or nothing. `points` are those that the crossover was made from.
 */
export function crossoverSentence(
  crossover: Crossover,
  points: readonly CrossoverPoint[],
  pair: Pair,
  axis: AxisWords,
): string {
  const { equal, undecided, contrary } = crossoverExceptions(crossover, points);
  const others = contrary.map((point) => contraryWords(point, pair, axis));
  switch (crossover.kind) {
    case 'never': {
      const except = exceptWords(equal, undecided, axis);
      const words = `${throughout(crossover.winner, pair)} ${extentWords(crossover.winner, points, axis)}`;
      const isTold = crossover.winner !== 'unknown';
      return [`${[words, ...(isTold ? except : [])].join('; ')}.`, ...others].join(' ');
    }
    case 'between':
    case 'several': {
      const except = exceptWords(equal, undecided, axis).join('; ');
      return [
        changesWords(crossover, pair, axis),
        ...(except ? [`${capitalized(except)}.`] : []),
        ...others,
      ].join(' ');
    }
    default:
      return assertNever(crossover);
  }
}

function changesWords(
  crossover: Exclude<Crossover, { kind: 'never' }>,
  pair: Pair,
  axis: AxisWords,
): string {
  if (crossover.kind === 'between') {
    return `${crossingWords(crossover, pair, axis)} ${capitalized(near(crossover, axis))}.`;
  }
  const all = crossover.crossings.map((crossing) => crossingWords(crossing, pair, axis));
  return `The winner changes ${crossover.crossings.length} times. ${all.join(' ')}`;
}

/** 'at every point measured', or how many of them: never 'every' when one says otherwise. */
function extentWords(winner: Outcome, points: readonly CrossoverPoint[], axis: AxisWords): string {
  const alike = points.filter(({ outcome }) => outcome === winner);
  const [only] = points;
  if (alike.length < points.length) return `at ${alike.length} of ${points.length} points`;
  if (only && points.length === 1)
    return `at ${formatPlace(axis, only.x)}, the only point measured`;
  return `at ${hasWinner(winner) ? 'every' : 'any'} point measured`;
}

function exceptWords(
  equal: readonly CrossoverPoint[],
  undecided: readonly CrossoverPoint[],
  axis: AxisWords,
): string[] {
  const at = (points: readonly CrossoverPoint[], words: string) =>
    points.length === 0 ? [] : [`at ${placesText(points, axis)} ${words}`];
  return [
    ...at(equal, 'there is no meaningful difference'),
    ...at(undecided, 'it could not be told'),
  ];
}

/** Places that are listed one by one; more are counted. */
const mostPlaces = 4;

/** '300, 1,000 and 3,000 rows'; '30 % and 100 % of the rows'. */
function placesText(points: readonly CrossoverPoint[], axis: AxisWords): string {
  if (points.length > mostPlaces) return formatCountOf(points.length, 'point');
  const places = points.map(({ x }) => formatPlace(axis, x));
  const last = places.pop() ?? '';
  const bare = places.map((place) => place.replace(/ (rows?|of the rows)$/, ''));
  return bare.length === 0 ? last : `${bare.join(', ')} and ${last}`;
}

/** A sentence: the median of one was so many times the other's, which decides nothing. */
function contraryWords(
  { x, ratio, rounds }: CrossoverPoint & { ratio: number },
  [first, second]: Pair,
  axis: AxisWords,
): string {
  const [slower, other] = ratio > 1 ? [second, first] : [first, second];
  const why = rounds < minRounds ? 'too few to tell' : 'too noisy to tell';
  const factor = formatRatio(ratio > 1 ? ratio : 1 / ratio);
  return `At ${formatPlace(axis, x)} ${slower}'s median was ${factor} times ${other}'s, in ${formatCountOf(rounds, 'round')}: ${why}.`;
}

/** The mark of a crossing in the chart: 'B begins to win'. */
export function crossingMark({ below, above }: Crossing, [first, second]: Pair): string {
  if (above === 'setup') return `${second} begins to win`;
  if (above === 'baseline') return `${first} begins to win`;
  return `${below === 'setup' ? second : first} no longer wins`;
}

/** What the search cost, and why places could not be told. */
export interface FlipEffort {
  probes: number;
  undecided: number;
  /** Scatter or too few rounds alone: nothing failed or answered differently. */
  isNoise: boolean;
}

/** A sentence on what the search found. */
export function flipSentence(
  result: FlipResult,
  pair: Pair,
  axis: AxisWords,
  effort: FlipEffort,
): string {
  const between = ({ low, high }: { low: number; high: number }) =>
    low === high
      ? `at ${formatPlace(axis, low)}`
      : `between ${formatPlace(axis, low)} and ${formatPlace(axis, high)}`;
  return `${found()} ${effortText(effort)}.`;

  function found(): string {
    switch (result.kind) {
      case 'none':
        return noFlipWords(result, pair, axis, effort);
      case 'flip':
        return `The flip lies ${between(result)}: below it ${lower(throughout(result.below, pair))}, above it ${lower(throughout(result.above, pair))}`;
      case 'stretch': {
        const middle =
          result.middle === 'equal'
            ? 'there is no meaningful difference'
            : 'the winner changes more than once';
        return `The flip is a stretch: ${between(result.start)} ${lower(throughout(result.below, pair))} for the last time, ${between(result.end)} ${lower(throughout(result.above, pair))} for the first; in between ${middle}`;
      }
      default:
        return assertNever(result);
    }
  }
}

function effortText({ probes, undecided }: FlipEffort): string {
  const some = undecided === 0 || undecided === probes ? '' : `, ${undecided} undecided`;
  return `(${formatCountOf(probes, 'probe')}${some})`;
}

function noFlipWords(
  { winner, low, high, told }: Extract<FlipResult, { kind: 'none' }>,
  pair: Pair,
  axis: AxisWords,
  { isNoise }: FlipEffort,
): string {
  const range = `between ${formatPlace(axis, low)} and ${formatPlace(axis, high)}`;
  const untold = isNoise ? 'this machine was too noisy to tell' : 'it could not be told';
  if (!told) return `No flip found: ${range} ${untold} whether ${pair.join(' or ')} is faster`;
  const wins = lower(throughout(winner, pair));
  const [isLowTold, isHighTold] = [told.low === low, told.high === high];
  if (isLowTold && isHighTold) return `No flip ${range}: ${wins} at both ends`;
  const [from, to] = [formatPlace(axis, told.low), formatPlace(axis, told.high)];
  if (told.low === told.high) {
    const where = isLowTold ? 'above' : isHighTold ? 'below' : 'elsewhere';
    return `No flip found: ${wins} at ${from}; ${where === 'elsewhere' ? where : `${where} that`} ${untold}`;
  }
  if (isLowTold) return `No flip found: ${wins} up to ${to}; above that ${untold}`;
  if (isHighTold) return `No flip found: ${wins} from ${from} on; below that ${untold}`;
  return `No flip found: ${wins} between ${from} and ${to}; below and above that ${untold}`;
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

/** Letters of setups stay capitals. */
function lower(text: string): string {
  return /^(There|It) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
