// What catches the eye in a schema before any query is known, each with its reason and remedy.
// Pure: indexes and sample rows are given; whether a finding matters is for people to say.

import { isSameName } from '../../lib/sql-name.ts';
import type { ImportedData } from '../model/database/imported-data.ts';
import type { Schema } from '../model/database/schema.ts';
import type { SchemaFinding } from '../model/database/schema-finding.ts';
import { foreignKeysWithoutIndex } from './findings/foreign-keys-without-index.ts';
import { repeatedIndexes } from './findings/repeated-indexes.ts';
import { type SampleRows, shapeFindings } from './findings/table-shape.ts';
import type { TableIndex } from './read-indexes.ts';

export interface SchemaFacts {
  schema: Schema;
  /** All that could be created, those of constraints among them. */
  indexes: readonly TableIndex[];
  /** Names of the playground's indexes, whether they could be created or not. */
  indexNames: readonly string[];
  /** Rows of the preview. */
  samples: readonly SampleRows[];
  /** The data of a file, if it is that. */
  imported: ImportedData | null;
}

/** The findings, those that an index mends first. Each index's name is free, also beside the others. */
export function schemaFindings(facts: SchemaFacts): SchemaFinding[] {
  const { schema, indexes, indexNames, samples } = facts;
  const takenNames = [
    ...indexNames,
    ...indexes.map(({ name }) => name),
    ...schema.tables.map(({ name }) => name),
    ...schema.views.map(({ name }) => name),
  ];
  return [
    ...foreignKeysWithoutIndex(schema, indexes, takenNames),
    ...repeatedIndexes(schema, indexes),
    ...noStatistics(facts),
    ...schema.tables.flatMap((table) => shapeFindings(table, samples)),
  ];
}

/** Below it a wrong plan costs too little to be noticed. */
const fewRows = 1000;

// Whether a setup has statistics is the setups' business: the page leaves it out when one has.
function noStatistics({ schema, indexes, imported }: SchemaFacts): SchemaFinding[] {
  if (!imported) return [];
  const rowsOf = (table: string) =>
    imported.tables.find(({ name }) => isSameName(name, table))?.rows ?? 0;
  const hasChoice = schema.tables
    .filter(({ name }) => rowsOf(name) >= fewRows)
    .filter(
      ({ name, foreignKeys }) =>
        foreignKeys.length > 0 || indexes.filter(({ table }) => table === name).length > 1,
    )
    .toSorted((one, other) => rowsOf(other.name) - rowsOf(one.name));
  const [largest] = hasChoice;
  if (!largest) return [];
  return [
    {
      kind: 'no-statistics',
      table: largest.name,
      message: `Statistics are off in every setup, so SQLite plans ${imported.fileName} by rules of thumb.`,
      reason:
        'Without them it assumes the same selectivity for every column, whatever the data, and may choose the slow one of several indexes or join orders. Switch Statistics on in a setup and compare.',
      index: null,
    },
  ];
}
