// The lanes of the chart of rates: a technique each, with a lane for each setup. Pure.
// Keeps away from drawing; the chart lays them out.
import type { SimulatedTime } from '../../../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { TechniqueId } from '../../../../engine/model/writes/technique.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';
import type { SetupContender } from './setup-contenders.ts';
import { simulatedTime } from './simulated-latency.ts';

/** A technique with a lane for each setup. */
export interface RateLaneGroup {
  technique: TechniqueId;
  name: string;
  isBaseline: boolean;
  lanes: RateLane[];
}

export interface RateLane extends SimulatedTime {
  letter: SetupLetter;
  setupName: string;
  /** Against the baseline: '31× faster (28–34)'. */
  verdict: string;
  isRanked: boolean;
}

/** In the order of the techniques; those that no setup measures are left out. */
export function laneGroups(
  contenders: readonly SetupContender[],
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

function laneOf(member: SetupContender, latencyMs: Milliseconds, baseline: string): RateLane {
  const { letter, setupName, samplesMs, time, proof, standing, failure, name } = member;
  const words = standing && writeVerdictWords(standing.verdict, { setup: name, baseline });
  const isOtherwise = standing?.verdict.kind === 'different-answer';
  return {
    letter,
    setupName,
    ...simulatedTime(time, proof, latencyMs),
    // The time of a lane that waits is not missing.
    verdict: failure
      ? 'failed'
      : words && samplesMs.length > 0
        ? `${words.headline}${words.interval === '' ? '' : ` (${words.interval})`}`
        : '',
    isRanked: failure === null && !isOtherwise,
  };
}
