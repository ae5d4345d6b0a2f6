// A price run for tests: times follow a formula, standings come from the real statistics.
import { anyEnvironment } from '../../../../engine/model/comparison/environment.testing.ts';
import { type Playground, setupLetter } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type {
  ContenderStanding,
  WriteContender,
  WriteSample,
  WritesRequest,
} from '../../../../engine/model/writes/writes.ts';
import { groupStanding } from '../../../../engine/statistics/writes/group-standing.ts';
import { productsAndOrders } from '../../../../examples/products-and-orders.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { priceSets } from '../form/setups/index-sets.ts';
import { writesBasis } from '../writes-basis.ts';

export const shop: Playground = productsAndOrders.playground;

export interface PriceCase {
  rounds?: number;
  operations?: WriteOperation[];
  /** Milliseconds of a sample; the indexes of the set come in the playground's order. */
  timeMs?: (operation: string, indexes: readonly string[]) => number;
  hasBuild?: boolean;
  patch?: Partial<WritesRun>;
}

/** 10 ms without an index, 5 more for the first, 12 for the second. */
function usualTime(operation: string, indexes: readonly string[]): number {
  if (operation === 'build') return 20;
  const cost = (name: string) => (name === 'idx_products_category' ? 5 : 12);
  const share = operation === 'update' ? 0.01 : 1;
  return 10 + indexes.reduce((sum, name) => sum + cost(name), 0) * share;
}

/** A run of 10,000 rows into products, with noise of a few per cent that all of a round share. */
export function measuredPrice({
  rounds = 12,
  operations = ['insert', 'update', 'delete'],
  timeMs = usualTime,
  hasBuild = true,
  patch = {},
}: PriceCase = {}): WritesRun {
  const sets = priceSets(shop, 'products');
  const request: WritesRequest = {
    kind: 'index-price',
    table: 'products',
    rows: 10_000,
    start: 'as-is',
    seed: 1,
    update: { column: 'name', expression: "name || 'x'" },
    budgetMs: 20_000,
    operations,
    indexNames: shop.indexes.map(({ name }) => name),
    indexSets: sets.map(({ id, indexes }) => ({ id, indexes })),
  };
  const contenders = operations.flatMap((operation) =>
    sets.map(
      ({ id, indexes }, at): WriteContender => ({
        id: `${operation} ${id}`,
        groupId: operation,
        subject: { kind: 'index-set', indexSetId: id },
        isBaseline: at === 0,
        technique: `${operation}-prepared`,
        batchSize: null,
        indexes,
      }),
    ),
  );
  const build = (['insert-prepared', 'insert-then-index'] as const).map(
    (technique, at): WriteContender => ({
      id: `build ${technique}`,
      groupId: 'build',
      subject: { kind: 'technique', technique },
      isBaseline: at === 0,
      technique,
      batchSize: null,
      indexes: shop.indexes.slice(0, 2).map(({ name }) => name),
    }),
  );
  const all = hasBuild ? [...contenders, ...build] : contenders;
  const samples = all.flatMap((contender) => samplesOf(contender, rounds, timeMs));
  const subject = {
    request,
    setups: shop.setups.map((setup, at) => ({ ...setup, letter: setupLetter(at) })),
    basis: '',
  };
  return {
    subject: { ...subject, basis: writesBasis(shop, subject) },
    opened: {
      contenders: all,
      refused: [],
      rows: 10_000,
      rowsBefore: 20_000,
      notes: [],
      commitMs: 0.5,
      environment: anyEnvironment,
    },
    samples,
    proofs: Object.fromEntries(
      all.map(({ id, indexes }) => [
        id,
        {
          statements: 10_000,
          transactions: 1,
          roundTrips: 10_002,
          tableRows: 30_000,
          grownBytes: 400_000 + indexes.length * 250_000,
          contentHash: 'a',
        },
      ]),
    ),
    failures: {},
    standing: standingOf(all, samples),
    counts: null,
    status: 'done',
    error: null,
    ...patch,
  };
}

function samplesOf(
  contender: WriteContender,
  rounds: number,
  timeMs: NonNullable<PriceCase['timeMs']>,
): WriteSample[] {
  const { id, groupId, technique, indexes, isBaseline } = contender;
  const usual = timeMs(groupId, indexes) * (technique === 'insert-then-index' ? 0.5 : 1);
  return Array.from({ length: rounds }, (_, at) => {
    const shared = 1 + ((at * 7) % 5) / 100;
    const own = 1 + ((at * 3 + id.length) % 4) / 400;
    const sample = { contenderId: id, round: at + 1, isControl: false, runs: 1 };
    const elapsedMs = usual * shared * own;
    return isBaseline
      ? [
          { ...sample, elapsedMs },
          { ...sample, isControl: true, elapsedMs: elapsedMs * (1 + ((at % 3) - 1) / 200) },
        ]
      : [{ ...sample, elapsedMs }];
  }).flat();
}

/** Group by group, as the engine does it. */
export function standingOf(
  contenders: readonly WriteContender[],
  samples: readonly WriteSample[],
): NonNullable<WritesRun['standing']> {
  const cells: Record<string, ContenderStanding> = {};
  const margins: Record<string, number> = {};
  for (const groupId of new Set(contenders.map((each) => each.groupId))) {
    const group = contenders.filter((each) => each.groupId === groupId);
    const standing = groupStanding({
      baselineId: group.find(({ isBaseline }) => isBaseline)?.id ?? '',
      contenders: group.map(({ id }) => ({ id, verdict: null })),
      samples: samples.filter(({ contenderId }) => group.some(({ id }) => id === contenderId)),
    });
    Object.assign(cells, standing.cells);
    if (standing.margin !== null) margins[groupId] = standing.margin;
  }
  return { cells, margins, varying: [], fraction: 1, next: 'done', reason: 'rounds', notes: [] };
}
