// Pieces that the titles and reasons of findings share.
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { type LoopRows, mostRows } from '../words/loops/loop-rows.ts';
import type { WordsContext } from '../words/words-context.ts';

/** 'Counted: it visited 50 rows.', 'That is 500 rows.', 'That is up to 500 rows in all.'; or ''. */
export function visitsSentence(rows: LoopRows | null, context: WordsContext): string {
  if (rows === null) return '';
  const count = formatCountOf(rows.rows, 'row');
  if (rows.basis === 'counted') return `Counted: it visited ${count}.`;
  if (rows.basis === 'pass') {
    return sentences(`That is up to ${count} in one pass.`, rowsRemark(rows, context));
  }
  const said =
    rows.rows >= mostRows
      ? 'That can be more than 10^15 rows in all.'
      : `That is ${rows.basis === 'exact' ? count : `up to ${count} in all`}.`;
  return sentences(said, rowsRemark(rows, context));
}

/** Said with numbers that rest on rows which are not there yet; null where they are. */
export function rowsRemark(rows: LoopRows | null, { areRowsLoaded }: WordsContext): string | null {
  if (rows === null || rows.basis === 'counted' || areRowsLoaded) return null;
  return 'By the recipe: they are not generated yet.';
}

/** '500', 'up to 500'; empty when nothing is known. */
export function countPhrase(rows: LoopRows | null): string {
  if (rows === null || rows.basis === 'pass') return '';
  if (rows.rows >= mostRows) return 'more than 10^15';
  return rows.basis === 'bound' ? `up to ${formatCount(rows.rows)}` : formatCount(rows.rows);
}

export function sentences(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
