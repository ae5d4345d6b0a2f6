// The samples of a run of writes as CSV (RFC 4180), a row each with its contender and environment,
// and everything measured as JSON. Pure.
import type { EngineError } from '../engine/model/errors.ts';
import type {
  OpenedWrites,
  WriteContender,
  WriteCounters,
  WriteCountOutcome,
  WriteProof,
  WriteSample,
  WritesRequest,
  WritesStanding,
} from '../engine/model/writes/writes.ts';
import { type CsvValue, csvLine } from '../lib/rows-text/csv-cells.ts';

export interface MeasuredWrites {
  request: WritesRequest;
  /** Groups are named by it, or by themselves. */
  groupNames: Readonly<Record<string, string>>;
  opened: Omit<OpenedWrites, 'writesId'> | null;
  samples: readonly WriteSample[];
  proofs: Readonly<Record<string, WriteProof>>;
  failures: Readonly<Record<string, EngineError>>;
  standing: WritesStanding | null;
  counts: readonly WriteCountOutcome[] | null;
}

interface SampleRow {
  run: MeasuredWrites;
  sample: WriteSample;
  contender: WriteContender;
}

/** The head and the value of each column. Units stand in the heads. */
const columns: [string, (row: SampleRow) => CsvValue][] = [
  ['table', ({ run }) => run.request.table],
  ['group', ({ run, contender }) => run.groupNames[contender.groupId] ?? contender.groupId],
  ['technique', ({ contender }) => contender.technique],
  [
    'variant',
    ({ contender }) =>
      contender.subject.kind === 'variant' ? contender.subject.variant.name : null,
  ],
  ['batch_size', ({ contender }) => contender.batchSize],
  ['indexes', ({ contender }) => contender.indexes.join('; ')],
  ['is_baseline', ({ contender }) => contender.isBaseline],
  ['round', ({ sample }) => sample.round],
  ['is_control', ({ sample }) => sample.isControl],
  ['elapsed_ms', ({ sample }) => sample.elapsedMs],
  ['runs', ({ sample }) => sample.runs],
  ['rows', ({ run }) => run.opened?.rows ?? run.request.rows],
  ['statements', ({ run, contender }) => run.proofs[contender.id]?.statements ?? null],
  ['round_trips', ({ run, contender }) => run.proofs[contender.id]?.roundTrips ?? null],
  // Of one run, from the official build; empty where they were not counted.
  ['vm_steps', ({ run, contender }) => countersOf(run, contender)?.vmSteps ?? null],
  ['pages_written', ({ run, contender }) => countersOf(run, contender)?.pagesWritten ?? null],
  ['sqlite_version', ({ run }) => run.opened?.environment.sqliteVersion ?? null],
  ['user_agent', ({ run }) => run.opened?.environment.userAgent ?? null],
  ['cores', ({ run }) => run.opened?.environment.cores ?? null],
  ['tick_ms', ({ run }) => run.opened?.environment.tickMs ?? null],
  ['is_isolated', ({ run }) => run.opened?.environment.isIsolated ?? null],
  ['seed', ({ run }) => run.request.seed],
];

function countersOf({ counts }: MeasuredWrites, { id }: WriteContender): WriteCounters | null {
  const outcome = counts?.find(({ contenderId }) => contenderId === id);
  return outcome?.status === 'counted' ? outcome.counters : null;
}

/** All samples in the order measured, the baseline's second ones included. */
export function writeSamplesCsv(run: MeasuredWrites): string {
  const contenders = new Map(run.opened?.contenders.map((each) => [each.id, each]));
  const rows = run.samples.flatMap((sample) => {
    const contender = contenders.get(sample.contenderId);
    return contender ? [{ run, sample, contender }] : [];
  });
  const lines: CsvValue[][] = [
    columns.map(([head]) => head),
    ...rows.map((row) => columns.map(([, valueIn]) => valueIn(row))),
  ];
  return lines.map((line) => csvLine(line)).join('');
}

/** What was asked, what was measured and what it came to; ends in a line feed. */
export function writeSamplesJson({ opened, ...run }: MeasuredWrites): string {
  return `${JSON.stringify({ kind: 'sql-dyno-writes', ...run, ...opened }, null, 2)}\n`;
}
