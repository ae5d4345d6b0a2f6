// What is said about each setup beside the charts: the verdict as a sentence, what Confirm said of
// it, and where the method is explained. Pure; the words of a verdict come from verdict-words.ts.

import type { CacheSummary } from '../../../engine/model/comparison/comparison.ts';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import { errorSentence } from '../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { confirmationWords } from '../../../engine/statistics/confirmation/confirmation-words.ts';
import { sizeContradiction } from '../../../engine/statistics/confirmation/size-contradiction.ts';
import { isNoisyMargin, leastMargin } from '../../../engine/statistics/verdict.ts';
import { findingOf, isRanking } from '../../../engine/statistics/verdict-finding.ts';
import { verdictAnchor } from '../../../engine/statistics/words/verdict-anchor.ts';
import { noiseWords, verdictWords } from '../../../engine/statistics/words/verdict-words.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { methodLinkOf } from '../bench/cell-verdict-words.ts';
import { isConfirmable } from '../comparing/follow-ups.ts';
import type { QueryDetail, SetupDetail } from './query-detail.ts';

export interface VerdictSentence {
  /** Null for what is true of every setup. */
  letter: SetupLetter | null;
  setupId: string | null;
  name: string;
  text: string;
  tone: 'plain' | 'bad';
  isStale: boolean;
  /** The page that explains the verdict; empty where none was made. */
  methodLink: string;
  confirmation: ConfirmationSentence | null;
  /** The answers differ, and always in the same rows: these can be shown. */
  hasDifferingRows: boolean;
}

export interface ConfirmationSentence {
  status: 'confirmed' | 'in-part' | 'nothing-to-confirm' | 'not-confirmed';
  text: string;
  /** The whole sentence. */
  explanation: string;
}

const nothingMore = { methodLink: '', confirmation: null, hasDifferingRows: false };

const nobodys = {
  ...nothingMore,
  letter: null,
  setupId: null,
  name: '',
  tone: 'plain' as const,
  isStale: false,
};

/** What is to be said about each setup; the baseline is left out unless it failed. */
export function verdictSentences(detail: QueryDetail): VerdictSentence[] {
  if (!detail.hasStatement) return [];
  const common = commonError(detail);
  if (common) return [common];
  const own = detail.setups.flatMap((setup, position) => {
    const { cell, name, verdict } = setup;
    const base = {
      letter: cell.letter,
      setupId: cell.setupId,
      name,
      isStale: cell.isStale,
      ...nothingMore,
      methodLink: verdict ? methodLinkOf(verdict) : '',
    };
    if (cell.error) {
      return [{ ...base, text: errorSentence(cell.error), tone: 'bad' as const }];
    }
    if (position === 0 && verdict?.kind !== 'over-limit') return [];
    if (!verdict) return [];
    return [{ ...base, ...sentenceOf(setup, verdict, detail) }];
  });
  const noise = noiseSentence(detail);
  return [...(detail.isOtherBaseline ? [otherBaseline] : []), ...own, ...(noise ? [noise] : [])];
}

const otherBaseline: VerdictSentence = {
  ...nobodys,
  text: 'These times were measured against another baseline. Compare gives verdicts against this one.',
  methodLink: `measuring.html#${verdictAnchor('baseline')}`,
};

/** The one error of all setups: a mistake in the statement is said once. */
function commonError({ setups }: QueryDetail): VerdictSentence | null {
  const texts = new Set(setups.map(({ cell }) => (cell.error ? errorSentence(cell.error) : null)));
  const [text] = texts;
  if (texts.size !== 1 || setups.length < 2 || !text) return null;
  const verdict = setups[0]?.cell.verdict;
  const methodLink = verdict ? methodLinkOf(verdict) : '';
  return { ...nobodys, text, tone: 'bad', methodLink };
}

function sentenceOf(
  setup: SetupDetail,
  verdict: Verdict,
  { setups, changingBy }: QueryDetail,
): Pick<VerdictSentence, 'text' | 'tone' | 'confirmation' | 'hasDifferingRows'> {
  const { cell } = setup;
  const names = { setup: cell.letter, baseline: setups[0]?.cell.letter ?? 'A' };
  const isDifferent = verdict.kind === 'different-answer';
  const isUnstable = isDifferent && verdict.difference.kind === 'unstable';
  return {
    text: isUnstable
      ? unstableSentence(names.baseline, changingBy)
      : ownSentence(verdict, names, cell.summary?.cache ?? null),
    tone: isDifferent || verdict.kind === 'failed' ? 'bad' : 'plain',
    confirmation: confirmationOf(setup, verdict, names),
    hasDifferingRows: isDifferent && !isUnstable,
  };
}

/** Without what noiseSentence says once for all. */
function ownSentence(
  verdict: Verdict,
  names: { setup: string; baseline: string },
  cache: CacheSummary | null,
): string {
  const quiet = 'margin' in verdict ? { ...verdict, margin: leastMargin } : verdict;
  const { sentence, interval } = verdictWords(quiet, names, cache);
  return verdict.kind === 'too-noisy'
    ? `${names.setup} against ${names.baseline}: too noisy for a verdict (${formatPercent(verdict.ratio.level, 1)} interval ${interval}).`
    : sentence;
}

/** How busy the machine was is one finding, whatever it does to each verdict. */
function noiseSentence({ setups }: QueryDetail): VerdictSentence | null {
  const baseline = setups[0]?.cell.letter ?? 'A';
  const concerned = setups.filter(({ verdict }) => verdict && isNoisy(verdict));
  const isStale = concerned.every(({ cell }) => cell.isStale);
  const verdicts = concerned.flatMap(({ verdict }) => verdict ?? []);
  const undecided = verdicts.find(({ kind }) => kind === 'too-noisy');
  const ranked = verdicts.find((verdict) => 'margin' in verdict);
  if (undecided?.kind === 'too-noisy') {
    const text = `The machine is too noisy now: ${noiseWords(undecided, baseline)}. Close other work and compare again.`;
    return { ...nobodys, text, isStale };
  }
  if (!ranked || !('margin' in ranked)) return null;
  const text = `The machine is busy: ${baseline} measured against itself differed by up to ${formatPercent(ranked.margin, 1)}.`;
  return { ...nobodys, text, isStale };
}

function isNoisy(verdict: Verdict): boolean {
  if (verdict.kind === 'too-noisy') return true;
  return isRanking(verdict.kind) && 'margin' in verdict && isNoisyMargin(verdict.margin);
}

/** `changingBy`: what its text calls; without any only the order of the rows is left. */
function unstableSentence(baseline: string, changingBy: readonly string[]): string {
  const cause =
    changingBy.length > 0
      ? `it uses ${changingBy.join(', ')}.`
      : 'its text uses neither chance nor the time, so its rows are in no fixed order; an ORDER BY without ties gives them one.';
  return `Not deterministic. The query answers differently each time, even in ${baseline} alone: ${cause} Times are not compared.`;
}

function confirmationOf(
  { cell, confirmed }: SetupDetail,
  verdict: Verdict,
  names: { setup: string; baseline: string },
): ConfirmationSentence | null {
  if (!confirmed) return null;
  const size = confirmed.status === 'stands' ? sizeContradiction(confirmed, verdict, names) : null;
  const hits = cell.summary?.cache?.hitRatio ?? null;
  const { headline, sentence } = confirmationWords(confirmed, names, verdict.kind, hits);
  const [found] = confirmed.kinds;
  const stands =
    confirmed.status === 'stands' &&
    found !== undefined &&
    findingOf(found) === findingOf(verdict.kind);
  if (stands && size) {
    return { status: 'in-part', text: `${size.headline}.`, explanation: size.sentence };
  }
  const status = isConfirmable(verdict)
    ? stands
      ? 'confirmed'
      : 'not-confirmed'
    : 'nothing-to-confirm';
  return { status, text: stands ? `${headline}.` : sentence, explanation: sentence };
}
