// Findings on the whole statement: words that bind the planner, and planning without statistics.
import { formatList } from '../../../lib/format/format-list.ts';
import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { isName, nameOf } from '../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../sql/token.ts';
import { isNeverRun } from '../words/loops/tree-facts.ts';
import { nameWords } from '../words/name-words.ts';
import { isPassage, type LoopStep, type StepPlace, visitSteps } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';

/** Hints in the text: each kind once. */
export function hintFindings(sql: string): PlanFinding[] {
  const tokens = meaningfulTokens(sql);
  const found = new Set<string>();
  // The clause that each pair of brackets stands in, the innermost last.
  const clauses = [''];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') clauses.push(clauses.at(-1) ?? '');
    else if (token.kind === 'close' && clauses.length > 1) clauses.pop();
    else if (token.kind === 'word') {
      const word = tokenText(sql, token).toUpperCase();
      if (clauseWords.has(word)) clauses[clauses.length - 1] = word;
    }
    const hint = hintAt(sql, tokens, index, token);
    if (hint === 'unary +' && !narrowing.has(clauses.at(-1) ?? '')) continue;
    if (hint !== null) found.add(hint);
  }
  return [...found].map((hint) => ({
    kind: 'hint',
    severity: 'low',
    path: null,
    title: `The statement binds the planner: ${hint}`,
    reason: hintReasons[hint] ?? '',
    rows: null,
  }));
}

const narrowing = new Set(['WHERE', 'ON', 'BY', 'HAVING']);
const clauseWords = new Set([...narrowing, 'SELECT', 'SET', 'VALUES', 'RETURNING', 'LIMIT']);

// lang_indexedby.html; optoverview.html#uplus, #crossjoin.
const hintReasons: Record<string, string> = {
  'INDEXED BY':
    'SQLite has to use this index or fail. Other indexes, however good, change nothing here, and where the index cannot take a condition it is read from end to end.',
  'NOT INDEXED': 'No index may be used on this table, only its rowid or key.',
  'CROSS JOIN':
    'SQLite keeps the order of the tables around CROSS JOIN: the left one is always the outer loop.',
  'unary +':
    'A + in front of a column makes an expression of it that no index on the column fits. It also takes away the column’s affinity.',
};

function hintAt(sql: string, tokens: readonly Token[], index: number, token: Token): string | null {
  const next = tokens[index + 1];
  if (isKeyword(sql, token, 'INDEXED')) {
    if (isKeyword(sql, next, 'BY')) return 'INDEXED BY';
    return isKeyword(sql, tokens[index - 1], 'NOT') ? 'NOT INDEXED' : null;
  }
  if (isKeyword(sql, token, 'CROSS')) return isKeyword(sql, next, 'JOIN') ? 'CROSS JOIN' : null;
  if (token.kind !== 'operator' || tokenText(sql, token) !== '+') return null;
  const isColumn = next?.kind === 'word' || next?.kind === 'quoted';
  return isColumn && isBeforeOperand(sql, tokens[index - 1]) ? 'unary +' : null;
}

const operandWords = new Set(
  'AND OR NOT WHERE ON HAVING BY WHEN THEN ELSE CASE BETWEEN IN LIKE GLOB IS SELECT DISTINCT'.split(
    ' ',
  ),
);

function isBeforeOperand(sql: string, token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'word') return operandWords.has(tokenText(sql, token).toUpperCase());
  return token.kind === 'operator' || token.kind === 'open' || token.kind === 'comma';
}

/** Without statistics SQLite guesses; said only where it had something to choose between. */
export function statisticsFinding(
  nodes: readonly StepNode[],
  context: WordsContext,
): PlanFinding | null {
  if (context.hasStatistics) return null;
  const tables = new Set<string>();
  const hasIndexes = indexChoice(context);
  let hasChoice = false;
  visitSteps(nodes, context, (node, place) => {
    const { step } = node;
    if (node.edge === 'foreign-key') return;
    if (step.kind !== 'loop' || step.source.kind !== 'table' || step.source.name === null) return;
    if (isNeverRun(step, context)) return;
    hasChoice ||= isJoined(place) || (step.access.kind !== 'rowid' && hasIndexes(step));
    const rows = context.rowsOf(step.source.name);
    if (rows === null || rows >= context.weights.low) tables.add(step.source.name);
  });
  if (tables.size === 0 || !hasChoice) return null;
  return {
    kind: 'no-statistics',
    severity: 'low',
    path: null,
    title: 'Planned without statistics',
    reason: `ANALYZE has not been run in this setup, so SQLite takes every table for one of about a million rows and guesses how many rows an index finds. That goes for ${formatList([...tables].toSorted().map(nameWords))}. With statistics it may choose another order or another index.`,
    rows: null,
  };
}

/** In one FROM clause with another table: which comes first is the planner's choice. */
function isJoined({ above }: StepPlace): boolean {
  const parent = above.findLast(({ step: { kind } }) => !isPassage(kind));
  return parent?.step.kind === 'loop' && parent.step.source.kind === 'table';
}

/**
 * Two or more indexes of the table may serve: the text names the first column of each. The names are
 * read once: a compound of hundreds of terms asks for each.
 */
function indexChoice({ trees, sql }: WordsContext): (step: LoopStep) => boolean {
  let words: ReadonlySet<string> | null = null;
  return ({ source }) => {
    words ??= foldedNames(sql);
    const named = words;
    const usable = trees.filter(
      ({ table, index, columns: [first] }) =>
        index !== null &&
        isSameName(table, source.name ?? source.label) &&
        first != null &&
        named.has(foldName(first)),
    );
    return usable.length > 1;
  };
}

/** All words of the statement that can be names, and keywords among them. */
function foldedNames(sql: string): ReadonlySet<string> {
  return new Set(
    meaningfulTokens(sql).flatMap((token) => (isName(token) ? [foldName(nameOf(sql, token))] : [])),
  );
}
