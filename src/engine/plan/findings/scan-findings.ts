// Findings on loops that read a whole table or index, with the reason why no index spares it.
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { AccessPath, StepNode } from '../../model/plan/plan-step.ts';
import { type AskedRows, askedRows } from '../asked/asked-rows.ts';
import { earlyEndSentence } from '../words/loops/early-end.ts';
import { loopRows } from '../words/loops/loop-rows.ts';
import { labelWords, sourceWords } from '../words/name-words.ts';
import { type LoopStep, outerLoop, type StepPlace } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { sentences, visitsSentence } from './finding-words.ts';
import { passedIndexSentence } from './passed-index.ts';
import { milder, severityOf } from './severity.ts';

/** The finding on a loop that visits every entry; null where that is no fault. */
export function scanFinding(
  step: LoopStep,
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): PlanFinding | null {
  const { weights } = context;
  const rows = loopRows(node, place, context);
  const severity = severityOf(rows?.rows ?? null, weights);
  if (severity === null) return null;
  const visits = visitsSentence(rows, context);
  const base = { path: node.path, rows: rows?.rows ?? null };
  const table = sourceWords(step.source);
  if (step.verb === 'search') {
    return {
      ...base,
      kind: 'min-max-scan',
      severity,
      title: `Reads all of ${table} for a MIN or MAX`,
      reason: sentences(
        'The answer stands at one end of an index only if the index has the column right behind those that conditions fix, and no such index is there. SQLite writes SEARCH all the same; its program visits every row.',
        visits,
      ),
    };
  }
  const outer = outerLoop(node, place);
  const early = rows?.basis === 'counted' ? null : earlyEndSentence(node, place, context);
  const isSecondPass = place.above.at(-1)?.step.kind === 'right-join';
  const asked = isSecondPass ? 'second-pass' : askedRows(step.source, place.asked, outer === null);
  const isAsked = asked === 'all' || asked === 'join-start' || asked === 'second-pass';
  // All rows are wanted: their number is no fault of an index that is missing.
  if (isAsked && (rows === null || rows.rows < weights.medium)) return null;
  const again = isSecondPass
    ? ' once more, for RIGHT JOIN'
    : outer === null
      ? ''
      : ` again for each row of ${outer.step.kind === 'loop' ? labelWords(outer.step.source) : 'the OR'}`;
  return {
    ...base,
    kind: 'full-scan',
    severity: isAsked ? 'low' : early === null ? severity : milder(severity),
    title: `Reads all of ${table}${again}`,
    reason: sentences(
      outer === null ? scanReason(step, asked, place, context) : repeatedReason(step, asked),
      early,
      visits,
    ),
  };
}

// optoverview.html: only terms that an index can take narrow a loop; the rest is tested row by row.
function scanReason(
  step: LoopStep,
  asked: AskedRows | 'second-pass',
  place: StepPlace,
  context: WordsContext,
): string {
  const { source, access } = step;
  switch (asked) {
    case 'all':
      return allReason(access, place);
    case 'join-start':
      return 'A join without WHERE begins with all rows of one of its tables, and this is the one.';
    case 'second-pass':
      return `RIGHT and FULL JOIN go over ${sourceWords(source)} a second time when the loops above are done, and hand out the rows that have matched nothing. No index spares that.`;
    default: {
      const passed = passedIndexSentence(step, place, context);
      return passed === null
        ? 'Each row is visited, and what does not fit is thrown away: no index that is on leads to the wanted rows, or none that SQLite expects to be cheaper.'
        : `Each row is visited, and what does not fit is thrown away. ${passed}`;
    }
  }
}

function allReason(
  access: AccessPath,
  { level, asked: { limit, asksBothEnds } }: StepPlace,
): string {
  const isSorted = level.some(
    ({ step }) =>
      step.kind === 'sort' && (step.purpose === 'order-by' || step.purpose === 'group-by'),
  );
  if (limit !== null && isSorted) {
    return 'Nothing but LIMIT narrows the rows down, and LIMIT comes after the temporary b-tree. An index that delivers the rows in order would let it end the loop.';
  }
  const isCovering = access.kind === 'index' && access.isCovering;
  const all = limit === null ? 'Nothing' : 'Nothing but LIMIT';
  if (!isCovering) {
    return `${all} narrows the rows down, and as a rule no index makes them fewer. One that holds the columns that are needed and no others would make them shorter.`;
  }
  const ends = asksBothEnds
    ? 'MIN and MAX, each in a SELECT of its own, are found at the two ends of an index.'
    : 'Another index would not make them fewer; another way to ask may.';
  return `${all} narrows the rows down; they are read from an index that holds all columns that are needed. ${ends}`;
}

function repeatedReason({ source }: LoopStep, asked: AskedRows | 'second-pass'): string {
  if (asked === 'pairs') {
    return 'No condition connects it with the tables of the loops above, so every row is paired with every other.';
  }
  return `No index that is on leads from a row of the loop above to its rows in ${sourceWords(source)}, so every row is tried against every other.`;
}
