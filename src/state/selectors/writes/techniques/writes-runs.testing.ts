// Runs of the Writes lab with invented times, for tests: standings are reckoned as the engine does.
// Keeps away from the engine; times scatter by a fixed pattern.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import { type Setup, setupLetter } from '../../../../engine/model/playground.ts';
import type { TechniqueId } from '../../../../engine/model/writes/technique.ts';
import { factsOf } from '../../../../engine/model/writes/technique-facts.ts';
import type {
  ContenderStanding,
  WriteContender,
  WriteProof,
  WriteSample,
} from '../../../../engine/model/writes/writes.ts';
import { medianInterval } from '../../../../engine/statistics/distributions/median-interval.ts';
import { median } from '../../../../engine/statistics/distributions/quantiles.ts';
import { pairedRatio } from '../../../../engine/statistics/paired-ratio.ts';
import { verdictOf } from '../../../../engine/statistics/verdict.ts';
import { productsAndOrders } from '../../../../examples/products-and-orders.ts';
import { sampleEnvironment } from '../../../../report/reports.testing.ts';
import type { WritesExperiment, WritesRun } from '../../../writes-store.ts';
import { writesBasis } from '../writes-basis.ts';

export const { playground } = productsAndOrders;
export const setups = playground.setups.map((setup: Setup, at) => ({
  ...setup,
  letter: setupLetter(at),
}));

export interface InventedContender {
  technique: TechniqueId;
  /** Index of its setup. */
  setup?: number;
  batchSize?: number;
  /** In the middle of its samples. */
  ms: number;
  rounds?: number;
  roundTrips?: number;
  verdict?: Verdict;
}

const rows = 10_000;

/** The first contender of a setup is its baseline. */
export function inventedRun(
  all: readonly InventedContender[],
  patch: Partial<WritesRun> = {},
  kind: 'techniques' | 'batch-sizes' = 'techniques',
): WritesRun {
  const measured = all.map((each) => toMeasured(each, all, kind));
  const subject = subjectOf(all, kind);
  return {
    subject,
    opened: {
      contenders: measured.map(({ contender }) => contender),
      refused: [],
      rows,
      rowsBefore: 0,
      notes: ['products was emptied.'],
      commitMs: 0.5,
      environment: sampleEnvironment,
    },
    samples: measured.flatMap(({ samples }) => samples),
    proofs: Object.fromEntries(measured.map(({ contender, proof }) => [contender.id, proof])),
    failures: {},
    standing: {
      cells: Object.fromEntries(
        measured.map((each) => [each.contender.id, standingOf(each, measured)]),
      ),
      margins: Object.fromEntries(setups.map(({ id }) => [id, 0.05])),
      varying: [],
      fraction: 1,
      next: 'done',
      reason: 'rounds',
      notes: [],
    },
    counts: null,
    status: 'done',
    error: null,
    ...patch,
  };
}

interface Measured {
  invented: InventedContender;
  contender: WriteContender;
  samples: WriteSample[];
  proof: WriteProof;
}

function toMeasured(
  invented: InventedContender,
  all: readonly InventedContender[],
  kind: 'techniques' | 'batch-sizes',
): Measured {
  const { technique, setup = 0, batchSize = null, ms, rounds = 15, roundTrips = rows } = invented;
  const groupId = setups[setup]?.id ?? '';
  const contender: WriteContender = {
    id: `${groupId} ${technique} ${batchSize}`,
    groupId,
    subject:
      kind === 'techniques'
        ? { kind: 'technique', technique }
        : { kind: 'batch-size', batchSize: batchSize ?? 1 },
    isBaseline: all.find((each) => (each.setup ?? 0) === setup) === invented,
    technique,
    batchSize,
    indexes: [],
  };
  const { isAutocommit } = factsOf(technique);
  return {
    invented,
    contender,
    samples: Array.from({ length: rounds }, (_, at) => ({
      contenderId: contender.id,
      round: at + 1,
      isControl: false,
      // Different patterns, so that ratios scatter.
      elapsedMs: ms * (0.98 + 0.01 * ((at * (1 + (technique.length % 3))) % 5)),
      runs: 1,
    })),
    proof: {
      statements: isAutocommit ? roundTrips : roundTrips - 2,
      transactions: isAutocommit ? roundTrips : 1,
      roundTrips,
      tableRows: rows,
      grownBytes: 409_600,
      contentHash: 'same',
    },
  };
}

function standingOf(one: Measured, all: readonly Measured[]): ContenderStanding {
  const { contender, samples, invented } = one;
  const baseline = all.find(
    (other) => other.contender.groupId === contender.groupId && other.contender.isBaseline,
  );
  const times = samples.map(({ elapsedMs }) => elapsedMs);
  const base = (baseline?.samples ?? []).map(({ elapsedMs }) => elapsedMs);
  const ratio = pairedRatio(times.slice(0, base.length), base.slice(0, times.length), 1);
  const control = { estimate: 1, low: 0.98, high: 1.02, level: 0.95 };
  const own: Verdict = contender.isBaseline
    ? { kind: 'baseline' }
    : verdictOf(ratio, control, times.length);
  return {
    status: times.length === 0 ? 'waiting' : 'measured',
    verdict: invented.verdict ?? own,
    isShort: times.length < 6,
    samples: times.length,
    medianMs: times.length === 0 ? null : median(times),
    interval: medianInterval(times),
    difference: null,
  };
}

function subjectOf(
  all: readonly InventedContender[],
  kind: 'techniques' | 'batch-sizes',
): WritesExperiment {
  const techniques = [...new Set(all.map(({ technique }) => technique))];
  const [first = 'insert-values'] = techniques;
  const base = {
    table: 'products',
    rows,
    start: 'empty' as const,
    update: null,
    indexNames: playground.indexes.map(({ name }) => name),
    seed: 42,
    budgetMs: 20_000,
  };
  const used = setups.filter((_, at) => all.some(({ setup = 0 }) => setup === at));
  const plain = used.map(({ letter: _, ...setup }) => setup);
  const request: WritesExperiment['request'] =
    kind === 'techniques'
      ? {
          ...base,
          kind,
          operation: factsOf(first).operation,
          techniques,
          baseline: first,
          batchSize: 1000,
          setups: plain,
        }
      : {
          ...base,
          kind,
          technique: first,
          batchSizes: all.map(({ batchSize }) => batchSize ?? 1),
          setups: plain,
        };
  return { request, setups: used, basis: writesBasis(playground, { request, setups: used }) };
}

/** The run with this work counted, VM steps and pages written of each contender in turn. */
export function withCounts(
  run: WritesRun,
  counts: readonly (readonly [number, number])[],
): WritesRun {
  return {
    ...run,
    counts: (run.opened?.contenders ?? []).flatMap(({ id: contenderId }, at) => {
      const [vmSteps, pagesWritten] = counts[at] ?? [];
      return vmSteps === undefined || pagesWritten === undefined
        ? []
        : [{ status: 'counted', contenderId, counters: { vmSteps, pagesWritten } }];
    }),
  };
}
