// Above the figures of a run: that it is stale, that something ended it, how far it is.
import type { Fraction } from '../../../engine/model/units.ts';
import { Banner } from '../../shared/messages/Banner.tsx';
import { Fault } from '../../shared/messages/Fault.tsx';
import { ProgressBar } from '../../shared/messages/ProgressBar.tsx';

export interface RunStateProps {
  isStale: boolean;
  /** The button that measures again: "Run writes". */
  again: string;
  /** Why that button cannot be pressed, as a sentence; null when it can. */
  refusal?: string | null | undefined;
  /** What ended the run; null when nothing did. */
  problem: { message: string; hint?: string } | null;
  /** While it measures; null otherwise. */
  fraction: Fraction | null;
}

export function RunState({ isStale, again, refusal = null, problem, fraction }: RunStateProps) {
  return (
    <>
      {isStale && (
        <Banner tone="warning" isAnnounced={false}>
          Stale: the playground has changed since this was measured.{' '}
          {refusal ?? `${again} measures what the fields say now.`}
        </Banner>
      )}
      {problem && <Fault error={problem} />}
      {fraction !== null && <ProgressBar label="Measuring writes" fraction={fraction} />}
    </>
  );
}
