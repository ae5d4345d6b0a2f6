// The price of indexes as a table: a row for each index set, a cell for each operation.
// Pure; keeps away from drawing.
import { errorSentence } from '../../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { TechniqueId, WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { factsOf, preparedTechnique } from '../../../../engine/model/writes/technique-facts.ts';
import type { VerdictNames } from '../../../../engine/statistics/words/verdict-words.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { type DurationText, durationTextOf } from '../../../../lib/format/duration-unit.ts';
import { formatBytes } from '../../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { countFailure, workOf } from '../counts/counted-work.ts';
import { type CountedFigure, countedFigure } from '../counts/work-words.ts';
import type { ContenderResult } from '../run/contender-result.ts';
import {
  besideMedian,
  differencePerRow,
  differenceWords,
  grownWords,
  medianLevelSentence,
  toneOf,
  type VerdictTone,
} from '../run/figure-words.ts';
import { operationVerbs } from '../run/operation-words.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';
import {
  measuredSet,
  type PricedSet,
  type PriceRequest,
  pricedSets,
  refusalOfSet,
} from './price-run.ts';
import { noiseBarSentence } from './told-difference.ts';

export interface PriceRow {
  id: string;
  kind: PricedSet['kind'];
  /** How many indexes are on. */
  count: number;
  /** 'no index', '+ idx_price', 'only idx_price'. */
  title: string;
  /** All indexes of the set, in words. */
  tip: string;
  letters: readonly SetupLetter[];
  /** In the order of the operations. */
  cells: PriceCell[];
  /** What the inserted rows made the database grow by. */
  bytes: { text: string; tip: string };
}

export interface PriceCell {
  operation: WriteOperation;
  /** Median a row: '3.10 µs'; a dash before the first sample. */
  time: string;
  /** '3.02–3.18 µs'; below 6 samples all of them: '3.0–3.2 µs, all 3 runs'. */
  interval: string;
  tip: string;
  /** '2.6× slower', 'baseline', or why there is nothing. */
  headline: string;
  /** '2.5–2.7'. */
  ratio: string;
  tone: VerdictTone;
  sentence: string;
  /** Against no index, a row: '+1.20 µs (1.15–1.27 µs)'; empty for the baseline. */
  extra: string;
  /** The counted work of a row; null before it is counted. */
  work: CountedFigure | null;
}

/** A row for each set, cumulative ones first. */
export function priceRows(run: WritesRun, request: PriceRequest): PriceRow[] {
  const rows = run.opened?.rows ?? request.rows;
  const sets = pricedSets(run, request);
  const columns = request.operations.map((operation) => ({
    operation,
    text: durationTextOf(columnTimes(run, operation, sets).map((time) => time / rows)),
  }));
  return sets.map((set) => ({
    id: set.id,
    kind: set.kind,
    count: set.indexes.length,
    title: setTitle(set),
    tip: setTip(set),
    letters: set.letters,
    cells: columns.map((column) => priceCell(run, column, set, rows)),
    bytes: bytesOf(measuredSet(run, 'insert', set.id), rows),
  }));
}

function columnTimes(
  run: WritesRun,
  operation: WriteOperation,
  sets: readonly PricedSet[],
): Milliseconds[] {
  return sets.flatMap(({ id }) => measuredSet(run, operation, id)?.standing?.medianMs ?? []);
}

/** What stands at the set's row: the index that the one above does not have; else whose it is. */
export function setTitle({ kind, indexes, isNext, letters }: Omit<PricedSet, 'id'>): string {
  if (indexes.length === 0) return 'no index';
  if (kind === 'cumulative') {
    if (!isNext) return `all ${indexes.length} indexes`;
    return indexes.length === 1 ? (indexes[0] ?? '') : `+ ${indexes.at(-1)}`;
  }
  if (kind === 'alone') return `only ${indexes[0]}`;
  return letters.length > 0 && indexes.length > 1
    ? `the ${indexes.length} of ${letters.join(' and ')}`
    : indexes.join(' + ');
}

function setTip({ indexes, letters }: PricedSet): string {
  const own = letters.length > 0 ? ` So it is in ${letters.join(', ')}.` : '';
  if (indexes.length === 0) {
    return `None of the playground’s indexes; those of PRIMARY KEY and UNIQUE stay.${own}`;
  }
  return `On: ${indexes.join(', ')}.${own}`;
}

/** How a sentence calls the writes with this set: 'inserting with 2 indexes'. */
function setPhrase(
  operation: WriteOperation,
  { kind, indexes }: Pick<PricedSet, 'kind' | 'indexes'>,
): string {
  const verb = operationVerbs[operation];
  if (indexes.length === 0) return `${verb} without an index`;
  if (indexes.length === 1) return `${verb} with ${indexes[0]} alone`;
  const count = formatCountOf(indexes.length, 'index', 'indexes');
  return kind === 'cumulative' ? `${verb} with ${count}` : `${verb} with ${indexes.join(' and ')}`;
}

/** What the verdict's sentence calls the set and its baseline. */
export function setNames(operation: WriteOperation, set: PricedSet): VerdictNames {
  const none = { kind: 'cumulative', indexes: [] } as const;
  return { setup: setPhrase(operation, set), baseline: setPhrase(operation, none) };
}

function priceCell(
  run: WritesRun,
  { operation, text }: { operation: WriteOperation; text: DurationText },
  set: PricedSet,
  rows: number,
): PriceCell {
  const measured = measuredSet(run, operation, set.id);
  const standing = measured?.standing ?? null;
  const none = {
    operation,
    time: '–',
    interval: '',
    headline: '',
    ratio: '',
    tone: 'plain' as VerdictTone,
    extra: '',
    work: measured && rowWork(run, measured.contender.id, rows),
  };
  const refusal = refusalOfSet(run, operation, set.id);
  if (refusal !== null)
    return { ...none, headline: 'not possible', tip: refusal, sentence: refusal };
  if (measured?.failure) {
    const sentence = errorSentence(measured.failure);
    return { ...none, headline: 'failed', tip: sentence, sentence };
  }
  if (!measured || !standing || standing.medianMs === null) {
    const sentence = 'Not measured yet.';
    return { ...none, tip: sentence, sentence };
  }
  const words = writeVerdictWords(standing.verdict, setNames(operation, set));
  return {
    ...none,
    time: text(standing.medianMs / rows),
    interval: besideMedian(standing.interval, measured.samplesMs, rows, text),
    tip: timeTip(measured, rows),
    headline: words.headline,
    ratio: words.interval,
    tone: toneOf(standing.verdict),
    sentence:
      standing.verdict.kind === 'baseline'
        ? 'The other sets are compared with this one.'
        : [capitalized(words.sentence), noiseBarSentence(standing.verdict)]
            .filter(Boolean)
            .join(' '),
    extra: standing.difference
      ? differenceWords(differencePerRow(standing.difference, rows), text)
      : '',
  };
}

/** Of a row of a contender; what failed says so. */
export function rowWork(run: WritesRun, contenderId: string, rows: number): CountedFigure | null {
  const work = workOf(run, contenderId);
  if (work) return countedFigure(work, rows);
  const failure = countFailure(run, contenderId);
  if (!failure) return null;
  return { text: 'not counted', explanation: errorSentence(failure) };
}

function timeTip({ standing, samplesMs, contender }: ContenderResult, rows: number): string {
  if (!standing) return '';
  const { interval } = standing;
  const level = medianLevelSentence(interval, rows) || ' Fewer than 6 samples have no interval.';
  return `Median time a row: ${formatCountOf(samplesMs.length, 'sample')} of ${formatCountOf(rows, 'row')} each, ${techniqueWords(contender.technique)}, in one transaction that is rolled back.${level}`;
}

function techniqueWords(technique: TechniqueId): string {
  const isPrepared = Object.values(preparedTechnique).some((id) => id === technique);
  return isPrepared ? 'one prepared statement run for each row' : factsOf(technique).name;
}

function bytesOf(measured: ContenderResult | null, rows: number): PriceRow['bytes'] {
  const proof = measured?.proof;
  if (!proof) return { text: '–', tip: 'Known after the first insert with these indexes.' };
  return {
    text: grownWords(proof.grownBytes),
    tip: `What the database grew by when ${formatCountOf(rows, 'row')} ${rows === 1 ? 'was' : 'were'} inserted: pages in use afterwards less those before, times the page size. Table and indexes together${proof.grownBytes > 0 ? `; ${formatBytes(proof.grownBytes / rows)} a row` : ': the rows fit into pages that were there'}.`,
  };
}
