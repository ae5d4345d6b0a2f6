// Whether each setup's indexes are worth their writes: the answer that a price run is made for.
// Pure; break-even-view has every query and operation, this says the best of them first.
import {
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { durationTextOf } from '../../../../lib/format/duration-unit.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { type AnswerCost, answerCost } from './answer-cost.ts';
import {
  headCell,
  headlineOf,
  isToldCell,
  otherEndOf,
  rankedRows,
  whomOf,
} from './answer-queries.ts';
import type { BreakEvenCell } from './break-even-cell.ts';
import type { BreakEvenRow, BreakEvenView } from './break-even-view.ts';
import { type PriceRequest, pricedIndexes } from './price-run.ts';
import { type SetupChange, setupCost } from './setup-cost.ts';

export interface PriceAnswers {
  answers: SetupAnswer[];
  /** Setups that have no answer, or why there is none at all; sentences. */
  notes: string[];
  /** What reads save is missing or stale: the bench compares it. */
  needsComparison: boolean;
}

export interface SetupAnswer {
  letter: SetupLetter;
  setupName: string;
  /** 'idx_price more than A', 'without idx_price'. */
  change: string;
  /** 'Worth it from 1 read per 14 inserts', or what is missing for it. */
  headline: string;
  /** It says which it is, and not only what is missing. */
  isTold: boolean;
  /** '1 per 11 to 1 per 18'; empty where there is none. */
  interval: string;
  /** The query that gains most: 'for top categories'; null where nothing is told of any. */
  whom: string | null;
  /** The one that gains least, '1 read per 310 updates for expensive in a category'; null as above. */
  otherEnd: string | null;
  tone: BreakEvenCell['tone'];
  tip: string;
  /** In the order of the operations; beside each what the best query makes of it. */
  costs: (AnswerCost & { worth: AnswerWorth | null })[];
  /** What a read saves, query by query; those that are not compared are left out. */
  reads: { queryName: string; text: string; tip: string }[];
  /** 'of the whole setup' where the saving is not that of the table's indexes alone. */
  remark: string | null;
}

/** What reads make of the price of one operation. */
export interface AnswerWorth extends Pick<BreakEvenCell, 'text' | 'tone' | 'tip'> {
  /** 'for top categories'. */
  whom: string;
  /** 'same work counted: any read pays'; null where the text is that, or counts say nothing. */
  counted: string | null;
}

/** In the order of the setups; the baseline has none. */
export function priceAnswers(
  playground: Playground,
  run: WritesRun,
  request: PriceRequest,
  breakEven: BreakEvenView | null,
): PriceAnswers {
  const [baseline, ...others] = playground.setups;
  const indexes = pricedIndexes(request);
  const changes = others.flatMap((setup): SetupChange[] => {
    const isPriced = (name: string) =>
      setup.indexes.includes(name) !== baseline?.indexes.includes(name);
    const letter = setupLetter(playground.setups.indexOf(setup));
    return baseline && indexes.some(isPriced) ? [{ baseline, setup, letter }] : [];
  });
  const rows = run.opened?.rows ?? request.rows;
  const columns = request.operations.map((operation) => {
    const costs = changes.map((change) => setupCost(run, request, operation, change));
    const sizes = costs.map(({ difference }) => Math.abs(difference?.estimateMs ?? 0));
    return { operation, costs, text: durationTextOf(sizes) };
  });
  return {
    answers: changes.map((change, at) => {
      const costs = columns.flatMap(({ operation, costs: all, text }) => {
        const cost = all[at];
        return cost ? [answerCost(operation, cost, change, rows, text)] : [];
      });
      const own = breakEven?.rows.filter(({ letter }) => letter === change.letter) ?? [];
      return setupAnswer(change, indexes, costs, own);
    }),
    notes: answerNotes(playground, request, changes),
    needsComparison: changes.length > 0 && (breakEven?.needsComparison ?? false),
  };
}

function setupAnswer(
  change: SetupChange,
  indexes: readonly string[],
  costs: readonly AnswerCost[],
  rows: readonly BreakEvenRow[],
): SetupAnswer {
  const { setup, letter } = change;
  const known = rows.filter(({ saving }) => saving.isKnown);
  const ranked = rankedRows(known);
  const [best] = ranked;
  const cell = best ? headCell(best) : null;
  const isTold = cell !== null && isToldCell(cell);
  return {
    letter,
    setupName: setup.name,
    change: changeWords(change, indexes),
    headline: cell ? headlineOf(cell) : missingWords(rows),
    isTold,
    interval: cell?.interval ?? '',
    whom: isTold ? whomOf(ranked, cell.operation) : null,
    otherEnd: isTold ? otherEndOf(ranked, cell.operation) : null,
    tone: cell?.tone ?? 'plain',
    tip:
      cell?.tip ??
      'What a read saves comes from the bench’s comparison, what a write costs from this run.',
    costs: costs.map((cost) => ({ ...cost, worth: worthOf(ranked, cost.operation) })),
    reads: known.map(({ queryName, saving: { text, tip } }) => ({ queryName, text, tip })),
    remark: best?.remark ?? null,
  };
}

/** Of the query that gains most. */
function worthOf(ranked: readonly BreakEvenRow[], operation: WriteOperation): AnswerWorth | null {
  const own = ranked[0]?.cells.find((each) => each.operation === operation);
  if (!own) return null;
  const { text, tone, tip, counted } = own;
  const beside = { tone, tip, whom: whomOf(ranked, operation) };
  if (own.outcome) return { ...beside, text, counted };
  return counted === null ? null : { ...beside, text: counted, counted: null };
}

/** Why no read is set against the writes. */
function missingWords(rows: readonly BreakEvenRow[]): string {
  if (rows.length === 0) return 'No query reads: nothing stands against its price';
  return `What its reads save: ${formatList([...new Set(rows.map(({ saving }) => saving.text))])}`;
}

function changeWords({ baseline, setup }: SetupChange, indexes: readonly string[]): string {
  const onlyIn = (has: readonly string[], lacks: readonly string[]) =>
    indexes.filter((name) => has.includes(name) && !lacks.includes(name));
  const added = onlyIn(setup.indexes, baseline.indexes);
  const removed = onlyIn(baseline.indexes, setup.indexes);
  return [
    added.length > 0 && `with ${namesOf(added)}`,
    removed.length > 0 && `without ${namesOf(removed)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function namesOf(names: readonly string[]): string {
  return names.length > 3 ? formatCountOf(names.length, 'index', 'indexes') : formatList(names);
}

function answerNotes(
  { setups }: Playground,
  { table }: PriceRequest,
  changes: readonly SetupChange[],
): string[] {
  const same = setups
    .map((_, at) => setupLetter(at))
    .filter((own, at) => at > 0 && changes.every(({ letter }) => letter !== own));
  if (changes.length > 0) {
    if (same.length === 0) return [];
    const have = `${formatList(same)} ${same.length === 1 ? 'has' : 'have'}`;
    return [`${have} the same indexes on ${table} as A: writing to it costs the same there.`];
  }
  const lead =
    same.length === 0
      ? 'There is no setup besides A'
      : `No setup has other indexes on ${table} than A has`;
  return [
    `${lead}: switch an index on in another one, and from how many reads it pays stands here.`,
  ];
}
