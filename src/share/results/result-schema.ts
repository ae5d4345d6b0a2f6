// What counts as a query's result or a cell's counters when they are read back: from the history or
// from a file. Parses into new objects; what a newer page wrote is refused, never guessed at.
import * as v from 'valibot';
import type { CallParts } from '../../engine/model/comparison/call-parts.ts';
import type { Environment, FirstRun } from '../../engine/model/comparison/comparison.ts';
import type { Confirmation } from '../../engine/model/comparison/confirmation.ts';
import type { CountedCell, QueryResult } from '../../engine/model/comparison/query-result.ts';
import type { Counters } from '../../engine/model/counters/counters.ts';
import type { PlanBadge, PlanRow, QueryPlan } from '../../engine/model/plan/plan.ts';
import { maxSetups, type Setup } from '../../engine/model/playground.ts';
import { isBounded } from '../bounded-value.ts';
import { importedLimits } from '../imported-schema.ts';
import { playgroundLimits, setupSchema } from '../playground-schema.ts';
import { atMost, dictionary, finite, id, text } from '../schema-parts.ts';
import { bySetup, roundsSchema, standingSchema } from './round-schema.ts';
import {
  count,
  differenceSchema,
  errorSchema,
  keyOf,
  verdictKindSchema,
} from './verdict-schema.ts';

// Plans kept as trees nest as deep as the statement's subqueries; each level is a list in an object.
const maxDepth = 400;
/** Of one result: 10,000 rounds of six setups stay below. */
const maxValues = 5_000_000;

const maxPlanRows = 20_000;
const maxConfirmations = 16;
const basis = text(200);
const hash = text(64);

export const environmentSchema: v.GenericSchema<unknown, Environment> = v.strictObject({
  tickMs: finite,
  isIsolated: v.boolean(),
  userAgent: text(2000),
  cores: finite,
  sqliteVersion: text(100),
  pageSizeBytes: count,
  cacheSizeBytes: finite,
  hasStatistics: v.boolean(),
  seed: count,
  schemaHash: hash,
  rowCounts: dictionary(text(playgroundLimits.nameLength), count, importedLimits.tables),
});

const badges: Record<PlanBadge, true> = {
  scan: true,
  automatic: true,
  search: true,
  covering: true,
  none: true,
};

const planRow = { id: finite, parent: finite, cost: finite, detail: text(100_000) };

const plan: v.GenericSchema<unknown, QueryPlan> = v.pipe(
  v.strictObject({
    rows: v.pipe(v.array(v.strictObject(planRow)), atMost<PlanRow>(maxPlanRows)),
    // The rows once more, as a tree: in results that were kept before the rows were all there is.
    nodes: v.optional(v.unknown()),
    badge: keyOf(badges),
  }),
  v.transform(({ rows, badge }) => ({ rows, badge })),
);

const firstRun: v.GenericSchema<unknown, FirstRun> = v.variant('status', [
  v.strictObject({
    status: v.literal('ran'),
    setupId: id,
    firstRunMs: finite,
    rowCount: count,
    resultHash: hash,
    plan,
    difference: v.nullable(differenceSchema),
  }),
  v.strictObject({ status: v.literal('failed'), setupId: id, error: errorSchema }),
]);

const parts: v.GenericSchema<unknown, CallParts> = v.strictObject({
  prepareMs: finite,
  executeMs: finite,
  fetchMs: finite,
  rounds: count,
});

const confirmation: v.GenericSchema<unknown, Confirmation> = v.strictObject({
  standings: v.pipe(v.array(standingSchema), atMost(maxConfirmations)),
  cells: bySetup(
    v.strictObject({
      status: v.picklist(['stands', 'disagree']),
      kinds: v.pipe(v.array(verdictKindSchema), atMost(maxConfirmations)),
      low: v.nullable(finite),
      high: v.nullable(finite),
    }),
  ),
});

/** A whole result. Ask `isBoundedResult` first: what is kept may be large, and nest deeply. */
export const resultSchema: v.GenericSchema<unknown, QueryResult> = v.strictObject({
  queryId: id,
  setups: v.pipe(v.array(setupSchema), atMost<Setup>(maxSetups)),
  bases: bySetup(basis),
  environment: environmentSchema,
  firstRuns: v.pipe(v.array(firstRun), atMost<FirstRun>(maxSetups)),
  rounds: roundsSchema,
  discarded: v.strictObject({ hidden: count, overlapped: count }),
  parts: bySetup(parts),
  budgetMs: finite,
  confirmation: v.nullable(confirmation),
  status: v.picklist(['measuring', 'done', 'stopped']),
  error: v.nullable(errorSchema),
});

const counters: v.GenericSchema<unknown, Counters> = v.strictObject({
  vmSteps: count,
  fullScanSteps: count,
  sorts: count,
  autoIndexRows: count,
  filterHits: count,
  filterMisses: count,
  pageHits: count,
  pageMisses: count,
  rows: count,
  resultHash: hash,
  planHash: hash,
});

export const countedCellSchema: v.GenericSchema<unknown, CountedCell> = v.strictObject({
  basis,
  outcome: v.variant('status', [
    v.strictObject({ status: v.literal('counted'), setupId: id, counters }),
    v.strictObject({ status: v.literal('failed'), setupId: id, error: errorSchema }),
  ]),
});

/** Whether a value is small and shallow enough to be walked. */
export function isBoundedResult(value: unknown): boolean {
  return isBounded(value, maxDepth, maxValues);
}
