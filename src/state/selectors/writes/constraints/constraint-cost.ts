// What constraints cost: the same load into tables with one constraint each, against one with none.
// Pure; who measures stands in the engine.
import type { Playground } from '../../../../engine/model/playground.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { countNotes } from '../counts/counted-work.ts';
import type { Finding } from '../run/finding.ts';
import { runsEach } from '../run/run-course.ts';
import { type RunFrame, runFrame } from '../run/run-frame.ts';
import { againstSentences } from './against-sentences.ts';
import { type CostRow, costRows } from './cost-rows.ts';
import { costAnswer, costSentences } from './cost-sentences.ts';
import { countedSentences } from './counted-sentences.ts';
import { type ParentDeletes, parentDeletes } from './parent-deletes.ts';
import { loadsOf, type VariantRow, variantRows } from './variant-row.ts';

export interface ConstraintCost {
  frame: RunFrame;
  /** Of all constraints: '1.4× slower (1.3–1.5)', with counts; empty before it is known. */
  answer: string;
  /** The baseline first, then the table's own, then what is tried on it. */
  variants: VariantRow[];
  /** The same for the chart, without the baseline and what was refused. */
  rows: CostRow[];
  /** Deletes of rows that the table refers to; null where it refers to no other. */
  parents: ParentDeletes | null;
  /** Within it ratios count as equal; null before it is known. */
  margin: number | null;
  /** How all of it is measured, in sentences. */
  method: readonly string[];
}

const method =
  'One prepared INSERT is run for each row, inside one transaction that is rolled back; COMMIT and the disk are not in the times.';

/** Null before the first run. */
export function constraintCost(
  playground: Playground,
  run: WritesRun | null,
): ConstraintCost | null {
  if (run?.subject.request.kind !== 'constraints') return null;
  const { opened, standing, subject } = run;
  const rows = opened?.rows ?? subject.request.rows;
  const variants = variantRows(run, loadsOf(rows));
  const findings = [
    ...costSentences(variants),
    ...againstSentences(run),
    ...countedSentences(variants, rows),
  ];
  return {
    frame: runFrame(playground, run, {
      heading: `What the constraints of ${subject.request.table} cost: inserts of ${formatCountOf(rows, 'row')}`,
      lack: lackOf(run, findings),
      findings,
      notes: standing?.notes ?? [],
    }),
    answer: costAnswer(variants, rows),
    variants,
    rows: costRows(variants),
    parents: parentDeletes(run),
    margin: standing?.margins.all ?? null,
    method: [method, ...(opened?.notes ?? []), ...countNotes(run)],
  };
}

/** Why nothing is said of what was measured. */
function lackOf({ status, samples, opened }: WritesRun, findings: readonly Finding[]) {
  if (status === 'measuring' || samples.length === 0 || findings.length > 0) return null;
  if (status === 'stopped') return 'Stopped before there were enough runs to compare.';
  const runs = (opened?.contenders ?? []).map(
    ({ id }) =>
      samples.filter(({ contenderId, isControl }) => contenderId === id && !isControl).length,
  );
  return `${runsEach(runs)} each ${Math.max(...runs) === 1 ? 'is' : 'are'} too few to compare them. Choose more time or fewer rows.`;
}
