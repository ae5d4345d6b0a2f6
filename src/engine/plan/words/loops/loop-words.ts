// What a loop of a plan does, as a sentence: which rows, by which path, and for each row of what.
// Terms are worded so that they hold for every operator that their line may stand for.
import { assertNever } from '../../../../lib/assert-never.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { PlanTerm, StepNode } from '../../../model/plan/plan-step.ts';
import {
  labelWords,
  nameWords,
  rowidColumn,
  sourceWords,
  tableOf,
  tableRowsWords,
} from '../name-words.ts';
import { type LoopStep, outerLoop, type StepPlace } from '../step-place.ts';
import { isExact, skippedWords, termSubject, termsWords } from '../term-words.ts';
import type { WordsContext } from '../words-context.ts';
import { lookOf, occasionWords } from '../writes/check-occasion.ts';
import { earlyEndSentence, rowsUntilLimit } from './early-end.ts';
import { isChanged, type LoopReach, loopReach } from './loop-reach.ts';
import { isLookedUp, isNeverRun } from './tree-facts.ts';

/** One to three sentences. `node` is that of the step. */
export function loopSentence(
  step: LoopStep,
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): string {
  if (isNeverRun(step, context)) return neverSentence(step);
  const reach = loopReach(step, node.cost, place, context);
  const limit = rowsUntilLimit(node, place, context);
  if (reach === 'every' && limit !== null)
    return `${capitalized(limitedClause(step, limit, context))}.`;
  const clause = loopClause(step, reach, place, context);
  const first = forEach(node, place, clause, context);
  const others = [
    reach === 'every' || step.isExists ? earlyEndSentence(node, place, context) : null,
    step.isLeftJoin ? 'Rows without a match are kept (LEFT JOIN).' : null,
  ];
  return [`${first}.`, ...others].filter((sentence) => sentence !== null).join(' ');
}

function neverSentence({ source, access }: LoopStep): string {
  const tree = access.kind === 'index' ? `index ${nameWords(access.index)} of ` : '';
  return `Never runs: the program does not read ${tree}${sourceWords(source)}, because a condition is always false or LIMIT is 0.`;
}

/** 'For each row of p: goes to …', or 'Goes to …' where it runs once. */
export function forEach(
  node: StepNode,
  place: StepPlace,
  clause: string,
  context: WordsContext,
): string {
  if (node.edge === 'foreign-key') {
    const look = node.step.kind === 'loop' ? lookOf(node.step, place, context) : null;
    return `Foreign key check, ${occasionWords[look?.occasion ?? 'each-row']}: ${clause}`;
  }
  const outer = outerLoop(node, place);
  if (outer === null) {
    return node.edge === 'for-each'
      ? `For each row of the loop above: ${clause}`
      : capitalized(clause);
  }
  return `For each row of ${outer.step.kind === 'loop' ? labelWords(outer.step.source) : 'the OR above'}: ${clause}`;
}

function loopClause(
  step: LoopStep,
  reach: LoopReach | null,
  place: StepPlace,
  context: WordsContext,
): string {
  const { access, source } = step;
  switch (access.kind) {
    case 'virtual':
      return virtualClause(step, context);
    case 'automatic-index':
      return automaticClause(step, context);
    case 'rowid':
    case 'primary-key':
      return access.terms.length > 0
        ? keyClause(step, access, context)
        : wholeClause(step, reach, context);
    case 'table':
    case 'index':
      if (source.kind === 'transient') return transientClause(step, place);
      return access.kind === 'index' && access.terms.length > 0
        ? indexSearchClause(step, access, context)
        : wholeClause(step, reach, context);
    default:
      return assertNever(access);
  }
}

function keyClause(
  { source }: LoopStep,
  { kind, terms }: Extract<LoopStep['access'], { kind: 'rowid' | 'primary-key' }>,
  context: WordsContext,
): string {
  const table = tableOf(context, source.name);
  const rowid = rowidColumn(table)?.name;
  const way = kind === 'rowid' ? 'the table’s own key' : 'its primary key';
  // A key of several columns of which only the first are fixed has many rows.
  const isWhole = kind === 'rowid' || terms.length === table?.primaryKey.length;
  return isWhole && isExact(terms)
    ? `goes straight to ${withTerms(`the row of ${sourceWords(source)}`, terms, rowid)}, by ${way}`
    : `goes through ${withTerms(`the rows of ${sourceWords(source)}`, terms, rowid)}, by ${way}`;
}

function wholeClause(step: LoopStep, reach: LoopReach | null, context: WordsContext): string {
  const { source, access } = step;
  const table = sourceWords(source);
  const rows = tableRowsWords(source.name, context);
  const count = rows === null ? '' : `: ${rows}`;
  const index = access.kind === 'index' ? access : null;
  const tree = index ? `index ${nameWords(index.index)} of ${table}` : table;
  const lookup = isLookedUp(step, context) ? ', and looks each one up in the table' : '';
  switch (reach) {
    case 'count':
      return `counts the rows of ${index ? `${table} in index ${nameWords(index.index)}` : table} page by page, without visiting them${count}`;
    case 'end-or-every':
      return `looks for the MIN or MAX in ${tree}: at one end, or by reading every row; the line does not tell which${rows === null ? '' : ` (${rows})`}`;
    case 'some':
      return `goes to one end of ${tree} and stops at the first row that gives the MIN or MAX${lookup}`;
    default:
      if (step.verb === 'search') {
        return `reads every row of ${tree} to find the MIN or MAX, though SQLite says SEARCH${count}${lookup}`;
      }
      if (!index) return `reads every row of ${table}${count}`;
      return lookup === ''
        ? `reads the whole of ${tree}, which holds all that is needed${rows === null ? '' : `; the table has ${rows}`}`
        : `reads every row of ${table} in the order of index ${nameWords(index.index)}${lookup}${count}`;
  }
}

/** Of a loop of which each row comes out, until LIMIT has as many as it asks for. */
function limitedClause(step: LoopStep, limit: number, context: WordsContext): string {
  const { source, access } = step;
  const order = access.kind === 'index' ? ` in the order of index ${nameWords(access.index)}` : '';
  const lookup = isLookedUp(step, context) ? ', each of which it looks up in the table,' : '';
  const rows = tableRowsWords(source.name, context);
  const all = rows === null ? '' : `; the table has ${rows}`;
  return `reads rows of ${sourceWords(source)}${order}${lookup} until LIMIT has ${formatCountOf(limit, 'row')}${all}`;
}

function indexSearchClause(
  step: LoopStep,
  { index, terms }: Extract<LoopStep['access'], { kind: 'index' }>,
  context: WordsContext,
): string {
  const { source } = step;
  const table = sourceWords(source);
  const skipped = skippedWords(terms);
  const rowid = rowidColumn(tableOf(context, source.name))?.name;
  const goal = withTerms(`the rows of ${table}`, terms, rowid);
  const end = isLookedUp(step, context)
    ? '; then looks each one up in the table'
    : isChanged(step, context)
      ? ', which is enough to find them'
      : ', which holds all that is needed: the table is not read';
  return skipped === null
    ? `goes to ${goal}, by index ${nameWords(index)}${end}`
    : `tries ${skipped} in turn and goes to ${goal} under each (skip-scan), by index ${nameWords(index)}${end}`;
}

/** 'the rows of t with the wanted a'. */
function withTerms(rows: string, terms: readonly PlanTerm[], rowid: string | undefined): string {
  const where = termsWords(terms, rowid);
  return where === '' ? rows : `${rows} ${where}`;
}

function automaticClause({ source, access }: LoopStep, context: WordsContext): string {
  if (access.kind !== 'automatic-index') return '';
  const rowid = rowidColumn(tableOf(context, source.name))?.name ?? 'rowid';
  const columns = access.terms.map((term) => termSubject(term, rowid)).join(', ');
  const rows = source.kind === 'transient' ? null : tableRowsWords(source.name, context);
  const all = rows === null ? 'N rows' : rows;
  const work = access.isPartial ? `those of its ${all} that conditions let through` : all;
  const on = columns === '' ? sourceWords(source) : `${columns} of ${sourceWords(source)}`;
  return `goes to ${withTerms('the rows', access.terms, rowid)} in an automatic index on ${on}, which SQLite builds first and throws away afterwards, on every run (N log N work for ${work})`;
}

function virtualClause(step: LoopStep, context: WordsContext): string {
  const { source } = step;
  return isTextSearch(step, context)
    ? `asks the virtual table ${sourceWords(source)} for the rows that its full-text search finds`
    : `asks the virtual table ${sourceWords(source)} for its rows; its own code decides how many it visits`;
}

/** fts5_main.c, fts5BestIndexMethod: M for MATCH; fts3.c: from 2 on the column that is searched. */
function isTextSearch({ source, access }: LoopStep, context: WordsContext): boolean {
  if (access.kind !== 'virtual') return false;
  const sql = tableOf(context, source.name)?.sql ?? '';
  const module = /\bUSING\s+["'`[]?(fts[345])\b/i.exec(sql)?.[1]?.toLowerCase();
  if (module === 'fts5') return access.text.includes('M');
  return module !== undefined && (Number(access.number) & 0xffff) >= 2;
}

function transientClause({ source }: LoopStep, { above }: StepPlace): string {
  const isQueue = above.some(({ step }) => step.kind === 'recursion' && step.part === 'step');
  return isQueue
    ? `takes the rows of ${sourceWords(source)} one by one from the queue of the recursion`
    : `reads the rows of ${sourceWords(source)}, which the statement has made itself`;
}
