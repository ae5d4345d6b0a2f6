// The terms in the parentheses of a plan line: `a=? AND b>? AND b<?`, `ANY(a)`, `(a,b)>(?,?)`.
// Columns stand in them as they are named, so known columns are looked for before patterns are.
import type { PlanTerm } from '../../model/plan/plan-step.ts';
import { hasLength } from './known-names.ts';

/** The columns that terms may name. */
export type TermColumns =
  /** In this order, as of an index; null for an expression. */
  | { order: 'fixed'; columns: readonly (string | null)[] }
  | { order: 'any'; columns: ReadonlySet<string> };

/** The terms as SQLite wrote them, or null when the text cannot consist of such columns. */
export function knownTerms(text: string, known: TermColumns): PlanTerm[] | null {
  return known.order === 'fixed'
    ? orderedTerms(text, known.columns)
    : freeTerms(text, known.columns);
}

/** The terms where names are not known, of names without question marks; null when it is none. */
export function guessedTerms(text: string): PlanTerm[] | null {
  const terms = text.split(' AND ').map(guessedTerm);
  return terms.every((term) => term !== null) ? terms : null;
}

const and = ' AND ';

// wherecode.c, explainIndexRange: first columns with = or ANY, then a lower and an upper bound.
function orderedTerms(text: string, columns: readonly (string | null)[]): PlanTerm[] | null {
  const terms: PlanTerm[] = [];
  let at = 0;
  const take = (relation: PlanTerm['relation'], part: readonly (string | null)[]): boolean => {
    const printed = printedTerm(relation, part);
    const start = terms.length === 0 ? at : at + and.length;
    if (terms.length > 0 && !text.startsWith(and, at)) return false;
    if (!text.startsWith(printed, start)) return false;
    const end = start + printed.length;
    if (end < text.length && !text.startsWith(and, end)) return false;
    at = end;
    terms.push({ relation, columns: namesOf(part), text: printed });
    return true;
  };
  let next = 0;
  while (next < columns.length) {
    const part = columns.slice(next, next + 1);
    if (!take('skip', part) && !take('equal', part)) break;
    next++;
  }
  for (const relation of ['above', 'below'] as const) {
    let names = '';
    for (let count = 1; count <= columns.length - next && at < text.length; count++) {
      if (take(relation, columns.slice(next, next + count))) break;
      // Row values name the columns one after another: no longer one fits where this one does not.
      names += `${count === 1 ? '(' : ','}${columns[next + count - 1] ?? '<expr>'}`;
      if (!text.startsWith(names, terms.length === 0 ? at : at + and.length)) break;
    }
  }
  return at === text.length && terms.length > 0 ? terms : null;
}

function printedTerm(relation: PlanTerm['relation'], columns: readonly (string | null)[]): string {
  const names = columns.map((name) => name ?? '<expr>');
  if (relation === 'skip') return `ANY(${names.join()})`;
  const sign = relation === 'equal' ? '=' : relation === 'above' ? '>' : '<';
  if (names.length === 1) return `${names.join()}${sign}?`;
  return `(${names.join()})${sign}(${names.map(() => '?').join()})`;
}

function namesOf(columns: readonly (string | null)[]): string[] | null {
  const names = columns.filter((name) => name !== null);
  return names.length === columns.length ? names : null;
}

// Equalities alone, of columns in any order: automatic indexes and Bloom filters.
function freeTerms(text: string, columns: ReadonlySet<string>): PlanTerm[] | null {
  const expression = '<expr>';
  const isColumn = (start: number, end: number) => {
    const length = end - start;
    if (length !== expression.length && !hasLength(columns, length)) return false;
    const name = text.slice(start, end);
    return columns.has(name) || name === expression;
  };
  const hopeless = new Set<number>();
  const termsFrom = (start: number): PlanTerm[] | null => {
    if (hopeless.has(start)) return null;
    for (let end = text.length; end > start; end = text.lastIndexOf(and, end - 1)) {
      if (!text.startsWith('=?', end - 2) || !isColumn(start, end - 2)) continue;
      const rest = end === text.length ? [] : termsFrom(end + and.length);
      if (rest === null) continue;
      const name = text.slice(start, end - 2);
      const named = name === expression ? null : [name];
      return [{ relation: 'equal', columns: named, text: `${name}=?` }, ...rest];
    }
    hopeless.add(start);
    return null;
  };
  return termsFrom(0);
}

function guessedTerm(text: string): PlanTerm | null {
  const skipped = /^ANY\(([^?]+)\)$/.exec(text)?.[1];
  if (skipped !== undefined) return { relation: 'skip', columns: [skipped], text };
  const [, row, rowSign] = /^\(([^?]+)\)([<>])\(\?(?:,\?)+\)$/.exec(text) ?? [];
  if (row !== undefined) return { relation: relationOf(rowSign), columns: row.split(','), text };
  const [, name, sign] = /^([^?]+)([=<>])\?$/.exec(text) ?? [];
  if (name === undefined) return null;
  return { relation: relationOf(sign), columns: name === '<expr>' ? null : [name], text };
}

function relationOf(sign: string | undefined): PlanTerm['relation'] {
  return sign === '>' ? 'above' : sign === '<' ? 'below' : 'equal';
}
