// What constraints cost and what they protect, as Markdown to paste. Pure.
import { findingsMarkdown, type ReportTable } from '../../../../report/findings-markdown.ts';
import { writesMarkdown } from '../../../../report/writes-markdown.ts';
import { figureText } from '../price/price-report.ts';
import { toldFindings } from '../run/told-findings.ts';
import type { ConstraintCost } from './constraint-cost.ts';
import type { Protection } from './protection.ts';
import type { VariantRow } from './variant-row.ts';

export function costMarkdown(title: string, cost: ConstraintCost): string {
  const { heading, isStale, environment, notes, sentences, variants, parents } = cost;
  return writesMarkdown({
    title,
    heading,
    isStale,
    environment,
    notes,
    findings: toldFindings([...sentences, ...(parents?.sentences ?? [])]),
    tables: [
      variantsTable(null, ['Constraint', 'Insert, time a row'], variants),
      ...(parents
        ? [
            variantsTable(
              'What deleting parents costs',
              ['Foreign key', 'All deletes, time'],
              parents.variants,
            ),
          ]
        : []),
    ],
  });
}

function variantsTable(
  title: string | null,
  heads: readonly string[],
  variants: readonly VariantRow[],
): ReportTable {
  return {
    title,
    head: [...heads, 'Grows by'],
    rows: variants.map(({ name, isOwn, refusal, bytes, ...figure }) => [
      isOwn || refusal !== null ? name : `${name} (tried)`,
      refusal === null
        ? figureText(figure.time, figure.interval, figure.headline, figure.ratio, figure.extra)
        : `${figure.headline}: ${refusal}`,
      bytes,
    ]),
    numbers: [],
  };
}

/** Which row breaks each constraint, SQLite's message, and what remained under each clause. */
export function protectionMarkdown(title: string, protection: Protection): string {
  const { heading, isStale, trials, clauses, notes, method } = protection;
  const nameOf = ({ sql, about }: (typeof trials)[number]) =>
    about === '' ? sql : `${sql} of ${about}`;
  return findingsMarkdown({
    title,
    heading,
    isStale,
    notes,
    environment: null,
    findings: trials.map((trial) => {
      const { status, breach, message, reason } = trial;
      if (status === 'not-tried') return `${nameOf(trial)}: not tried. ${reason}`;
      return `${nameOf(trial)}: ${breach}: ${message === '' ? `accepted. ${reason}` : message}`;
    }),
    tables: [
      {
        title: 'What remained',
        head: ['Constraint', ...clauses.map(({ name }) => `OR ${name}`)],
        rows: trials
          .filter(({ status }) => status === 'tried')
          .map((trial) => [
            nameOf(trial),
            ...trial.outcomes.map(({ headline, words }) => `${headline}: ${words}`),
          ]),
        numbers: [],
      },
    ],
    method,
  });
}
