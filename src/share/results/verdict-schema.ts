// What counts as an error or a verdict when it is read back: every kind of the model, and no other.
// Shapes only; whether a verdict follows from its rounds is for engine/statistics to say.
import * as v from 'valibot';
import type {
  AnswerDifference,
  RatioInterval,
  Verdict,
} from '../../engine/model/comparison/verdict.ts';
import type { EngineError, ErrorCode, ErrorPlace } from '../../engine/model/errors.ts';
import { finite, integer, text } from '../schema-parts.ts';

/** Messages quote statements, which may be long. */
const message = text(1_000_000);

/** Whole numbers that are counted: rows, steps, rounds. */
export const count = integer(0, Number.MAX_SAFE_INTEGER);

// As objects, so that the compiler misses none.
const errorCodes: Record<ErrorCode, true> = {
  'schema-invalid': true,
  'index-invalid': true,
  'sql-invalid': true,
  'sql-failed': true,
  'statement-refused': true,
  'parameter-invalid': true,
  'data-unsatisfiable': true,
  'foreign-key-invalid': true,
  'no-database': true,
  'import-refused': true,
  'image-missing': true,
  expired: true,
  'too-large': true,
  'time-limit': true,
  stopped: true,
  'engine-failed': true,
};

const errorSources: Record<ErrorPlace['source'], true> = {
  schema: true,
  query: true,
  index: true,
  parameter: true,
  recipe: true,
  setup: true,
};

const verdictKinds: Record<Verdict['kind'], true> = {
  baseline: true,
  'too-few-runs': true,
  faster: true,
  slower: true,
  equal: true,
  unresolved: true,
  'clearly-faster': true,
  'clearly-slower': true,
  'too-noisy': true,
  'different-answer': true,
  failed: true,
  'over-limit': true,
};

/** One of the keys of an object. */
export function keyOf<Key extends string>(options: Record<Key, unknown>) {
  return v.picklist(Object.keys(options) as Key[]);
}

export const verdictKindSchema: v.GenericSchema<unknown, Verdict['kind']> = keyOf(verdictKinds);

export const errorSchema: v.GenericSchema<unknown, EngineError> = v.strictObject({
  code: keyOf(errorCodes),
  message,
  hint: v.exactOptional(message),
  place: v.exactOptional(
    v.strictObject({
      source: keyOf(errorSources),
      name: v.exactOptional(message),
      offset: v.exactOptional(count),
      length: v.exactOptional(count),
      isEstimated: v.exactOptional(v.literal(true)),
    }),
  ),
});

export const differenceSchema: v.GenericSchema<unknown, AnswerDifference> = v.strictObject({
  baselineRows: count,
  setupRows: count,
  kind: v.picklist(['count', 'content', 'unstable']),
});

export const ratioSchema: v.GenericSchema<unknown, RatioInterval> = v.strictObject({
  estimate: finite,
  low: finite,
  high: finite,
  level: finite,
});

const ranked = { ratio: ratioSchema, margin: finite };
const short = { low: finite, high: finite, rounds: count };

export const verdictSchema: v.GenericSchema<unknown, Verdict> = v.variant('kind', [
  v.strictObject({ kind: v.literal('baseline') }),
  v.strictObject({ kind: v.literal('too-few-runs'), rounds: count }),
  v.strictObject({ kind: v.literal('faster'), ...ranked }),
  v.strictObject({ kind: v.literal('slower'), ...ranked }),
  v.strictObject({ kind: v.literal('equal'), ...ranked }),
  v.strictObject({ kind: v.literal('unresolved'), ...ranked, moreRounds: finite }),
  v.strictObject({ kind: v.literal('clearly-faster'), ...short }),
  v.strictObject({ kind: v.literal('clearly-slower'), ...short }),
  v.strictObject({
    kind: v.literal('too-noisy'),
    ...ranked,
    control: v.exactOptional(ratioSchema),
  }),
  v.strictObject({ kind: v.literal('different-answer'), difference: differenceSchema }),
  v.strictObject({ kind: v.literal('failed'), error: errorSchema }),
  v.strictObject({ kind: v.literal('over-limit'), limitMs: finite }),
]);
