// From how many reads a write an index pays: the bench's read savings against the run's write costs.
// Pure; a row for each query and setup, a cell for each operation.
import {
  type Playground,
  type Setup,
  type SetupLetter,
  setupLetter,
} from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { durationRange } from '../../../../lib/format/duration-range.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { RunsState } from '../../../runs-store.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { levelWords } from '../run/figure-words.ts';
import { type BreakEvenCell, breakEvenCell } from './break-even-cell.ts';
import { type PriceRequest, pricedIndexes } from './price-run.ts';
import { type ReadSaving, readingQueries, readSaving } from './read-saving.ts';
import { otherDifferences } from './setup-differences.ts';

export interface BreakEvenView {
  operations: WriteOperation[];
  rows: BreakEvenRow[];
  /** What the table leaves out, and why; sentences. */
  notes: string[];
  /** Some comparison is missing or stale: the bench makes it. */
  needsComparison: boolean;
  /** What a read saves is known somewhere, or why it is not: there is something to show. */
  isCompared: boolean;
}

export interface BreakEvenRow {
  key: string;
  queryName: string;
  letter: SetupLetter;
  setupName: string;
  /** 'saves 9.3 ms a read (9.1–9.5 ms)', or what is missing. */
  saving: { text: string; tip: string; isKnown: boolean };
  cells: BreakEvenCell[];
  /** 'of the whole setup' where the saving is not that of the table's indexes alone. */
  remark: string | null;
}

/** Null where no setup besides the baseline, or no query that reads, is there. */
export function breakEvenView(
  playground: Playground,
  results: RunsState['results'],
  run: WritesRun,
  request: PriceRequest,
): BreakEvenView | null {
  const [baseline, ...others] = playground.setups;
  const queries = readingQueries(playground);
  if (!baseline || others.length === 0 || queries.length === 0) return null;
  const indexes = pricedIndexes(request);
  const priced = others.filter((setup) =>
    indexes.some((name) => setup.indexes.includes(name) !== baseline.indexes.includes(name)),
  );
  const rows = queries.flatMap((query) =>
    priced.map((setup) => {
      const saving = readSaving(playground, results[query.id], query, setup);
      const said = savingWords(saving);
      const letter = setupLetter(playground.setups.indexOf(setup));
      return {
        key: `${query.id} ${setup.id}`,
        queryName: query.name,
        letter,
        setupName: setup.name,
        saving: said,
        isUncompared: saving.status === 'missing' && saving.needsComparison,
        cells: request.operations.map((operation) =>
          breakEvenCell(run, request, operation, { baseline, setup, letter }, saving, said.text),
        ),
        remark: otherDifferences(indexes, baseline, setup).length > 0 ? 'of the whole setup' : null,
      };
    }),
  );
  return {
    operations: request.operations,
    rows: rows.map(({ isUncompared: _, ...row }) => row),
    notes: [
      ...priced.flatMap((setup) => wholeNote(playground, request.table, indexes, setup)),
      ...leftOut(playground.queries.length - queries.length),
    ],
    needsComparison: rows.some(({ isUncompared }) => isUncompared),
    isCompared: rows.some(({ isUncompared }) => !isUncompared),
  };
}

function savingWords(saving: ReadSaving): BreakEvenRow['saving'] {
  if (saving.status === 'missing') {
    return { text: saving.text, tip: saving.reason, isKnown: false };
  }
  const { estimateMs, low, high, level, isEqual } = saving.saving;
  const tip = `The baseline’s time less this setup’s, of the same rounds of the bench’s comparison (${saving.rounds} rounds): middle of the paired differences and ${levelWords(level)} interval.`;
  const range = durationRange(low, high);
  const size = `${formatDuration(Math.abs(estimateMs))} a read`;
  if (isEqual) return { text: `no meaningful saving (${range} a read)`, tip, isKnown: true };
  if (low <= 0 && high >= 0) {
    return { text: `not resolved (${range} a read)`, tip, isKnown: true };
  }
  if (high < 0) {
    return { text: `costs ${size} (${durationRange(-high, -low)})`, tip, isKnown: true };
  }
  return { text: `saves ${size} (${range})`, tip, isKnown: true };
}

function wholeNote(
  { setups }: Playground,
  table: string,
  indexes: readonly string[],
  setup: Setup,
): string[] {
  const [baseline] = setups;
  const others = baseline ? otherDifferences(indexes, baseline, setup) : [];
  if (others.length === 0) return [];
  const letter = setupLetter(setups.indexOf(setup));
  return [
    `${letter} also differs from A in ${formatList(others)}: what it saves is of the whole setup, what it costs is that of its indexes on ${table}.`,
  ];
}

function leftOut(writing: number): string[] {
  return writing === 0 ? [] : ['Queries that write are left out: they have no read to save.'];
}
