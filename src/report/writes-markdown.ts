// What a run of writes found as Markdown: sentences, a table, notes, the machine.
// Pure: whoever asks has the words already; names in them are anyone's and are escaped.
import { inlineText, markdownTable } from './markdown-text.ts';

export interface WritesReport {
  title: string;
  /** '10,000 inserts into products'. */
  heading: string;
  isStale: boolean;
  /** Sentences; each names the setup that it speaks of. */
  findings: string[];
  head: string[];
  rows: string[][];
  /** Positions of columns set flush right. */
  numbers: number[];
  notes: string[];
  environment: string | null;
}

const method =
  'Times are medians of writing all rows once, with their 95 % interval; ratios are of times of the same rounds. The database is a file in memory: no fsync, journal DELETE. Samples of techniques in one transaction are rolled back, those with autocommit run on fresh copies.';

/** The report as Markdown, ending in a line feed. */
export function writesMarkdown(report: WritesReport): string {
  const { head, rows } = report;
  const table = markdownTable(
    head.map(inlineText),
    rows.map((row) => row.map(inlineText)),
    new Set(report.numbers),
  );
  const blocks = [
    `## ${inlineText(report.title) || 'Untitled playground'}`,
    `### ${inlineText(report.heading)}`,
    ...(report.isStale ? ['Stale: the playground has changed since this was measured.'] : []),
    list(report.findings),
    rows.length === 0 ? '' : table,
    list(report.notes),
    method,
    report.environment === null ? '' : inlineText(report.environment),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${inlineText(line)}`).join('\n');
}
