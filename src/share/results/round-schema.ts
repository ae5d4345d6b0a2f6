// What counts as a round, its samples and its standing when they are read back.
// Shapes only, parsed into new objects; nothing is computed anew.
import * as v from 'valibot';
import type {
  RoundReport,
  Sample,
  SampleSummary,
  Standing,
} from '../../engine/model/comparison/comparison.ts';
import { maxSetups } from '../../engine/model/playground.ts';
import { atMost, dictionary, finite, id } from '../schema-parts.ts';
import { count, ratioSchema, verdictSchema } from './verdict-schema.ts';

/** Far above what any budget gives. */
const maxRounds = 10_000;

/** A value for each setup, by its id. */
export function bySetup<Value>(value: v.GenericSchema<unknown, Value>) {
  return dictionary(id, value, maxSetups);
}

const sample: v.GenericSchema<unknown, Sample> = v.strictObject({
  perCallMs: finite,
  calls: count,
  hits: v.nullable(count),
  warmPerCallMs: v.nullable(finite),
  warmHits: v.nullable(count),
});

const summary: v.GenericSchema<unknown, SampleSummary> = v.strictObject({
  medianMs: finite,
  minMs: finite,
  madMs: finite,
  samples: count,
  // A median: half a call is possible.
  calls: finite,
  cache: v.nullable(
    v.strictObject({
      hitRatio: finite,
      warmHitRatio: finite,
      warmMedianMs: finite,
      copy: v.literal('reference'),
      draws: finite,
      distinctKeys: count,
    }),
  ),
});

export const standingSchema: v.GenericSchema<unknown, Standing> = v.strictObject({
  rounds: count,
  isShort: v.boolean(),
  verdicts: bySetup(verdictSchema),
  summaries: bySetup(summary),
  control: v.nullable(ratioSchema),
  margin: finite,
  discarded: count,
  spentMs: finite,
  roundMs: finite,
  next: v.picklist(['measure', 'done']),
  reason: v.nullable(v.picklist(['precise', 'budget', 'rounds', 'short', 'nothing-to-compare'])),
  minRounds: count,
  maxRounds: count,
});

const round: v.GenericSchema<unknown, RoundReport> = v.strictObject({
  queryId: id,
  round: count,
  // The control stands among the setups.
  order: v.pipe(v.array(id), atMost(maxSetups + 1)),
  samples: bySetup(sample),
  control: v.nullable(sample),
  standing: standingSchema,
});

export const roundsSchema = v.pipe(v.array(round), atMost<RoundReport>(maxRounds));
