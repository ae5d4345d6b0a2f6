// What is said about each setup beside the charts: the verdict as a sentence, what Confirm said of
// it, and where the method is explained. Pure; the words of a verdict come from verdict-words.ts.

import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { confirmationWords } from '../../../engine/statistics/confirmation/confirmation-words.ts';
import { verdictAnchor } from '../../../engine/statistics/words/verdict-anchor.ts';
import { verdictWords } from '../../../engine/statistics/words/verdict-words.ts';
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
  status: 'confirmed' | 'nothing-to-confirm' | 'not-confirmed';
  text: string;
  /** The whole sentence. */
  explanation: string;
}

const nothingMore = { methodLink: '', confirmation: null, hasDifferingRows: false };

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
  return detail.isOtherBaseline ? [otherBaseline, ...own] : own;
}

const otherBaseline: VerdictSentence = {
  ...nothingMore,
  letter: null,
  setupId: null,
  name: '',
  text: 'These times were measured against another baseline. Compare gives verdicts against this one.',
  tone: 'plain',
  isStale: false,
  methodLink: `measuring.html#${verdictAnchor('baseline')}`,
};

/** The one error of all setups: a mistake in the statement is said once. */
function commonError({ setups }: QueryDetail): VerdictSentence | null {
  const texts = new Set(setups.map(({ cell }) => (cell.error ? errorSentence(cell.error) : null)));
  const [text] = texts;
  if (texts.size !== 1 || setups.length < 2 || !text) return null;
  const verdict = setups[0]?.cell.verdict;
  const methodLink = verdict ? methodLinkOf(verdict) : '';
  const nobodys = { letter: null, setupId: null, name: '', isStale: false };
  return { ...nothingMore, ...nobodys, text, tone: 'bad', methodLink };
}

function errorSentence({ message, hint }: EngineError): string {
  return [message, hint].filter(Boolean).join(' ');
}

function sentenceOf(
  setup: SetupDetail,
  verdict: Verdict,
  { setups }: QueryDetail,
): Pick<VerdictSentence, 'text' | 'tone' | 'confirmation' | 'hasDifferingRows'> {
  const { cell } = setup;
  const names = { setup: cell.letter, baseline: setups[0]?.cell.letter ?? 'A' };
  const isDifferent = verdict.kind === 'different-answer';
  const isUnstable = isDifferent && verdict.difference.kind === 'unstable';
  const { sentence } = verdictWords(verdict, names, cell.summary?.cache ?? null);
  return {
    text: isUnstable ? `Not deterministic. ${sentence}` : sentence,
    tone: isDifferent || verdict.kind === 'failed' ? 'bad' : 'plain',
    confirmation: confirmationOf(setup, verdict, names),
    hasDifferingRows: isDifferent && !isUnstable,
  };
}

function confirmationOf(
  { cell, confirmed }: SetupDetail,
  verdict: Verdict,
  names: { setup: string; baseline: string },
): ConfirmationSentence | null {
  if (!confirmed) return null;
  const hits = cell.summary?.cache?.hitRatio ?? null;
  const { headline, sentence } = confirmationWords(confirmed, names, verdict.kind, hits);
  const stands = confirmed.status === 'stands' && confirmed.kinds[0] === verdict.kind;
  const status = isConfirmable(verdict)
    ? stands
      ? 'confirmed'
      : 'not-confirmed'
    : 'nothing-to-confirm';
  return { status, text: stands ? `${headline}.` : sentence, explanation: sentence };
}
