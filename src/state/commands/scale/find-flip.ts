// Find the flip: measures where the search wants to know the winner, until it knows enough.
// Where to look is for engine/statistics, how to measure for whoever asks.
import type {
  FlipProbe,
  FlipRange,
  FlipResult,
  Outcome,
} from '../../../engine/model/scale/crossover.ts';
import { flipStep } from '../../../engine/statistics/crossover/flip-search.ts';

/**
 * Asks `outcomeAt` for the winner at one place after the other and gives what was found. `onProbe`
 * is told after every place, and at the end.
 */
export async function findFlip(
  range: FlipRange,
  outcomeAt: (x: number, position: number) => Promise<Outcome>,
  onProbe: (found: { probes: FlipProbe[]; result: FlipResult | null }) => void,
): Promise<FlipResult> {
  const probes: FlipProbe[] = [];
  while (true) {
    const step = flipStep(range, probes);
    if (step.kind === 'done') {
      onProbe({ probes: [...probes], result: step.result });
      return step.result;
    }
    const outcome = await outcomeAt(step.x, probes.length);
    probes.push({ x: step.x, outcome });
    onProbe({ probes: [...probes], result: null });
  }
}
