// What counts as the record of a kept database image when storage gives it back.
// Parses into new objects. Says nothing of the image's bytes: their checksum does.
import * as v from 'valibot';
import type { BuiltIndex } from '../engine/model/database/database.ts';
import type { ImageRecord } from '../engine/model/database/database-image.ts';
import type { Index } from '../engine/model/playground.ts';
import { isBounded } from './bounded-value.ts';
import { count, errorSchema } from './results/verdict-schema.ts';
import { atMost, finite, text } from './schema-parts.ts';

/** Of tables and of indexes: an imported database may have many. */
const mostObjects = 20_000;
const name = text(10_000);
const sql = text(1_000_000);
const duration = v.pipe(finite, v.minValue(0));
/** A time of day in milliseconds since 1970. */
const moment = v.pipe(finite, v.minValue(0));

const indexSchema: v.GenericSchema<unknown, Index> = v.strictObject({ name, sql });

const builtSchema: v.GenericSchema<unknown, BuiltIndex> = v.variant('status', [
  v.strictObject({ status: v.literal('built'), name, sizeBytes: finite, buildMs: duration }),
  v.strictObject({ status: v.literal('failed'), name, sql, error: errorSchema }),
]);

const recordSchema: v.GenericSchema<unknown, ImageRecord> = v.strictObject({
  imageId: v.pipe(v.string(), v.regex(/^[gi][0-9a-f]{16}$/)),
  kind: v.picklist(['generated', 'imported']),
  title: text(1000),
  sizeBytes: count,
  savedAt: moment,
  usedAt: moment,
  state: v.strictObject({
    tables: v.pipe(
      v.array(v.strictObject({ name, rows: count })),
      atMost<{ name: string; rows: number }>(mostObjects),
    ),
    indexes: v.pipe(v.array(indexSchema), atMost<Index>(mostObjects)),
    built: v.pipe(v.array(builtSchema), atMost<BuiltIndex>(mostObjects)),
    hasStatistics: v.boolean(),
    contentMs: duration,
    notes: v.exactOptional(v.pipe(v.array(text(10_000)), atMost<string>(mostObjects))),
  }),
});

const mostValues = 400_000;

/** Any value as the record of an image, null when it is none. Never throws. */
export function parseImageRecord(value: unknown): ImageRecord | null {
  if (!isBounded(value, 8, mostValues)) return null;
  const result = v.safeParse(recordSchema, value, { abortEarly: true });
  return result.success ? result.output : null;
}
