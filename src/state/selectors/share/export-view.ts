// What can be taken away as a file, what it would hold, and about how large it would be.
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import type { Bytes } from '../../../engine/model/units.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import type { RowsTextFormat } from '../../../lib/rows-text/rows-writer.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import type { RunsState } from '../../runs-store.ts';
import { databaseBasis, sizesBasis } from '../basis.ts';
import { dataRows } from '../data/data-rows.ts';
import { dataView } from '../data/data-view.ts';
import { rowsOf } from '../data/rows-of.ts';
import { type SetupChoice, setupChoices } from '../setup-choices.ts';

export type ExportChoice =
  | { kind: 'database'; format: 'sqlite' | 'sql'; setup: Setup }
  | { kind: 'table'; table: string; format: RowsTextFormat };

export interface ExportFacts {
  /** What the file holds, as a sentence. */
  holds: string;
  /** 'about 60 MB', 'roughly 4 MB', or that it is not known. */
  size: string;
  /** How the size was reckoned. */
  sizeExplanation: string;
  /** What happens before the file is made; null when nothing does. */
  first: string | null;
}

type Runs = Pick<RunsState, 'database' | 'inspection' | 'sizes'>;

export interface ExportSetup extends SetupChoice {
  /** '2 indexes, with statistics'. */
  detail: string;
}

export function exportSetups(playground: Pick<Playground, 'setups'>): ExportSetup[] {
  return setupChoices(playground).map((choice, place) => {
    const setup = playground.setups[place];
    const count = formatCountOf(setup?.indexes.length ?? 0, 'index', 'indexes');
    return {
      ...choice,
      detail: `${count}, ${setup?.hasStatistics ? 'with' : 'without'} statistics`,
    };
  });
}

/** The tables of the schema with their rows, as far as those are known. */
export function exportTables(
  playground: Playground,
  { database, inspection }: Runs,
): { name: string; rows: number }[] {
  const { imported, recipe } = playground;
  const built = database?.basis === databaseBasis(playground) ? database.summary.tables : null;
  return (inspection?.schema.tables ?? []).map(({ name }) => {
    const known = (built ?? imported?.tables)?.find((each) => isSameName(each.name, name));
    return { name, rows: known?.rows ?? (imported ? 0 : rowsOf(recipe, name)) };
  });
}

/**
 * Length of a text over the bytes of its table in the database: between 0.95 and 2 in the examples.
 * A text says the names of the columns once (CSV), per some rows (SQL), or in every row (JSON).
 */
const textFactors = { csv: 1, sql: 1.1, json: 1.9 } as const;

export function exportFacts(playground: Playground, runs: Runs, choice: ExportChoice): ExportFacts {
  const isBuilt = runs.database?.basis === databaseBasis(playground);
  const first = isBuilt
    ? null
    : `The data is ${playground.imported ? 'loaded' : 'made'} first: ${formatCountOf(dataRows(playground), 'row')}.`;
  const tables = exportTables(playground, runs);
  if (choice.kind === 'table') {
    const rows = tables.find(({ name }) => name === choice.table)?.rows ?? 0;
    return {
      first,
      holds: `${formatCountOf(rows, 'row')} of ${choice.table}${formatWords(choice.format)}.`,
      ...textSize(tableBytes(playground, runs, choice.table), textFactors[choice.format.kind]),
    };
  }
  const holds = databaseWords(playground, choice.setup, tables);
  if (choice.format === 'sql') {
    const sizes = tables.map(({ name }) => tableBytes(playground, runs, name));
    return { first, holds, ...textSize(sumOf(sizes), textFactors.sql) };
  }
  return { first, holds, ...databaseSize(playground, runs, choice.setup) };
}

function formatWords(format: RowsTextFormat): string {
  if (format.kind === 'json') return ', an object a line; blobs as {"$blob": "00ff"}';
  return ', with a header; an empty cell is NULL, "" is an empty text';
}

function databaseWords(
  { indexes }: Playground,
  setup: Setup,
  tables: readonly { rows: number }[],
): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const on = indexes.filter(({ name }) => setup.indexes.some((each) => isSameName(each, name)));
  const parts = [
    `${formatCountOf(tables.length, 'table')} with ${formatCountOf(rows, 'row')}`,
    on.length === 0
      ? 'no index of the bench'
      : `the ${on.length === 1 ? 'index' : 'indexes'} ${formatList(on.map(({ name }) => name))}`,
    setup.hasStatistics ? 'statistics' : 'no statistics',
  ];
  return `${formatList(parts)}.`;
}

type SizeWords = Pick<ExportFacts, 'size' | 'sizeExplanation'>;

const unknown: SizeWords = {
  size: 'not known yet',
  sizeExplanation: 'It is known once the data is made.',
};

function textSize(bytes: Bytes | null, factor: number): SizeWords {
  if (bytes === null) return unknown;
  return {
    size: `roughly ${formatBytes(bytes * factor)}`,
    sizeExplanation: `${factor} times the bytes that the rows take in the database, as in the examples; it depends on the values.`,
  };
}

function databaseSize(playground: Playground, runs: Runs, setup: Setup): SizeWords {
  const { database } = runs;
  if (database?.basis !== databaseBasis(playground)) {
    const { imported } = playground;
    const reckoned = dataView(playground, runs.inspection, database).totalSize;
    const bytes = imported?.sizeBytes ?? reckoned?.bytes ?? null;
    if (bytes === null) return unknown;
    return {
      size: `roughly ${formatBytes(bytes)}`,
      sizeExplanation: imported
        ? 'The size of the file that the data came from.'
        : 'The tables as far as their first rows tell, without indexes.',
    };
  }
  const off = database.summary.indexes.flatMap((index) =>
    index.status === 'built' && !setup.indexes.some((each) => isSameName(each, index.name))
      ? [index]
      : [],
  );
  const whole = database.summary.sizeBytes;
  const bytes = off.reduce((rest, index) => rest - index.sizeBytes, whole);
  const less = `, less the ${formatCountOf(off.length, 'index', 'indexes')} that it leaves out`;
  return {
    size: `about ${formatBytes(Math.max(0, bytes))}`,
    sizeExplanation: `The database takes ${formatBytes(whole)}${off.length === 0 ? '' : less}.`,
  };
}

/** Bytes of the table itself: counted from its pages where they were, else reckoned. */
function tableBytes(playground: Playground, runs: Runs, table: string): Bytes | null {
  const { database, inspection, sizes } = runs;
  const isMeasured =
    database?.basis === databaseBasis(playground) && sizes?.basis === sizesBasis(database);
  const measured = isMeasured
    ? sizes.sizes.find(({ kind, name }) => kind === 'table' && isSameName(name, table))
    : undefined;
  if (measured || playground.imported) return measured?.sizeBytes ?? null;
  const view = dataView(playground, inspection, database);
  return view.tables.find(({ name }) => name === table)?.size?.bytes ?? null;
}

function sumOf(sizes: readonly (Bytes | null)[]): Bytes | null {
  let sum = 0;
  for (const bytes of sizes) {
    if (bytes === null) return null;
    sum += bytes;
  }
  return sum;
}
