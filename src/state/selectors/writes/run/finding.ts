// A sentence on what a run found. Plain data; every experiment of the lab makes its own.
import type { SetupLetter } from '../../../../engine/model/playground.ts';

export interface Finding {
  /** Setups that it speaks of; none where it speaks of all. */
  letters: readonly SetupLetter[];
  text: string;
  /** How it was obtained. */
  explanation: string;
  /** Not measured: with a latency that is only added. */
  isSimulated?: boolean | undefined;
  /** Nothing was decided: several of these are folded into one line. */
  isUndecided?: boolean | undefined;
}
