// Plan lines that hold no names, but for those of functions: each is told by its words alone.
// A table or alias can imitate only those that begin with SCAN; the caller looks for that.
import type { CompoundOperator, PlanStep } from '../../model/plan/plan-step.ts';

/** The step of such a line; null for any other line. */
export function fixedLine(detail: string): PlanStep | null {
  for (const [pattern, toStep] of forms) {
    const match = pattern.exec(detail);
    if (match !== null) return toStep(match);
  }
  return null;
}

const operators = '(UNION ALL|UNION|INTERSECT|EXCEPT)';

const forms: [RegExp, (match: RegExpExecArray) => PlanStep][] = [
  [/^SCAN CONSTANT ROW$/, () => ({ kind: 'constant-rows', rows: 1 })],
  [/^SCAN (\d+) CONSTANT ROWS?$/, ([, rows]) => ({ kind: 'constant-rows', rows: Number(rows) })],
  [/^SCAN (\d+)-ROW VALUES CLAUSE$/, ([, rows]) => ({ kind: 'constant-rows', rows: Number(rows) })],
  [
    /^USE TEMP B-TREE FOR (?:LAST (?:(\d+) TERMS|TERM) OF |RIGHT PART OF )?ORDER BY$/,
    ([text, terms]) => ({
      kind: 'sort',
      purpose: 'order-by',
      lastTerms: terms !== undefined ? Number(terms) : text.includes(' LAST TERM ') ? 1 : null,
      aggregate: null,
    }),
  ],
  [/^USE TEMP B-TREE FOR GROUP BY$/, () => sortFor('group-by')],
  [/^USE TEMP B-TREE FOR DISTINCT$/, () => sortFor('distinct')],
  [
    /^USE TEMP B-TREE FOR (.+\((?:DISTINCT|ORDER BY)\))$/s,
    ([, aggregate]) => ({
      kind: 'sort',
      purpose: 'aggregate',
      lastTerms: null,
      aggregate: aggregate ?? null,
    }),
  ],
  [
    /^(CORRELATED )?(SCALAR|LIST) SUBQUERY (\d+)$/,
    ([, correlated, form, number]) => ({
      kind: 'subquery',
      form: form === 'LIST' ? 'list' : 'scalar',
      number: Number(number),
      isCorrelated: correlated !== undefined,
    }),
  ],
  [
    /^REUSE (LIST )?SUBQUERY (\d+)$/,
    ([, list, number]) => ({
      kind: 'reuse',
      form: list === undefined ? 'scalar' : 'list',
      number: Number(number),
    }),
  ],
  [/^CREATE BLOOM FILTER$/, () => ({ kind: 'bloom-filter', source: null, terms: [] })],
  [/^MULTI-INDEX OR$/, () => ({ kind: 'multi-index-or' })],
  [/^INDEX (\d+)$/, ([, number]) => ({ kind: 'or-arm', number: Number(number) })],
  [/^COMPOUND QUERY$/, () => ({ kind: 'compound' })],
  [/^LEFT-MOST SUBQUERY$/, () => ({ kind: 'compound-arm', operator: null, isTempBTree: false })],
  [
    // Through a temporary B-tree until SQLite 3.51.
    new RegExp(`^${operators}( USING TEMP B-TREE)?$`),
    ([, operator, tree]) => ({
      kind: 'compound-arm',
      operator: toOperator(operator),
      isTempBTree: tree !== undefined,
    }),
  ],
  [
    new RegExp(`^MERGE \\(${operators}\\)$`),
    ([, operator]) => ({ kind: 'merge', operator: toOperator(operator) }),
  ],
  [/^LEFT$/, () => ({ kind: 'merge-arm', side: 'left' })],
  [/^RIGHT$/, () => ({ kind: 'merge-arm', side: 'right' })],
  [/^SETUP$/, () => ({ kind: 'recursion', part: 'setup' })],
  [/^RECURSIVE STEP$/, () => ({ kind: 'recursion', part: 'step' })],
];

function sortFor(purpose: 'group-by' | 'distinct'): PlanStep {
  return { kind: 'sort', purpose, lastTerms: null, aggregate: null };
}

function toOperator(text: string | undefined): CompoundOperator {
  return text === 'UNION ALL' || text === 'INTERSECT' || text === 'EXCEPT' ? text : 'UNION';
}
