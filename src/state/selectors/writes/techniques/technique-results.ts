// What a run of techniques means: its frame, the rows of its table, the lanes of its chart, what is
// not ranked and why. Pure.
import type { Playground } from '../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { TechniqueId, WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun, WritesSettings } from '../../../writes-store.ts';
import { type RunFrame, runFrame } from '../run/run-frame.ts';
import { lackOfFindings } from './findings/lack-of-findings.ts';
import { techniqueFindings } from './findings/technique-findings.ts';
import { laneGroups, type RateLaneGroup } from './rate-lanes.ts';
import { baselineName, type SetupContender, setupContenders } from './setup-contenders.ts';
import { type TechniqueRow, techniqueRow } from './table/technique-row.ts';
import { type Unranked, unrankedOf } from './unranked.ts';
import { writeNotes } from './write-notes.ts';

export interface TechniqueResults {
  frame: RunFrame;
  /** By technique, then by setup. */
  rows: TechniqueRow[];
  bars: RateLaneGroup[];
  unranked: Unranked[];
  latencyMs: Milliseconds;
  /** Rows that each run wrote. */
  rowsWritten: number;
}

/** Null before the first run. */
export function writesTechniqueResults(
  playground: Playground,
  run: WritesRun | null,
  { latencyMs }: Pick<WritesSettings, 'latencyMs'>,
): TechniqueResults | null {
  if (run?.subject.request.kind !== 'techniques') return null;
  const contenders = setupContenders(run);
  const { request } = run.subject;
  const rowsWritten = run.opened?.rows ?? request.rows;
  const findings = techniqueFindings(run, contenders, latencyMs);
  const baseline = baselineName(run);
  return {
    frame: runFrame(playground, run, {
      heading: `${writesText(request.operation, rowsWritten)} ${request.table}`,
      lack: lackOfFindings(run, contenders, findings, 'technique'),
      findings,
      notes: writeNotes(run, contenders),
    }),
    rows: byTechnique(contenders, request.techniques).map((contender) =>
      techniqueRow(contender, { rows: rowsWritten, latencyMs, counts: run.counts, baseline }),
    ),
    bars: laneGroups(contenders, request.techniques, latencyMs, baseline),
    unranked: unrankedOf(run, contenders),
    latencyMs,
    rowsWritten,
  };
}

const operationNouns: Record<WriteOperation, { one: string; many: string; joint: string }> = {
  insert: { one: 'insert', many: 'inserts', joint: 'into' },
  update: { one: 'update', many: 'updates', joint: 'of' },
  delete: { one: 'delete', many: 'deletes', joint: 'from' },
};

/** '10,000 inserts into', before the table's name. */
function writesText(operation: WriteOperation, rows: number): string {
  const { one, many, joint } = operationNouns[operation];
  return `${formatCountOf(rows, one, many)} ${joint}`;
}

/** The first technique's setups, then the second's. */
function byTechnique(
  contenders: readonly SetupContender[],
  techniques: readonly TechniqueId[],
): SetupContender[] {
  return techniques.flatMap((id) =>
    contenders.filter(({ contender }) => contender.technique === id),
  );
}
