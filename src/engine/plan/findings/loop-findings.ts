// Findings on loops by index: indexes built for one run, lookups row by row, skip-scans.
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { lookupWeight } from '../row-weights.ts';
import { earlyEndSentence } from '../words/loops/early-end.ts';
import { isChanged, loopReach } from '../words/loops/loop-reach.ts';
import { loopRows } from '../words/loops/loop-rows.ts';
import { isLookedUp, isNeverRun } from '../words/loops/tree-facts.ts';
import { nameWords, sourceWords } from '../words/name-words.ts';
import type { LoopStep, StepPlace } from '../words/step-place.ts';
import { skippedWords, termSubject } from '../words/term-words.ts';
import type { WordsContext } from '../words/words-context.ts';
import { countPhrase, rowsRemark, sentences } from './finding-words.ts';
import { scanFinding } from './scan-findings.ts';
import { severityOf } from './severity.ts';

/** What is to be said of one loop; nothing for most. */
export function loopFindings(
  step: LoopStep,
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): PlanFinding[] {
  const { access } = step;
  if (isNeverRun(step, context)) return [];
  if (access.kind === 'automatic-index') return listed(automaticFinding(step, node, context));
  const reach = loopReach(step, node.cost, place, context);
  const isInCorrelated = place.above.some(
    ({ step: above }) => above.kind === 'subquery' && above.isCorrelated,
  );
  // A scan in a correlated subquery is what the finding on the subquery is about; checks of foreign
  // keys are told of together.
  const isOwn = !isInCorrelated && node.edge !== 'foreign-key';
  const scan = reach === 'every' && isOwn ? scanFinding(step, node, place, context) : null;
  return [
    ...listed(scan),
    ...listed(lookupFinding(step, node, place, context)),
    ...skips(step, node),
  ];
}

function listed(finding: PlanFinding | null): PlanFinding[] {
  return finding === null ? [] : [finding];
}

// optoverview.html#autoindex: "the cost of constructing the automatic index is O(NlogN)".
function automaticFinding(
  { source, access }: LoopStep,
  node: StepNode,
  context: WordsContext,
): PlanFinding | null {
  if (access.kind !== 'automatic-index') return null;
  const columns = access.terms.map((term) => termSubject(term, 'rowid')).join(', ');
  if (source.kind === 'transient') {
    return {
      kind: 'automatic-index',
      severity: 'low',
      path: node.path,
      title: `Builds an index on ${sourceWords(source)} on every run`,
      reason: `Its rows are made by the statement itself, so no index of the schema can stand in for it; it is built${columns === '' ? '' : ` on ${columns}`} and thrown away afterwards, N log N work for N rows.`,
      rows: null,
    };
  }
  const rows = source.name === null ? null : context.rowsOf(source.name);
  const severity = severityOf(rows, context.weights);
  if (severity === null) return null;
  return {
    kind: 'automatic-index',
    severity,
    path: node.path,
    title: `Builds an index on ${sourceWords(source)}${columns === '' ? '' : ` (${columns})`} on every run`,
    reason: sentences(
      `No index that is on leads to the rows${columns === '' ? '' : ` by ${columns}`}, and to read all of them for each outer row would be worse. So SQLite sorts ${access.isPartial ? 'those that conditions let through' : 'all of them'} into an index that it throws away afterwards: N log N work for N rows, on every run.`,
      rows === null ? null : rowsOfTable(rows, context),
    ),
    rows,
  };
}

function rowsOfTable(rows: number, { areRowsLoaded }: WordsContext): string {
  return `The table has ${formatCountOf(rows, 'row')}${areRowsLoaded ? '' : ' by the recipe; they are not generated yet'}.`;
}

// optoverview.html#covidx: a covering index saves the binary search in the table, for each row.
function lookupFinding(
  step: LoopStep,
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): PlanFinding | null {
  const { access, source } = step;
  if (access.kind !== 'index' || source.kind !== 'table') return null;
  if (!isLookedUp(step, context) || isChanged(step, context)) return null;
  const visited = loopRows(node, place, context);
  // A bound says little of a loop that ends early, unless it is that of a LIMIT and small.
  const early = visited?.basis === 'counted' ? null : earlyEndSentence(node, place, context);
  const bound = visited && severityOf(visited.rows * lookupWeight, context.weights);
  if (visited !== null && bound === null) return null;
  const rows = early === null ? visited : null;
  if (visited === null && !mayFindMany(step, context)) return null;
  const count = countPhrase(rows);
  const many = count === '' ? '' : `, ${count} times`;
  return {
    kind: 'lookups',
    severity: rows === null ? 'low' : (bound ?? 'low'),
    path: node.path,
    title: `Looks rows of ${sourceWords(source)} up one by one${many}`,
    reason: sentences(
      `Index ${nameWords(access.index)} lacks columns that are needed, so each row that it finds costs a search of its own in the table.`,
      early,
      visited === null
        ? `How many they are depends on the range${endsAtLimit(place) ? ' and on LIMIT' : ''}: count the rows, or compare times.`
        : null,
      rows?.basis === 'counted' ? 'Counted in one run.' : rowsRemark(rows, context),
    ),
    rows: rows?.rows ?? null,
  };
}

// A sort has to see them all.
function endsAtLimit({ level, asked }: StepPlace): boolean {
  return asked.limit !== null && !level.some(({ step }) => step.kind === 'sort');
}

/** A range without a fixed column may hold much of the table; single values as a rule do not. */
function mayFindMany({ access, source }: LoopStep, { rowsOf, weights }: WordsContext): boolean {
  if (!('terms' in access) || access.terms.length === 0) return false;
  const isRange = access.terms.every(({ relation }) => relation !== 'equal');
  const rows = source.name === null ? null : rowsOf(source.name);
  return isRange && rows !== null && rows >= weights.medium;
}

// optoverview.html#skipscan: used only when ANALYZE has seen many duplicates in the first column.
function skips({ access, source }: LoopStep, node: StepNode): PlanFinding[] {
  if (access.kind !== 'index') return [];
  const skipped = skippedWords(access.terms);
  if (skipped === null) return [];
  return [
    {
      kind: 'skip-scan',
      severity: 'low',
      path: node.path,
      title: `Tries ${skipped} in ${sourceWords(source)}`,
      reason: `No condition fixes the first column of index ${nameWords(access.index)}, so there is one search for each of its values. Statistics say that they are few; should they become many, this gets slow until ANALYZE runs again.`,
      rows: null,
    },
  ];
}
