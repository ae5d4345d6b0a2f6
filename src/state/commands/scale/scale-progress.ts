// How far a run of the Scale lab is, as words and a real fraction in the page's status line.
// Steps weigh what they cost: making the rows, and the rounds.
import type { Standing } from '../../../engine/model/comparison/comparison.ts';
import type { BuildProgress } from '../../../engine/model/database/database.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { RunsStore } from '../../runs-store.ts';

export interface StepCost {
  buildMs: Milliseconds;
  measureMs: Milliseconds;
}

export interface ScaleProgress {
  /** What the steps will about cost, in order. */
  plan(costs: readonly StepCost[]): void;
  /** Begins a step; `text` says which. */
  enter(position: number, text: string): void;
  building(progress: BuildProgress): void;
  measuring(standing: Standing | null): void;
}

export function createScaleProgress(runs: RunsStore): ScaleProgress {
  let costs: readonly StepCost[] = [];
  let position = 0;
  let text = 'Scaling: making the data';

  function say(withinMs: Milliseconds): void {
    const wholeMs = sumOf(costs);
    const doneMs = sumOf(costs.slice(0, position)) + withinMs;
    const fraction = wholeMs === 0 ? 0 : Math.min(1, doneMs / wholeMs);
    runs.setState({ activity: { kind: 'scaling', text, fraction } });
  }

  return {
    plan(next) {
      costs = next;
    },
    enter(next, words) {
      position = next;
      text = words;
      say(0);
    },
    building: ({ fraction }) => say(fraction * (costs[position]?.buildMs ?? 0)),
    measuring(standing) {
      const { buildMs, measureMs } = costs[position] ?? { buildMs: 0, measureMs: 0 };
      const share = standing ? Math.min(1, standing.rounds / Math.max(1, standing.minRounds)) : 0;
      say(buildMs + share * measureMs);
    },
  };
}

function sumOf(costs: readonly StepCost[]): Milliseconds {
  return costs.reduce((sum, { buildMs, measureMs }) => sum + buildMs + measureMs, 0);
}
