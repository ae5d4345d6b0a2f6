// What counts as a kept comparison when the history gives it back, or a file brings it.
// Parses into new objects; an entry of another version is null, and stays where it is.
import * as v from 'valibot';
import type { HistoryEntry, HistorySummary } from '../../engine/model/comparison/history.ts';
import type { QueryResult } from '../../engine/model/comparison/query-result.ts';
import { maxSetups } from '../../engine/model/playground.ts';
import { playgroundLimits, playgroundSchema } from '../playground-schema.ts';
import { atMost, dictionary, integer, text } from '../schema-parts.ts';
import {
  countedCellSchema,
  environmentSchema,
  isBoundedResult,
  resultSchema,
} from './result-schema.ts';

const { queries: maxQueries, nameLength, titleLength } = playgroundLimits;

/** Of a line in the list of comparisons. */
const headlineLength = 300;

const heading = {
  id: integer(1, Number.MAX_SAFE_INTEGER),
  at: v.pipe(v.string(), v.isoTimestamp()),
  title: text(titleLength),
  headline: v.exactOptional(text(headlineLength)),
  playgroundHash: text(64),
  environment: environmentSchema,
  isPinned: v.boolean(),
};

// The id of a query, a stroke, the id of a setup: with the stroke, no name of a prototype's.
const cellKeySchema = v.pipe(text(129), v.includes('/'));

const entrySchema: v.GenericSchema<unknown, HistoryEntry> = v.strictObject({
  ...heading,
  playground: playgroundSchema,
  results: v.pipe(v.array(resultSchema), atMost<QueryResult>(maxQueries)),
  counts: dictionary(cellKeySchema, countedCellSchema, maxQueries * maxSetups),
});

const summarySchema: v.GenericSchema<unknown, HistorySummary> = v.strictObject({
  ...heading,
  queries: v.pipe(v.array(text(nameLength)), atMost<string>(maxQueries)),
  setups: v.pipe(v.array(text(nameLength)), atMost<string>(maxSetups)),
});

/** Any value as a kept comparison, null when it is none. Never throws. */
export function parseHistoryEntry(value: unknown): HistoryEntry | null {
  if (!isBoundedResult(value)) return null;
  const result = v.safeParse(entrySchema, value, { abortEarly: true });
  return result.success ? result.output : null;
}

/** Any value as the summary of a kept comparison, null when it is none. Never throws. */
export function parseHistorySummary(value: unknown): HistorySummary | null {
  if (!isBoundedResult(value)) return null;
  const result = v.safeParse(summarySchema, value, { abortEarly: true });
  return result.success ? result.output : null;
}
