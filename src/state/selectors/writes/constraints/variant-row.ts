// A variant of the table as a row: what the load into it takes, against the one without constraints.
// Pure; which variants there are is the engine's affair.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import { errorSentence } from '../../../../engine/model/errors.ts';
import { variantsGroupId } from '../../../../engine/model/writes/group-ids.ts';
import type {
  TableVariant,
  WriteContender,
  WriteCounters,
} from '../../../../engine/model/writes/writes.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { type DurationText, durationTextOf } from '../../../../lib/format/duration-unit.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { workOf } from '../counts/counted-work.ts';
import type { CountedFigure } from '../counts/work-words.ts';
import { rowWork } from '../price/price-rows.ts';
import { contenderResult } from '../run/contender-result.ts';
import {
  besideMedian,
  differencePerRow,
  differenceWords,
  grownWords,
  medianLevelSentence,
  toneOf,
  type VerdictTone,
} from '../run/figure-words.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';

export interface VariantRow {
  id: string;
  name: string;
  kind: TableVariant['kind'];
  isBaseline: boolean;
  /** The table of the playground has it; what is not is only tried. */
  isOwn: boolean;
  /** CREATE statements of it. */
  sql: string;
  note: string;
  /** Median a row: '3.10 µs'. */
  time: string;
  /** '3.02–3.18 µs'; below 6 samples all of them. */
  interval: string;
  tip: string;
  verdict: Verdict | null;
  /** '1.4× slower', 'baseline', 'not possible'. */
  headline: string;
  /** '1.35–1.44'. */
  ratio: string;
  tone: VerdictTone;
  sentence: string;
  /** '+1.20 µs (1.15–1.27 µs)' a row; empty for the baseline. */
  extra: string;
  /** The counted work of a row; null before it is counted. */
  work: CountedFigure | null;
  /** Of the whole run. */
  counters: WriteCounters | null;
  bytes: string;
  /** Why it was not measured. */
  refusal: string | null;
}

/** How the contenders of a group are measured and spoken of. */
export interface VariantMeasure {
  isOfGroup: (groupId: string) => boolean;
  /** Times are divided by it: the rows of a load; 1 where all of a run is told. */
  rows: number;
  /** What a sample is: 'of 10,000 rows each'. */
  sample: string;
  /** 'Median time a row'. */
  what: string;
  phrase: (variant: TableVariant) => string;
  baseline: string;
}

/** Loads into variants of the table, told a row. */
export function loadsOf(rows: number): VariantMeasure {
  return {
    isOfGroup: (groupId) => groupId === variantsGroupId,
    rows,
    what: 'Median time a row',
    sample: `of ${formatCountOf(rows, 'row')} each`,
    phrase: variantPhrase,
    baseline: 'loading the same table without constraints',
  };
}

/** The baseline first, then the table's own, then those tried; refused ones among them. */
export function variantRows(run: WritesRun, measure: VariantMeasure): VariantRow[] {
  const refusals = new Map(
    (run.opened?.refused ?? []).map(({ contender, reason }) => [contender.id, reason]),
  );
  const known = new Map(
    [
      ...(run.opened?.contenders ?? []),
      ...(run.opened?.refused ?? []).map(({ contender }) => contender),
    ].map((contender) => [contender.id, contender]),
  );
  const group = [...known.values()].flatMap((contender) =>
    contender.subject.kind === 'variant' && measure.isOfGroup(contender.groupId)
      ? [{ contender, variant: contender.subject.variant }]
      : [],
  );
  // One unit for the whole column.
  const medians = group.flatMap(
    ({ contender }) => contenderResult(run, contender).standing?.medianMs ?? [],
  );
  const text = durationTextOf(medians.map((each) => each / measure.rows));
  const all = group.map(({ contender, variant }) =>
    variantRow(
      run,
      { contender, variant, refusal: refusals.get(contender.id) ?? null },
      measure,
      text,
    ),
  );
  const rank = (row: VariantRow) => (row.isBaseline ? 0 : row.isOwn ? 1 : 2);
  return all.sort((a, b) => rank(a) - rank(b));
}

interface VariantContender {
  contender: WriteContender;
  variant: TableVariant;
  refusal: string | null;
}

function variantRow(
  run: WritesRun,
  { contender, variant, refusal }: VariantContender,
  { rows, what, sample, phrase, baseline }: VariantMeasure,
  text: DurationText,
): VariantRow {
  const { standing, samplesMs, proof, failure } = contenderResult(run, contender);
  const { interval = null, medianMs = null, verdict = null, difference = null } = standing ?? {};
  const words = verdict
    ? writeVerdictWords(verdict, {
        setup: phrase(variant),
        baseline,
      })
    : null;
  const problem = refusal ?? (failure && errorSentence(failure));
  return {
    id: contender.id,
    name: variant.name,
    kind: variant.kind,
    isBaseline: contender.isBaseline,
    isOwn: variant.isOwn,
    sql: variant.sql,
    note: variant.note ?? '',
    time: medianMs === null ? '–' : text(medianMs / rows),
    interval: besideMedian(interval, samplesMs, rows, text),
    tip:
      medianMs === null
        ? (problem ?? 'Not measured yet.')
        : `${what}: ${formatCountOf(samplesMs.length, 'sample')} ${sample}.${medianLevelSentence(interval, rows)}`,
    verdict,
    headline: refusal ? 'not possible' : failure ? 'failed' : (words?.headline ?? ''),
    ratio: problem ? '' : (words?.interval ?? ''),
    tone: toneOf(verdict),
    sentence: problem ?? capitalized(words?.sentence ?? 'not measured yet.'),
    extra: difference ? differenceWords(differencePerRow(difference, rows), text) : '',
    work: rowWork(run, contender.id, rows),
    counters: workOf(run, contender.id),
    bytes: proof ? grownWords(proof.grownBytes) : '–',
    refusal: problem,
  };
}

/** How a sentence calls the load into it: 'loading with CHECK (price >= 0)'. */
function variantPhrase({ kind, name }: TableVariant): string {
  if (kind === 'none') return 'loading without constraints';
  return kind === 'as-is' ? 'loading the table as written' : `loading with ${name}`;
}
