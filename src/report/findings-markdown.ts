// What a lab found as Markdown: sentences, tables, notes, the machine.
// Pure: whoever asks has the words already; names in them are anyone's and are escaped.
import { inlineText, markdownTable } from './markdown-text.ts';

export interface FindingsReport {
  /** Of the playground. */
  title: string;
  /** '10,000 inserts into products'. */
  heading: string;
  isStale: boolean;
  /** Sentences; each names the setup that it speaks of. */
  findings: string[];
  /** Those without a row are left out. */
  tables: ReportTable[];
  notes: readonly string[];
  /** How all of it was obtained; empty where the notes say it. */
  method: string;
  environment: string | null;
}

export interface ReportTable {
  /** Null where the heading says it. */
  title: string | null;
  head: string[];
  rows: string[][];
  /** Positions of columns set flush right. */
  numbers: number[];
}

/** The report as Markdown, ending in a line feed. */
export function findingsMarkdown(report: FindingsReport): string {
  const blocks = [
    `## ${inlineText(report.title) || 'Untitled playground'}`,
    `### ${inlineText(report.heading)}`,
    ...(report.isStale ? ['Stale: the playground has changed since this was measured.'] : []),
    list(report.findings),
    ...report.tables.filter(({ rows }) => rows.length > 0).flatMap(tableBlocks),
    list(report.notes),
    report.method,
    report.environment === null ? '' : inlineText(report.environment),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function tableBlocks({ title, head, rows, numbers }: ReportTable): string[] {
  const table = markdownTable(
    head.map(inlineText),
    rows.map((row) => row.map(inlineText)),
    new Set(numbers),
  );
  return title === null ? [table] : [`#### ${inlineText(title)}`, table];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${inlineText(line)}`).join('\n');
}
