// Where the user was in the page, as it is kept in this browser: mode, tabs, the labs' fields.
// Parses whatever storage gives back into new objects; what cannot be read is as on a first visit.
import * as v from 'valibot';
import { maxRowsPerTable, maxSetups } from '../../engine/model/playground.ts';
import type { TechniqueId, WriteOperation } from '../../engine/model/writes/technique.ts';
import { techniquesOf } from '../../engine/model/writes/technique-facts.ts';
import { isBounded } from '../../share/bounded-value.ts';
import { atMost, dictionary, finite, id, integer, text } from '../../share/schema-parts.ts';
import {
  firstSettings as firstScaleSettings,
  pointBudgetsMs,
  type ScaleAxis,
  type ScaleSettings,
} from '../scale-store.ts';
import { pageSizeChoices } from '../storage-store.ts';
import type { LabTab, Mode } from '../ui-store.ts';
import {
  firstWritesSettings,
  maxLatencyMs,
  type WritesSettings,
  writeBudgetsMs,
  writeRowChoices,
} from '../writes-store.ts';

/** The fields of the labs as they stood over one playground. */
export interface KeptFields {
  /** Of the playground (placeBasis): over another one, what depends on it means nothing. */
  basis: string;
  writes: WritesSettings;
  scale: ScaleSettings;
  /** Of the Storage lab's next trial. */
  trialPageSize: number | null;
}

export interface KeptPlace {
  mode: Mode;
  labTab: LabTab;
  /** By playground, the last one first; at most `mostKept`. */
  fields: KeptFields[];
}

/** Playgrounds whose fields are kept. */
export const mostKept = 8;

export const firstPlace: KeptPlace = { mode: 'bench', labTab: 'writes', fields: [] };

const operations = ['insert', 'update', 'delete'] as const;
/** Setups that are gone stay named until the playground is another. */
const mostIds = 20 * maxSetups;
const name = text(1000);

/** Each once, in the order of the choices. */
function someOf<Choice extends string>(choices: readonly Choice[]) {
  return v.pipe(
    v.array(v.picklist(choices)),
    v.transform((chosen) => choices.filter((choice) => chosen.includes(choice))),
  );
}

function wantedSchema(operation: WriteOperation) {
  return v.nullable(
    v.pipe(someOf<TechniqueId>(techniquesOf(operation)), v.minLength<TechniqueId[], 1>(1)),
  );
}

const first = firstWritesSettings;

// Each field by itself: one that cannot be read takes its default, the others stay.
const writesSchema: v.GenericSchema<unknown, WritesSettings> = v.object({
  view: v.fallback(v.picklist(['techniques', 'index-price', 'constraints']), first.view),
  table: v.fallback(v.nullable(name), null),
  operation: v.fallback(v.picklist(operations), first.operation),
  rows: v.fallback(v.picklist(writeRowChoices), 10_000),
  start: v.fallback(v.nullable(v.picklist(['as-is', 'alone', 'empty'])), null),
  updateColumn: v.fallback(v.nullable(name), null),
  updateExpression: v.fallback(v.nullable(text(10_000)), null),
  techniques: v.fallback(
    v.object({
      insert: wantedSchema('insert'),
      update: wantedSchema('update'),
      delete: wantedSchema('delete'),
    }),
    first.techniques,
  ),
  baselines: v.fallback(
    v.object({
      insert: v.nullable(v.picklist(techniquesOf('insert'))),
      update: v.nullable(v.picklist(techniquesOf('update'))),
      delete: v.nullable(v.picklist(techniquesOf('delete'))),
    }),
    first.baselines,
  ),
  batchSize: v.fallback(integer(1, 1_000_000), first.batchSize),
  ticked: v.fallback(dictionary(id, v.boolean(), mostIds), {}),
  priceOperations: v.fallback(someOf<WriteOperation>(operations), first.priceOperations),
  budgetMs: v.fallback(v.picklist(writeBudgetsMs), 20_000),
  latencyMs: v.fallback(v.pipe(finite, v.minValue(0), v.maxValue(maxLatencyMs)), 0),
});

const axisSchema: v.GenericSchema<unknown, ScaleAxis> = v.variant('kind', [
  v.object({ kind: v.literal('rows') }),
  v.object({ kind: v.literal('share'), parameter: name }),
]);

const firstScale = firstScaleSettings;
const scaleSchema: v.GenericSchema<unknown, ScaleSettings> = v.object({
  queryId: v.fallback(v.nullable(id), null),
  leftOutIds: v.fallback(v.pipe(v.array(id), atMost<string>(mostIds)), []),
  axis: v.fallback(axisSchema, firstScale.axis),
  largestRows: v.fallback(v.nullable(integer(1, maxRowsPerTable)), null),
  budgetMs: v.fallback(v.picklist(pointBudgetsMs), 3000),
  flipIds: v.fallback(v.tuple([v.nullable(id), v.nullable(id)]), [null, null]),
});

const fieldsSchema: v.GenericSchema<unknown, KeptFields> = v.object({
  basis: text(64),
  writes: writesSchema,
  scale: scaleSchema,
  trialPageSize: v.fallback(v.nullable(v.picklist(pageSizeChoices)), null),
});

const placeSchema: v.GenericSchema<unknown, KeptPlace> = v.object({
  mode: v.fallback(v.picklist(['bench', 'labs']), firstPlace.mode),
  labTab: v.fallback(v.picklist(['writes', 'scale', 'storage']), firstPlace.labTab),
  fields: v.fallback(v.pipe(v.array(fieldsSchema), atMost<KeptFields>(mostKept)), []),
});

const mostValues = 20_000;

/** Any value as a kept place; null when it is none. Never throws. */
export function parsePlace(value: unknown): KeptPlace | null {
  if (!isBounded(value, 8, mostValues)) return null;
  const result = v.safeParse(placeSchema, value);
  return result.success ? result.output : null;
}
