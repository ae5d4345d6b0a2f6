// Machines whose noise is known, for simulations: what they do to a time of known truth.
// Each kind exaggerates one trouble of real machines; none favours a setup.
import {
  createSeededRandom,
  type SeededRandom,
  shuffled,
} from '../../../lib/numbers/seeded-random.ts';
import type { MeasuredRound, Sample } from '../../model/comparison/comparison.ts';

export const machineKinds = [
  'quiet',
  'drifting',
  'bursts',
  'heavy tails',
  'autocorrelated',
  'coarse clock',
  'busy',
] as const;
export type MachineKind = (typeof machineKinds)[number];

/** What a machine makes of a true time, sample by sample. */
type Disturbance = (trueMs: number) => number;

export interface SimulatedMachine {
  /** One round: every setup and the control, in random order. Factors are true ratios. */
  nextRound(factors: Readonly<Record<string, number>>): MeasuredRound;
}

/** True time of the baseline's sample; with the coarse clock 30 ticks of 1 ms, as a batch has. */
const baselineMs = 30;

export function createSimulatedMachine(seed: string, kind: MachineKind): SimulatedMachine {
  const random = createSeededRandom(seed);
  const disturb = createDisturbance(kind, random);
  return {
    nextRound(factors) {
      const samples: Record<string, Sample> = {};
      let control: Sample | null = null;
      for (const id of shuffled(['control', ...Object.keys(factors)], random)) {
        const trueMs = baselineMs * (factors[id === 'control' ? 'A' : id] ?? 1);
        const sample = sampleOf(disturb(trueMs));
        if (id === 'control') control = sample;
        else samples[id] = sample;
      }
      return { samples, control };
    },
  };
}

function sampleOf(perCallMs: number): Sample {
  return { perCallMs, calls: 1, hits: null, warmPerCallMs: null, warmHits: null };
}

function createDisturbance(kind: MachineKind, random: SeededRandom): Disturbance {
  const bell = () => bellOf(random);
  switch (kind) {
    case 'quiet':
      return (trueMs) => trueMs * Math.exp(0.01 * bell());
    case 'drifting': {
      // A random walk and a steady warming, both along the samples.
      let drift = 0;
      return (trueMs) => {
        drift += 0.004 + 0.02 * bell();
        return trueMs * Math.exp(drift + 0.02 * bell());
      };
    }
    case 'bursts': {
      // Other work takes the machine for several samples on end.
      let left = 0;
      let factor = 1;
      return (trueMs) => {
        if (left === 0 && random.next() < 0.06) {
          left = 1 + random.below(8);
          factor = 1.3 + 2 * random.next();
        }
        const burst = left > 0 ? factor : 1;
        left = Math.max(0, left - 1);
        return trueMs * burst * Math.exp(0.02 * bell());
      };
    }
    case 'heavy tails':
      // Student's t with two degrees of freedom: no variance. Times only ever get longer.
      return (trueMs) =>
        trueMs * (1 + 0.03 * Math.abs(bell() / Math.sqrt(-Math.log(1 - random.next()))));
    case 'autocorrelated': {
      let level = 0;
      return (trueMs) => {
        level = 0.85 * level + 0.05 * bell();
        return trueMs * Math.exp(level);
      };
    }
    case 'coarse clock':
      return (trueMs) => {
        const start = random.next();
        return Math.floor(start + trueMs * Math.exp(0.01 * bell()));
      };
    case 'busy': {
      const stall = () => (random.next() < 0.05 ? 1 + 2 * random.next() : 1);
      return (trueMs) => trueMs * Math.exp(0.2 * bell()) * stall();
    }
  }
}

/** A normally distributed number (Box and Muller 1958). */
export function bellOf(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
