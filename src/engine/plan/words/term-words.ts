// The terms of a search in words that hold whatever operator stands in the statement.
// A line prints `=` for IN, IS and IS NULL too, and `>` and `<` for >=, <=, BETWEEN and LIKE.
import { formatList } from '../../../lib/format/format-list.ts';
import type { PlanTerm } from '../../model/plan/plan-step.ts';
import { nameWords } from './name-words.ts';

/**
 * 'with the wanted a and b, and c between two bounds'; empty without terms. `rowid` is what the
 * rowid is called in this table.
 */
export function termsWords(terms: readonly PlanTerm[], rowid = 'rowid'): string {
  const parts: string[] = [];
  const wanted = terms.filter(({ relation }) => relation === 'equal');
  if (wanted.length > 0) {
    parts.push(`with the wanted ${formatList(wanted.map((term) => termSubject(term, rowid)))}`);
  }
  const bounds = boundWords(terms, rowid);
  if (bounds !== null) parts.push(parts.length === 0 ? `with ${bounds}` : bounds);
  return formatList(parts);
}

/** Whether the terms name single values, no range: at most one row for each on a unique key. */
export function isExact(terms: readonly PlanTerm[]): boolean {
  return terms.length > 0 && terms.every(({ relation }) => relation === 'equal');
}

/** 'every value of a', for the columns that are skipped over; null when none are. */
export function skippedWords(terms: readonly PlanTerm[]): string | null {
  const skipped = terms.filter(({ relation }) => relation === 'skip');
  if (skipped.length === 0) return null;
  return `every value of ${formatList(skipped.map((term) => termSubject(term, 'rowid')))}`;
}

/** What a term is about: a column, columns in brackets, or an expression. */
export function termSubject({ columns }: PlanTerm, rowid: string): string {
  if (columns === null) return 'value of the indexed expression';
  const names = columns.map((column) => nameWords(column === 'rowid' ? rowid : column));
  return names.length === 1 ? names.join('') : `(${names.join(', ')})`;
}

// At most one bound from below and one from above: those of the column after the equal ones.
function boundWords(terms: readonly PlanTerm[], rowid: string): string | null {
  const above = terms.find(({ relation }) => relation === 'above');
  const below = terms.find(({ relation }) => relation === 'below');
  const lower = above && termSubject(above, rowid);
  const upper = below && termSubject(below, rowid);
  if (lower !== undefined && lower === upper) return `${lower} between two bounds`;
  const parts = [
    ...(lower === undefined ? [] : [`${lower} above a bound`]),
    ...(upper === undefined ? [] : [`${upper} below a bound`]),
  ];
  return parts.length === 0 ? null : formatList(parts);
}
