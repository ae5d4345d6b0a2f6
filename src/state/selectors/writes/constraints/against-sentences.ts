// What a variant costs against another one than that without constraints: WITHOUT ROWID against the
// same key in a table with a rowid. Pure; a figure never stands without its interval.
import { variantsGroupId } from '../../../../engine/model/writes/group-ids.ts';
import type { TableVariant, WriteContender } from '../../../../engine/model/writes/writes.ts';
import { findingOf } from '../../../../engine/statistics/verdict-finding.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { contenderResult } from '../run/contender-result.ts';
import type { Finding } from '../run/finding.ts';
import { verdictBetween } from '../run/verdict-between.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';

interface Load {
  contender: WriteContender;
  variant: TableVariant;
}

/** One for each variant that names another to be compared with, once that can be told. */
export function againstSentences(run: WritesRun): Finding[] {
  const loads = (run.opened?.contenders ?? []).flatMap((contender): Load[] =>
    contender.groupId === variantsGroupId && contender.subject.kind === 'variant'
      ? [{ contender, variant: contender.subject.variant }]
      : [],
  );
  return loads.flatMap((load) => {
    const other = loads.find(({ variant }) => variant.id === load.variant.against);
    // All against the baseline, and this one.
    return other ? sentenceOn(run, load, other, loads.length) : [];
  });
}

function sentenceOn(run: WritesRun, load: Load, other: Load, comparisons: number): Finding[] {
  const [one, against] = [load, other].map(({ contender }) => contenderResult(run, contender));
  if (!one || !against) return [];
  const verdict = verdictBetween(run, one, against, comparisons);
  const finding = findingOf(verdict.kind);
  if (finding !== 'faster' && finding !== 'slower' && finding !== 'equal') return [];
  const { headline, interval, sentence } = writeVerdictWords(verdict, {
    setup: `loading with ${load.variant.name}`,
    baseline: `loading with ${other.variant.name}`,
  });
  const names = [load.variant.name, other.variant.name] as const;
  const text =
    finding === 'equal'
      ? `No meaningful difference between ${names[0]} and ${names[1]} (${interval}).`
      : `${names[0]} is ${headline} than ${names[1]} (${interval}).`;
  return [
    {
      letters: [],
      text,
      explanation: `${capitalized(sentence)} From samples of the same rounds.`,
    },
  ];
}
