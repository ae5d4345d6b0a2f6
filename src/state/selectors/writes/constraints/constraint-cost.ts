// What constraints cost: the same load into tables with one constraint each, against one with none.
// Pure; who measures stands in the engine.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import type { Fraction } from '../../../../engine/model/units.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { writesEnvironmentLine } from '../techniques/write-notes.ts';
import { isStaleWrites } from '../writes-basis.ts';
import { type CostSentence, costSentences } from './cost-sentences.ts';
import { type ParentDeletes, parentDeletes } from './parent-deletes.ts';
import { loadsOf, type VariantRow, variantRows } from './variant-row.ts';

export interface ConstraintCost {
  /** 'Cost of constraints on products: inserts of 10,000 rows'. */
  heading: string;
  sentences: CostSentence[];
  /** The baseline first, then the table's own, then what is tried on it. */
  variants: VariantRow[];
  /** Deletes of rows that the table refers to; null where it refers to no other. */
  parents: ParentDeletes | null;
  /** Within it ratios count as equal; null before it is known. */
  margin: number | null;
  notes: string[];
  environment: string | null;
  isStale: boolean;
  problem: EngineError | null;
  /** While it measures; null otherwise. */
  fraction: Fraction | null;
  /** No sample was taken. */
  isEmpty: boolean;
}

/** Null before the first run. */
export function constraintCost(
  playground: Playground,
  run: WritesRun | null,
): ConstraintCost | null {
  if (run?.subject.request.kind !== 'constraints') return null;
  const { opened, standing, status, subject } = run;
  const rows = opened?.rows ?? subject.request.rows;
  const variants = variantRows(run, loadsOf(rows));
  const ended = status === 'stopped' ? ', stopped' : status === 'failed' ? ', failed' : '';
  return {
    heading: `Cost of constraints on ${subject.request.table}: inserts of ${formatCountOf(rows, 'row')}${ended}`,
    sentences: costSentences(variants),
    variants,
    parents: parentDeletes(run),
    margin: standing?.margins.all ?? null,
    notes: [
      ...(opened?.notes ?? []),
      ...(standing?.notes ?? []),
      'One prepared INSERT is run for each row, inside one transaction that is rolled back; COMMIT and the disk are not in the times.',
      ...(standing?.reason === 'budget'
        ? ['The time was over before all rounds were taken: more time narrows the intervals.']
        : []),
    ],
    environment: opened && writesEnvironmentLine(opened.environment),
    isStale: isStaleWrites(playground, run),
    problem: run.error,
    fraction: status === 'measuring' ? (standing?.fraction ?? 0) : null,
    isEmpty: run.samples.length === 0,
  };
}
