// What a latency would make of the technique or size with the fewest round trips and the one with the
// most, as a sentence. Pure; simulated, and always said to be.
import type { Milliseconds } from '../../../../../engine/model/units.ts';
import { formatDuration } from '../../../../../lib/format/format-duration.ts';
import { formatRatio } from '../../../../../lib/format/format-ratio.ts';
import type { SetupContender } from '../setup-contenders.ts';
import { formatDelay, latencySumText, simulatedMs } from '../simulated-latency.ts';
import type { WriteFinding } from './pair-findings.ts';

/** None without a latency, and where a group has not two that were measured. */
export function simulatedFinding(
  group: readonly SetupContender[],
  latencyMs: Milliseconds,
  nameOf: (contender: SetupContender) => string = ({ name }) => name,
): WriteFinding[] {
  const totals = group.flatMap((contender) => {
    const { letter, time, proof } = contender;
    const total = simulatedMs(time.medianMs, proof, latencyMs);
    return total === null || !proof ? [] : [{ name: nameOf(contender), letter, total, proof }];
  });
  totals.sort((a, b) => a.total - b.total);
  const [least, most] = [totals[0], totals.at(-1)];
  if (!least || !most || totals.length < 2) return [];
  const said = ({ name, total, proof }: typeof least) =>
    `${name} ${formatDuration(total)} (${latencySumText(proof.roundTrips, latencyMs)})`;
  return [
    {
      letters: [least.letter],
      text: `Simulated with ${formatDelay(latencyMs)} for each round trip: ${said(least)}, ${said(most)}, ${formatRatio(most.total / least.total)}× as long.`,
      explanation:
        'Nothing of this was measured over a network: round trips times the latency are added to the measured median, as of a client that waits for each answer.',
      isSimulated: true,
      isUndecided: false,
    },
  ];
}
