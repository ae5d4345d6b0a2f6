// Raw samples as CSV (RFC 4180): a row per sample, its environment at the end of each row, so that
// any tool reads it as it is. Texts that a spreadsheet would take for formulas are defused.
import type { Environment, RoundReport, Sample } from '../engine/model/comparison/comparison.ts';
import type { QueryResult } from '../engine/model/comparison/query-result.ts';
import { type Setup, type SetupLetter, setupLetter } from '../engine/model/playground.ts';
import { type CsvValue, csvLine } from '../lib/rows-text/csv-cells.ts';
import type { ComparisonReport } from './comparison-report.ts';

interface SampleRow {
  query: string;
  letter: SetupLetter;
  setup: Setup;
  round: number;
  /** 1-based place in the order of the round. */
  position: number;
  isControl: boolean;
  sample: Sample;
  environment: Environment;
}

/** The head and the value of each column. Units stand in the heads. */
const columns: [string, (row: SampleRow) => CsvValue][] = [
  ['query', ({ query }) => query],
  ['setup', ({ letter }) => letter],
  ['setup_name', ({ setup }) => setup.name],
  ['round', ({ round }) => round],
  ['position', ({ position }) => position],
  ['is_control', ({ isControl }) => isControl],
  ['per_call_ms', ({ sample }) => sample.perCallMs],
  ['calls', ({ sample }) => sample.calls],
  ['hits', ({ sample }) => sample.hits],
  ['warm_per_call_ms', ({ sample }) => sample.warmPerCallMs],
  ['warm_hits', ({ sample }) => sample.warmHits],
  ['sqlite_version', ({ environment }) => environment.sqliteVersion],
  ['user_agent', ({ environment }) => environment.userAgent],
  ['cores', ({ environment }) => environment.cores],
  ['tick_ms', ({ environment }) => environment.tickMs],
  ['is_isolated', ({ environment }) => environment.isIsolated],
  ['page_size_bytes', ({ environment }) => environment.pageSizeBytes],
  ['cache_size_bytes', ({ environment }) => environment.cacheSizeBytes],
  ['has_statistics', ({ environment }) => environment.hasStatistics],
  ['seed', ({ environment }) => environment.seed],
  ['schema_hash', ({ environment }) => environment.schemaHash],
  ['row_counts', ({ environment }) => rowCountsText(environment)],
];

/** All samples of the queries that the playground has, in the order measured; control included. */
export function samplesCsv({ playground, results }: ComparisonReport): string {
  const rows = playground.queries.flatMap(({ id, name }) => {
    const result = results.find(({ queryId }) => queryId === id);
    return result ? result.rounds.flatMap((round) => roundRows(name, result, round)) : [];
  });
  const lines: CsvValue[][] = [
    columns.map(([head]) => head),
    ...rows.map((row) => columns.map(([, valueIn]) => valueIn(row))),
  ];
  return lines.map((line) => csvLine(line)).join('');
}

function roundRows(query: string, result: QueryResult, report: RoundReport): SampleRow[] {
  const { environment, setups } = result;
  const { round, samples } = report;
  return report.order.flatMap((id, index) => {
    const isControl = id === 'control';
    const sample = isControl ? report.control : Object.hasOwn(samples, id) ? samples[id] : null;
    // The control is the baseline measured once more.
    const place = isControl ? 0 : setups.findIndex((each) => each.id === id);
    const setup = setups[place];
    if (!sample || !setup) return [];
    const letter = setupLetter(place);
    return [{ query, letter, setup, round, position: index + 1, isControl, sample, environment }];
  });
}

function rowCountsText({ rowCounts }: Environment): string {
  return Object.entries(rowCounts)
    .map(([table, rows]) => `${table}=${rows}`)
    .join('; ');
}
