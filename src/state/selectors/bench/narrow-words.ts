// Shorter words for the verdicts of cells in narrow columns: among six setups, or on a phone.
// The whole words stay in the page beside them; they come from verdict-words.ts.
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import { formatShortSpeedRange } from '../../../engine/statistics/words/change-format.ts';

export interface NarrowWords {
  headline: string;
  /** Empty when the headline holds it. */
  interval: string;
}

/** Headline and interval as short as they can be said. */
export function narrowWords(verdict: Verdict, { headline, interval }: NarrowWords): NarrowWords {
  switch (verdict.kind) {
    case 'equal':
      return { headline: `equal ${interval}`, interval: '' };
    case 'clearly-faster':
    case 'clearly-slower':
      // How many runs agree: the headline's "clearly" stands for it.
      return { headline, interval: interval.replace(/, \d+ of \d+ runs$/, '') };
    case 'unresolved':
      return { headline: 'unresolved', interval: formatShortSpeedRange(verdict.ratio) };
    case 'too-noisy':
      return { headline, interval: formatShortSpeedRange(verdict.ratio) };
    case 'too-few-runs':
      return { headline: verdict.rounds > 0 ? 'too few runs' : headline, interval };
    case 'different-answer':
      return verdict.difference.kind === 'unstable'
        ? { headline: 'unstable answer', interval }
        : { headline, interval };
    default:
      return { headline, interval };
  }
}
