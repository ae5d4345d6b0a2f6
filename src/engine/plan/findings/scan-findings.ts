// Findings on loops that read a whole table or index, with the reason why no index spares it.
import { formatCountOf } from '../../../lib/format-count.ts';
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import type { RowWeights } from '../row-weights.ts';
import { earlyEndSentence } from '../words/loop-reach.ts';
import { labelWords, nameWords, sourceWords } from '../words/name-words.ts';
import { type LoopStep, outerLoop, type StepPlace } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { type AskedRows, type AskedText, askedRows } from './asked-rows.ts';
import { rowsRemark, sentences, visitsSentence } from './finding-words.ts';
import { loopRows } from './loop-rows.ts';
import { milder, severityOf } from './severity.ts';

export interface FindingScene {
  context: WordsContext;
  asked: AskedText;
  weights: RowWeights;
}

/** The finding on a loop that visits every entry; null where that is no fault. */
export function scanFinding(
  step: LoopStep,
  node: StepNode,
  place: StepPlace,
  scene: FindingScene,
): PlanFinding | null {
  const { context, weights } = scene;
  const rows = loopRows(node, place, context);
  const severity = severityOf(rows?.rows ?? null, weights);
  if (severity === null) return null;
  const visits = visitsSentence(rows, context);
  const base = { path: node.path, rows: rows?.rows ?? null };
  const table = sourceWords(step.source);
  if (node.edge === 'foreign-key') {
    return {
      ...base,
      kind: 'foreign-key-scan',
      severity,
      title: `Reads all of ${table} for each row that is changed`,
      reason: sentences(
        `${nameWords(step.source.name ?? step.source.label)} refers to the changed table by a foreign key, and none of its indexes begins with the referring columns. SQLite therefore reads it from end to end to see whether a row still refers to the changed one.`,
        rows?.basis === 'exact' ? `That is ${formatCountOf(rows.rows, 'row')} each time.` : null,
        rowsRemark(rows, context),
      ),
    };
  }
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
  const asked = askedRows(step.source, scene.asked, outer === null);
  const isAsked = asked === 'all' || asked === 'join-start';
  // All rows are wanted: their number is no fault of an index that is missing.
  if (isAsked && (rows === null || rows.rows < weights.medium)) return null;
  const again =
    outer === null
      ? ''
      : ` again for each row of ${outer.step.kind === 'loop' ? labelWords(outer.step.source) : 'the OR'}`;
  return {
    ...base,
    kind: 'full-scan',
    severity: isAsked ? 'low' : early === null ? severity : milder(severity),
    title: `Reads all of ${table}${again}`,
    reason: sentences(
      outer === null ? scanReason(step, asked) : repeatedReason(step, asked),
      early,
      visits,
    ),
  };
}

// optoverview.html: only terms that an index can take narrow a loop; the rest is tested row by row.
function scanReason(step: LoopStep, asked: AskedRows): string {
  const { access } = step;
  const isCovering = access.kind === 'index' && access.isCovering;
  switch (asked) {
    case 'all':
      return isCovering
        ? 'Nothing narrows the rows down, so all are wanted, and they are read from an index that holds all columns that are needed: there is no shorter way but to keep the answer.'
        : 'Nothing narrows the rows down, so all are wanted: no index makes them fewer. It can only make them shorter, by holding the columns that are needed and no others.';
    case 'join-start':
      return 'A join without WHERE begins with all rows of one of its tables, and this is the one.';
    default:
      return 'Each row is visited, and what does not fit is thrown away: no index that is on leads to the wanted rows, or none that SQLite expects to be cheaper.';
  }
}

function repeatedReason({ source }: LoopStep, asked: AskedRows): string {
  if (asked === 'pairs') {
    return 'No condition connects it with the tables of the loops above, so every row is paired with every other.';
  }
  return `No index that is on leads from a row of the loop above to its rows in ${sourceWords(source)}, so every row is tried against every other.`;
}
