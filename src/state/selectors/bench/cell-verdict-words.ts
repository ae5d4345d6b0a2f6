// What a query cell says of its verdict: short texts, the sentence, where the method is explained.
// Pure; which verdict a cell may show is decided by cell-verdict.ts, its words by verdict-words.ts.

import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import { errorSentence } from '../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { verdictAnchor } from '../../../engine/statistics/words/verdict-anchor.ts';
import { verdictWords } from '../../../engine/statistics/words/verdict-words.ts';
import type { CellView } from './bench-view.ts';
import type { BaselineFault } from './cell-verdict.ts';

export type CellTone = 'plain' | 'dim' | 'good' | 'bad';

export interface CellVerdictWords {
  /** Empty when there is no verdict to show. */
  headline: string;
  headlineTone: CellTone;
  interval: string;
  verdictTip: string;
  /** Where it is said how the verdict is made; empty without one, and for the baseline. */
  methodLink: string;
}

/** `baseline` is the letter of the setup that it is compared with. */
export function cellVerdictWords(cell: CellView, baseline: SetupLetter): CellVerdictWords {
  const { verdict, error, progress, withheld, baselineFault } = cell;
  if (error) {
    return {
      headline: errorHeadline(cell),
      headlineTone: 'bad',
      interval: error.message,
      verdictTip: errorSentence(error),
      methodLink: verdict ? methodLinkOf(verdict) : '',
    };
  }
  if (withheld) {
    const [headline, tip] = withheldWords[withheld];
    return dimWords(headline, tip);
  }
  if (baselineFault) {
    const [headline, tip] = baselineFaultWords[baselineFault](baseline);
    return { ...dimWords(headline, tip), interval: nothingToCompareWith };
  }
  const isOpen = verdict === null || verdict.kind === 'too-few-runs';
  if (progress === 'measuring' && isOpen) {
    return dimWords('measuring', 'A verdict needs more rounds.');
  }
  if (isOpen && cell.firstRun && !cell.summary) {
    return dimWords(firstRunHeadline, 'Executed once so far; Compare goes on with rounds.');
  }
  if (!verdict) return dimWords('not measured', 'Press Compare to measure.');
  const names = { setup: cell.letter, baseline };
  const { sentence } = verdictWords(verdict, names, cell.summary?.cache ?? null);
  const methodLink = methodLinkOf(verdict);
  if (verdict.kind === 'over-limit') {
    return { ...dimWords('over the limit', sentence), methodLink };
  }
  // The hit ratio of a cache stands in the foot of the same cell.
  const { headline, interval } = verdictWords(verdict, names);
  const headlineTone = verdictTones[verdict.kind];
  return { headline, headlineTone, interval, verdictTip: sentence, methodLink };
}

/** What a cell says that was executed once and not measured yet. */
export const firstRunHeadline = 'first run';

const nothingToCompareWith = 'nothing to compare with';

const baselineFaultWords = {
  failed: (baseline: SetupLetter) => [
    `${baseline} failed:`,
    `The query fails in ${baseline}, the baseline, so no setup is measured against it. Correct it there, or make another setup the baseline.`,
  ],
  'over-limit': (baseline: SetupLetter) => [
    `${baseline} over limit:`,
    `The query takes longer than the limit in ${baseline}, the baseline, so no setup is measured against it. Use fewer rows, or make another setup the baseline.`,
  ],
} as const satisfies Record<BaselineFault, (baseline: SetupLetter) => readonly [string, string]>;

function errorHeadline({ error, verdict, progress }: CellView): string {
  if (error?.code === 'index-invalid') return 'index failed';
  return verdict?.kind === 'failed' || progress !== 'not-measured' ? 'failed' : 'no plan';
}

const withheldWords = {
  'other-baseline': [
    'other baseline',
    'Measured against another baseline: its pairs were measured with the setup that was the baseline then. Compare measures against this one.',
  ],
  'incomplete-baseline': [
    'no baseline to compare with',
    'An index of the baseline could not be created, so its times are of something else.',
  ],
} as const;

export const verdictTones = {
  baseline: 'dim',
  'too-few-runs': 'dim',
  faster: 'good',
  slower: 'bad',
  equal: 'plain',
  unresolved: 'plain',
  'clearly-faster': 'good',
  'clearly-slower': 'bad',
  'too-noisy': 'plain',
  'different-answer': 'bad',
  failed: 'bad',
  'over-limit': 'dim',
} as const satisfies Record<Verdict['kind'], CellTone>;

export function dimWords(headline: string, verdictTip: string): CellVerdictWords {
  return { headline, headlineTone: 'dim', interval: '', verdictTip, methodLink: '' };
}

/** The page that explains the method, at the place that is about this kind of verdict. */
export function methodLinkOf({ kind }: Verdict): string {
  return kind === 'baseline' ? '' : `measuring.html#${verdictAnchor(kind)}`;
}
