// What a run of techniques found, in sentences: what is gained by the transaction, by preparing, by
// batching, and which technique is the fastest. Only verdicts speak, and never without an interval.
import type { Milliseconds } from '../../../../engine/model/units.ts';
import { doubtWords } from '../../../../engine/statistics/words/verdict-words.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatCount } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { formatRate } from '../../../../lib/format/format-rate.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { type Gain, gains } from './gains.ts';
import { pairFindings, type ToldPair, toldPair, type WriteFinding } from './pair-findings.ts';
import { formatDelay, latencySumText, simulatedMs } from './simulated-latency.ts';
import { isRanked, type ReadContender } from './technique-run.ts';
import { rowsPerSecond } from './write-figures.ts';

/** Gains, each over the setups; the fastest in each setup; what a latency would make of them. */
export function techniqueFindings(
  run: WritesRun,
  contenders: readonly ReadContender[],
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
  technique: ReadContender;
  against: ReadContender;
}

/** The first pair of each topic whose techniques both were measured. */
function measuredGains(group: readonly ReadContender[]): MeasuredGain[] {
  const measured = gains.flatMap((gain): MeasuredGain[] => {
    const technique = group.find(({ contender }) => contender.technique === gain.technique);
    const against = group.find(({ contender }) => contender.technique === gain.against);
    return technique && against ? [{ gain, technique, against }] : [];
  });
  return measured.filter(
    ({ gain }, at) => measured.findIndex((other) => other.gain.topic === gain.topic) === at,
  );
}

function gainPairs(run: WritesRun, group: readonly ReadContender[]): ToldPair[] {
  const measured = measuredGains(group);
  return measured.flatMap(({ gain, technique, against }) => {
    // A statement takes no more rows than there are.
    const rows = Math.min(technique.contender.batchSize ?? 1, run.opened?.rows ?? 1);
    const what = gain.what.replace('{n}', formatCount(rows));
    return toldPair(run, technique, against, measured.length, { what, than: gain.than });
  });
}

/** The two with the least medians, against each other. */
function fastestFinding(run: WritesRun, group: readonly ReadContender[]): WriteFinding[] {
  const ordered = group
    .filter(({ time, samplesMs }) => time.medianMs !== null && samplesMs.length > 0)
    .sort((a, b) => (a.time.medianMs ?? 0) - (b.time.medianMs ?? 0));
  const [first, second] = ordered;
  if (!first || !second) return [];
  const medianMs = first.time.medianMs ?? 0;
  const { rows } = run.subject.request;
  const [told] = toldPair(run, first, second, ordered.length - 1, { what: '', than: '' });
  if (!told) return [];
  const { kind } = told.verdict;
  const { headline, interval } = told.words;
  const rate = formatRate(rowsPerSecond(rows, medianMs), 'row');
  const text =
    kind === 'faster' || kind === 'clearly-faster'
      ? `The most rows a second: ${first.name}, ${rate}, ${headline} than the next, ${second.name} (${interval}).`
      : kind === 'equal'
        ? `${first.name} and ${second.name} are the fastest, without a meaningful difference (${interval}): ${rate}.`
        : told.verdict.kind === 'unresolved'
          ? `${first.name} (${rate}) and ${second.name} have the least medians; which is faster is not resolved: ${doubtWords(told.verdict)} (${interval}).`
          : null;
  if (text === null) return [];
  const { explanation } = told;
  return [
    {
      letters: [first.letter],
      text: capitalized(text),
      explanation,
      isSimulated: false,
      isUndecided: kind === 'unresolved',
    },
  ];
}

/** The technique with the most round trips and the one with the fewest, as they would be. */
function simulatedFinding(
  group: readonly ReadContender[],
  latencyMs: Milliseconds,
): WriteFinding[] {
  const totals = group.flatMap(({ name, letter, time, proof }) => {
    const total = simulatedMs(time.medianMs, proof, latencyMs);
    return total === null || !proof ? [] : [{ name, letter, total, proof }];
  });
  totals.sort((a, b) => a.total - b.total);
  const [least, most] = [totals[0], totals.at(-1)];
  if (!least || !most || totals.length < 2) return [];
  const said = ({ name, total, proof }: typeof least) =>
    `${name} ${formatDuration(total)} (${latencySumText(proof.roundTrips, latencyMs)})`;
  return [
    {
      letters: [least.letter],
      text: `Simulated with ${formatDelay(latencyMs)} for each round trip: ${said(least)}, ${said(most)}.`,
      explanation:
        'Nothing of this was measured over a network: round trips times the latency are added to the measured median, as of a client that waits for each answer.',
      isSimulated: true,
      isUndecided: false,
    },
  ];
}
