// What a run of techniques found, in sentences: what is gained by the transaction, by preparing, by
// batching, and which technique is the fastest. Only verdicts speak, and never without an interval.
import type { Milliseconds } from '../../../../../engine/model/units.ts';
import { formatCount } from '../../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../../writes-store.ts';
import { isRanked, type SetupContender } from '../setup-contenders.ts';
import { fastestFinding } from './fastest-finding.ts';
import { type Gain, gainCauses, gains } from './gains.ts';
import { pairFindings, type ToldPair, toldPair, type WriteFinding } from './pair-findings.ts';
import { simulatedFinding } from './simulated-finding.ts';

/** Gains, each over the setups; the fastest in each setup; what a latency would make of them. */
export function techniqueFindings(
  run: WritesRun,
  contenders: readonly SetupContender[],
  latencyMs: Milliseconds,
): WriteFinding[] {
  const ranked = contenders.filter(isRanked);
  const groupIds = [...new Set(ranked.map(({ contender }) => contender.groupId))];
  const found = groupIds.map((groupId) => {
    const group = ranked.filter(({ contender }) => contender.groupId === groupId);
    return { group, pairs: gainPairs(run, group), fastest: fastestFinding(run, group) };
  });
  return [
    ...pairFindings(found.flatMap(({ pairs }) => pairs)),
    ...found.flatMap(({ fastest }) => fastest),
    // Round trips are the same in every setup, and outweigh what differs.
    ...found.slice(0, 1).flatMap(({ group }) => simulatedFinding(group, latencyMs)),
  ];
}

interface MeasuredGain {
  gain: Gain;
  technique: SetupContender;
  against: SetupContender;
}

/** The first pair of each topic whose techniques both were measured. */
function measuredGains(group: readonly SetupContender[]): MeasuredGain[] {
  const measured = gains.flatMap((gain): MeasuredGain[] => {
    const technique = group.find(({ contender }) => contender.technique === gain.technique);
    const against = group.find(({ contender }) => contender.technique === gain.against);
    return technique && against ? [{ gain, technique, against }] : [];
  });
  return measured.filter(
    ({ gain }, at) => measured.findIndex((other) => other.gain.topic === gain.topic) === at,
  );
}

function gainPairs(run: WritesRun, group: readonly SetupContender[]): ToldPair[] {
  const measured = measuredGains(group);
  return measured.flatMap(({ gain, technique, against }) => {
    // A statement takes no more rows than there are.
    const rows = Math.min(technique.contender.batchSize ?? 1, run.opened?.rows ?? 1);
    const what = gain.what.replace('{n}', formatCount(rows));
    return toldPair(run, technique, against, measured.length, {
      what,
      than: gain.than,
      causes: gainCauses[gain.topic],
    });
  });
}
