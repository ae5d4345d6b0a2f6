// Random results and kept comparisons for tests: every kind of verdict, error and outcome.
// They have the shape of the engine's answers; what they say need not fit together.
import fc from 'fast-check';
import type {
  Environment,
  FirstRun,
  Sample,
  Standing,
} from '../../engine/model/comparison/comparison.ts';
import type { HistoryEntry } from '../../engine/model/comparison/history.ts';
import {
  type CountedCell,
  cellKey,
  type QueryResult,
} from '../../engine/model/comparison/query-result.ts';
import type {
  AnswerDifference,
  RatioInterval,
  Verdict,
} from '../../engine/model/comparison/verdict.ts';
import type { EngineError } from '../../engine/model/errors.ts';
import type { QueryPlan } from '../../engine/model/plan/plan.ts';
import type { Playground } from '../../engine/model/playground.ts';
import { anyCharacter } from '../../lib/any-character.testing.ts';
import { anyCount, anyPlayground } from '../playgrounds.testing.ts';

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', 'a|b\n`c`', '=1+1', '\ud800'),
);
const count = fc.nat();
const time = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const hash = fc.constantFrom('0123456789abcdef', 'ffffffffffffffff');

export const anyError: fc.Arbitrary<EngineError> = fc.record(
  {
    code: fc.constantFrom('sql-failed' as const, 'time-limit' as const, 'index-invalid' as const),
    message: text,
    hint: text,
    place: fc.record(
      { source: fc.constantFrom('query' as const, 'setup' as const), name: text, offset: count },
      { requiredKeys: ['source'] },
    ),
  },
  { requiredKeys: ['code', 'message'] },
) as fc.Arbitrary<EngineError>;

const ratio: fc.Arbitrary<RatioInterval> = fc.record({
  estimate: time,
  low: time,
  high: time,
  level: fc.constantFrom(0.95, 0.975),
});

const difference: fc.Arbitrary<AnswerDifference> = fc.record({
  baselineRows: count,
  setupRows: count,
  kind: fc.constantFrom('count' as const, 'content' as const, 'unstable' as const),
});

type VerdictOf<Kind> = Extract<Verdict, { kind: Kind }>;

const ranked = <const Kind extends string>(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), ratio, margin: time });
const short = <const Kind extends string>(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), low: time, high: time, rounds: count });

const verdicts: { [Kind in Verdict['kind']]: fc.Arbitrary<VerdictOf<Kind>> } = {
  baseline: fc.record({ kind: fc.constant('baseline') }),
  'too-few-runs': fc.record({ kind: fc.constant('too-few-runs'), rounds: count }),
  faster: ranked('faster'),
  slower: ranked('slower'),
  equal: ranked('equal'),
  unresolved: fc.record({
    kind: fc.constant('unresolved'),
    ratio,
    margin: time,
    moreRounds: count,
  }),
  'clearly-faster': short('clearly-faster'),
  'clearly-slower': short('clearly-slower'),
  'too-noisy': fc.record({ kind: fc.constant('too-noisy'), ratio, margin: time, control: ratio }),
  'different-answer': fc.record({ kind: fc.constant('different-answer'), difference }),
  failed: fc.record({ kind: fc.constant('failed'), error: anyError }),
  'over-limit': fc.record({ kind: fc.constant('over-limit'), limitMs: time }),
};

export const anyVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  ...(Object.values(verdicts) as fc.Arbitrary<Verdict>[]),
);

const planRow = { id: count, parent: count, cost: count, detail: text };
const plan: fc.Arbitrary<QueryPlan> = fc.record({
  rows: fc.array(fc.record(planRow), { maxLength: 3 }),
  badge: fc.constantFrom('scan', 'automatic', 'search', 'covering', 'none'),
});

const sample: fc.Arbitrary<Sample> = fc.record({
  perCallMs: time,
  calls: count,
  hits: fc.option(count),
  warmPerCallMs: fc.option(time),
  warmHits: fc.option(count),
});

export const anyEnvironment: fc.Arbitrary<Environment> = fc.record({
  tickMs: time,
  isIsolated: fc.boolean(),
  userAgent: text,
  cores: count,
  sqliteVersion: fc.constantFrom('3.54.1', '3.60.0'),
  pageSizeBytes: count,
  cacheSizeBytes: count,
  hasStatistics: fc.boolean(),
  seed: count,
  schemaHash: hash,
  rowCounts: fc
    .array(fc.tuple(text, count), { maxLength: 3 })
    .map((entries): Record<string, number> => Object.fromEntries(entries)),
});

/** A value for each of these setups. */
function bySetup<Value>(ids: string[], value: fc.Arbitrary<Value>) {
  return fc
    .tuple(...ids.map((id) => fc.tuple(fc.constant(id), value)))
    .map((entries): Record<string, Value> => Object.fromEntries(entries));
}

function standing(ids: string[]): fc.Arbitrary<Standing> {
  const cache = fc.record({
    hitRatio: time,
    warmHitRatio: time,
    warmMedianMs: time,
    copy: fc.constant('reference' as const),
    draws: count,
    distinctKeys: count,
  });
  const summary = fc.record({
    medianMs: time,
    minMs: time,
    madMs: time,
    samples: count,
    calls: count,
    cache: fc.option(cache),
  });
  return fc.record({
    rounds: count,
    isShort: fc.boolean(),
    verdicts: bySetup(ids, anyVerdict),
    summaries: bySetup(ids, summary),
    control: fc.option(ratio),
    margin: time,
    discarded: count,
    spentMs: time,
    roundMs: time,
    next: fc.constantFrom('measure' as const, 'done' as const),
    reason: fc.constantFrom('precise', 'budget', 'rounds', 'short', 'nothing-to-compare', null),
    minRounds: count,
    maxRounds: count,
  });
}

function firstRun(setupId: string): fc.Arbitrary<FirstRun> {
  return fc.oneof(
    fc.record({
      status: fc.constant('ran' as const),
      setupId: fc.constant(setupId),
      firstRunMs: time,
      rowCount: count,
      resultHash: hash,
      plan,
      difference: fc.option(difference),
    }),
    fc.record({
      status: fc.constant('failed' as const),
      setupId: fc.constant(setupId),
      error: anyError,
    }),
  );
}

/** A random result of one of the playground's queries. */
export function anyResult({ setups }: Playground, queryId: string): fc.Arbitrary<QueryResult> {
  const ids = setups.map(({ id }) => id);
  const round = fc.record({
    queryId: fc.constant(queryId),
    round: count,
    order: fc.shuffledSubarray([...ids, 'control']),
    samples: bySetup(ids, sample),
    control: fc.option(sample),
    standing: standing(ids),
  });
  const confirmation = fc.record({
    standings: fc.array(standing(ids), { maxLength: 2 }),
    cells: bySetup(
      ids,
      fc.record({
        status: fc.constantFrom('stands' as const, 'disagree' as const),
        kinds: fc.array(
          anyVerdict.map(({ kind }) => kind),
          { maxLength: 3 },
        ),
        low: fc.option(time),
        high: fc.option(time),
      }),
    ),
  });
  return fc.record({
    queryId: fc.constant(queryId),
    setups: fc.constant(setups),
    bases: bySetup(ids, hash),
    environment: anyEnvironment,
    firstRuns: fc.tuple(...ids.map(firstRun)),
    rounds: fc.array(round, { maxLength: 2 }),
    discarded: fc.record({ hidden: count, overlapped: count }),
    parts: bySetup(
      ids,
      fc.record({ prepareMs: time, executeMs: time, fetchMs: time, rounds: count }),
    ),
    budgetMs: time,
    confirmation: fc.option(confirmation),
    status: fc.constantFrom('measuring', 'done', 'stopped'),
    error: fc.option(anyError),
  });
}

/** Results of the first two queries, and counters of each of their cells. */
export function anyResults(playground: Playground): fc.Arbitrary<{
  results: QueryResult[];
  counts: Record<string, CountedCell>;
}> {
  const queries = playground.queries.slice(0, 2);
  const cells = queries.flatMap(({ id }) =>
    playground.setups.map((setup) =>
      fc.tuple(
        fc.constant(cellKey(id, setup.id)),
        fc.record({
          basis: hash,
          outcome: fc.oneof(
            fc.record({
              status: fc.constant('counted' as const),
              setupId: fc.constant(setup.id),
              counters: anyCount,
            }),
            fc.record({
              status: fc.constant('failed' as const),
              setupId: fc.constant(setup.id),
              error: anyError,
            }),
          ),
        }),
      ),
    ),
  );
  return fc.record({
    results: fc.tuple(...queries.map(({ id }) => anyResult(playground, id))),
    counts: fc
      .tuple(...cells)
      .map((entries): Record<string, CountedCell> => Object.fromEntries(entries)),
  });
}

/** A random kept comparison. */
export const anyHistoryEntry: fc.Arbitrary<HistoryEntry> = anyPlayground.chain((playground) =>
  fc
    .record({
      id: fc.integer({ min: 1 }),
      at: fc
        .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
        .map((date) => date.toISOString()),
      title: text,
      playgroundHash: hash,
      environment: anyEnvironment,
      isPinned: fc.boolean(),
      measured: anyResults(playground),
    })
    .map(({ measured, ...entry }) => ({ ...entry, playground, ...measured })),
);
