// The lanes of the chart of rates: a technique each, with a lane for each setup. Pure.
// Keeps away from drawing; the chart lays them out.
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { TechniqueId } from '../../../../engine/model/writes/technique.ts';
import { simulatedMs } from './simulated-latency.ts';
import type { ReadContender } from './technique-run.ts';
import { writeVerdictWords } from './write-verdict-words.ts';

/** A technique with a lane for each setup. */
export interface RateLaneGroup {
  technique: TechniqueId;
  name: string;
  isBaseline: boolean;
  lanes: RateLane[];
}

export interface RateLane {
  letter: SetupLetter;
  setupName: string;
  samplesMs: Milliseconds[];
  medianMs: Milliseconds | null;
  lowMs: Milliseconds | null;
  highMs: Milliseconds | null;
  /** With the latency; null without one. */
  simulatedMs: Milliseconds | null;
  roundTrips: number | null;
  /** Against the baseline: '31× faster (28–34)'. */
  verdict: string;
  isRanked: boolean;
}

/** In the order of the techniques; those that no setup measures are left out. */
export function laneGroups(
  contenders: readonly ReadContender[],
  techniques: readonly TechniqueId[],
  latencyMs: Milliseconds,
  baseline: string,
): RateLaneGroup[] {
  return techniques.flatMap((technique) => {
    const members = contenders.filter(({ contender }) => contender.technique === technique);
    const [first] = members;
    if (!first) return [];
    return [
      {
        technique,
        name: first.name,
        isBaseline: first.contender.isBaseline,
        lanes: members.map((member) => laneOf(member, latencyMs, baseline)),
      },
    ];
  });
}

function laneOf(member: ReadContender, latencyMs: Milliseconds, baseline: string): RateLane {
  const { letter, setupName, samplesMs, time, proof, standing, failure, name } = member;
  const words = standing && writeVerdictWords(standing.verdict, { setup: name, baseline });
  const isOtherwise = standing?.verdict.kind === 'different-answer';
  return {
    letter,
    setupName,
    samplesMs,
    medianMs: time.medianMs,
    lowMs: time.interval?.low ?? null,
    highMs: time.interval?.high ?? null,
    simulatedMs: simulatedMs(time.medianMs, proof, latencyMs),
    roundTrips: proof?.roundTrips ?? null,
    // The time of a lane that waits is not missing.
    verdict: failure
      ? 'failed'
      : words && samplesMs.length > 0
        ? `${words.headline}${words.interval === '' ? '' : ` (${words.interval})`}`
        : '',
    isRanked: failure === null && !isOtherwise,
  };
}
