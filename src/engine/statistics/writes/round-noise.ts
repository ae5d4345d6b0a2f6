// How far a group's baseline lay from itself in given rounds: what the short mode has to lie beyond.
// Knows no verdict; intervals of the noise stand in paired-ratio.ts.
import { shortRounds } from '../stop-rule.ts';
import { type PairedTimes, pairByRound, type RoundTimes } from './paired-rounds.ts';

/**
 * Without a control nothing is known of the noise: the short mode then asks for so much more. By
 * 25 % alone 15 of 100 groups of nine equal contenders had a ranking on a busy machine, by this one
 * has (simulated; three of 100 with controls and 25 %).
 */
const uncontrolledRatio = 1.5;

/**
 * Ratios of the baseline's control to the baseline itself in these rounds alone: later ones must not
 * unsay a verdict.
 */
export function noiseOfRounds(
  rounds: ReadonlyMap<number, unknown>,
  controlTimes: RoundTimes,
  baseTimes: RoundTimes,
): number[] {
  const inRounds = [...controlTimes].filter(([round]) => rounds.has(round));
  const ratios = plainRatios(pairByRound(new Map(inRounds), baseTimes));
  return ratios.length < shortRounds ? [...ratios, uncontrolledRatio] : ratios;
}

/**
 * So many times the scatter of their own ratios, on the log scale, have two contenders to lie apart
 * in the short mode. By the baseline's noise alone nine equal contenders were ranked in 3.0 and 5.6
 * of 100 groups after three rounds with log-normal noise of 0.2 and 0.3, four pairs without the
 * baseline in 7.7 and 22.5; with it in 2.0 and 2.4, 1.5 and 0.8 (simulated, 1,500 groups each).
 */
const ownScatters = 1.5;

/** The largest ratio to the smallest, widened: what lies closer to 1 than this is no difference. */
export function scatterOf(ratios: readonly number[]): number {
  return ratios.length === 0 ? 1 : (Math.max(...ratios) / Math.min(...ratios)) ** ownScatters;
}

/** Pair by pair, not on the log scale. */
export function plainRatios({ times, against }: PairedTimes): number[] {
  return times.map((time, at) => time / (against[at] ?? Number.NaN));
}
