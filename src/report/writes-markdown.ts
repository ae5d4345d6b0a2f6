// What a run of writes found as Markdown, with how it was measured. Pure.
import { type FindingsReport, findingsMarkdown } from './findings-markdown.ts';

const method =
  'Times are medians of writing all rows once, with their 95 % interval; ratios are of times of the same rounds. The database is a file in memory: no fsync, journal DELETE. Samples of techniques in one transaction are rolled back, those with autocommit run on fresh copies.';

/** The report as Markdown, ending in a line feed. */
export function writesMarkdown(report: Omit<FindingsReport, 'method'>): string {
  return findingsMarkdown({ ...report, method });
}
