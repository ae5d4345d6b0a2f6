// The price of indexes as a table: a row for each index set, a cell for each operation.
// Pure; keeps away from drawing.
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type { VerdictNames } from '../../../../engine/statistics/words/verdict-words.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatBytes } from '../../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import type { WritesRun } from '../../../writes-store.ts';
import type { ContenderResult } from '../run/contender-result.ts';
import { writeVerdictWords } from '../techniques/write-verdict-words.ts';
import {
  measuredSet,
  type PricedSet,
  type PriceRequest,
  pricedSets,
  refusalOfSet,
} from './price-run.ts';
import {
  besideMedian,
  differencePerRow,
  differenceWords,
  durationRange,
  grownWords,
  levelWords,
  operationVerbs,
} from './price-words.ts';

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
  tone: 'slower' | 'faster' | 'plain';
  sentence: string;
  /** Against no index, a row: '+1.20 µs (1.15–1.27 µs)'; empty for the baseline. */
  extra: string;
}

/** A row for each set, cumulative ones first. */
export function priceRows(run: WritesRun, request: PriceRequest): PriceRow[] {
  const rows = run.opened?.rows ?? request.rows;
  return pricedSets(run, request).map((set) => ({
    id: set.id,
    kind: set.kind,
    count: set.indexes.length,
    title: setTitle(set),
    tip: setTip(set),
    letters: set.letters,
    cells: request.operations.map((operation) => priceCell(run, operation, set, rows)),
    bytes: bytesOf(measuredSet(run, 'insert', set.id), rows),
  }));
}

/** What stands at the set's row: the index that the one above does not have; else whose it is. */
export function setTitle({ kind, indexes, letters }: Omit<PricedSet, 'id'>): string {
  if (indexes.length === 0) return 'no index';
  if (kind === 'cumulative') {
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
export function setPhrase(
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
  operation: WriteOperation,
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
    tone: 'plain' as const,
    extra: '',
  };
  const refusal = refusalOfSet(run, operation, set.id);
  if (refusal !== null)
    return { ...none, headline: 'not possible', tip: refusal, sentence: refusal };
  if (measured?.failure) {
    const { message, hint } = measured.failure;
    const sentence = [message, hint].filter(Boolean).join(' ');
    return { ...none, headline: 'failed', tip: sentence, sentence };
  }
  if (!measured || !standing || standing.medianMs === null) {
    const sentence = 'Not measured yet.';
    return { ...none, tip: sentence, sentence };
  }
  const words = writeVerdictWords(standing.verdict, setNames(operation, set));
  const { kind } = standing.verdict;
  return {
    operation,
    time: formatDuration(standing.medianMs / rows),
    interval: besideMedian(standing.interval, measured.samplesMs, rows),
    tip: timeTip(measured, rows),
    headline: words.headline,
    ratio: words.interval,
    tone: kind.endsWith('slower') ? 'slower' : kind.endsWith('faster') ? 'faster' : 'plain',
    sentence:
      kind === 'baseline'
        ? 'The other sets are compared with this one.'
        : capitalized(words.sentence),
    extra: standing.difference ? differenceWords(differencePerRow(standing.difference, rows)) : '',
  };
}

function timeTip({ standing, samplesMs, contender }: ContenderResult, rows: number): string {
  if (!standing) return '';
  const { interval } = standing;
  const level = interval
    ? ` ${levelWords(interval.level)} interval of the median: ${durationRange(interval.low / rows, interval.high / rows)}.`
    : ' Fewer than 6 samples have no interval.';
  return `Median time a row: ${formatCountOf(samplesMs.length, 'sample')} of ${formatCountOf(rows, 'row')} each, ${techniqueWords(contender.technique)}, in one transaction that is rolled back.${level}`;
}

function techniqueWords(technique: string): string {
  return technique.endsWith('-prepared') ? 'one prepared statement run for each row' : technique;
}

function bytesOf(measured: ContenderResult | null, rows: number): PriceRow['bytes'] {
  const proof = measured?.proof;
  if (!proof) return { text: '–', tip: 'Known after the first insert with these indexes.' };
  return {
    text: grownWords(proof.grownBytes),
    tip: `What the database grew by when ${formatCountOf(rows, 'row')} ${rows === 1 ? 'was' : 'were'} inserted: pages in use afterwards less those before, times the page size. Table and indexes together${proof.grownBytes > 0 ? `; ${formatBytes(proof.grownBytes / rows)} a row` : ': the rows fit into pages that were there'}.`,
  };
}
