// What constraints cost and what they protect, as Markdown to paste. Pure.
import { findingsMarkdown, type ReportTable } from '../../../../report/findings-markdown.ts';
import { writesMarkdown } from '../../../../report/writes-markdown.ts';
import { figureText } from '../run/figure-words.ts';
import { toldFindings } from '../run/told-findings.ts';
import type { ConstraintCost } from './constraint-cost.ts';
import type { Protection } from './protection.ts';
import type { VariantRow } from './variant-row.ts';

export function costMarkdown(title: string, cost: ConstraintCost): string {
  const { frame, variants, parents, method } = cost;
  const { heading, course, isStale, environment, notes, findings } = frame;
  return writesMarkdown({
    title,
    heading: `${heading} (${course})`,
    isStale,
    environment,
    notes: [...notes, ...method],
    findings: toldFindings([...findings, ...(parents?.findings ?? [])]),
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
        ? figureText(
            figure.time,
            figure.interval,
            figure.headline,
            figure.ratio,
            figure.extra,
            figure.work,
          )
        : `${figure.headline}: ${refusal}`,
      bytes,
    ]),
    numbers: [],
  };
}

/** Which row breaks each constraint, SQLite's message, and what remained under each clause. */
export function protectionMarkdown(title: string, protection: Protection): string {
  const { heading, isStale, findings, trials, remained, clauses, notes, method } = protection;
  return findingsMarkdown({
    title,
    heading,
    isStale,
    notes,
    environment: null,
    findings: [
      ...toldFindings(findings),
      ...trials.map((trial) => {
        const { title: name, status, breach, message, reason } = trial;
        if (status === 'not-tried') return `${name}: not tried. ${reason}`;
        return `${name}: ${breach}: ${message === '' ? `accepted. ${reason}` : message}`;
      }),
    ],
    tables: [
      {
        title: 'What remained',
        head: ['Constraint', ...clauses.map(({ name }) => `OR ${name}`)],
        rows: remained.map(({ constraints, outcomes }) => [
          constraints.map(({ sql, about }) => (about ? `${sql} of ${about}` : sql)).join('; '),
          ...outcomes.map(({ headline, kept }) => `${headline}: ${kept}`),
        ]),
        numbers: [],
      },
    ],
    method,
  });
}
