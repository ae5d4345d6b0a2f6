// What a run of writes found, as the reports want it: Markdown to paste, files of samples. Pure.

import { formatCount } from '../../../../lib/format-count.ts';
import { formatDuration } from '../../../../lib/format-duration.ts';
import { writeSamplesCsv, writeSamplesJson } from '../../../../report/write-samples.ts';
import { writesMarkdown } from '../../../../report/writes-markdown.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { durationRange } from '../price/price-words.ts';
import type { BatchResults } from './batch-results.ts';
import type { WriteFinding } from './pair-findings.ts';
import type { TechniqueResults } from './technique-results.ts';
import { columnIds, columns } from './technique-row.ts';
import type { Unranked } from './unranked.ts';

export function techniquesMarkdown(title: string, results: TechniqueResults): string {
  const { rows, heading, course, isStale, notes, environment } = results;
  const shown = columnIds.filter((id) => rows.some(({ figures }) => figures[id] !== undefined));
  return writesMarkdown({
    title,
    heading: `${heading}: ${course}`,
    isStale,
    findings: [...toldFindings(results.findings), ...toldUnranked(results.unranked)],
    head: ['Technique', 'Setup', ...shown.map((id) => columns[id].title)],
    rows: rows.map(({ name, isBaseline, letter, setupName, figures }) => [
      isBaseline ? `${name} (baseline)` : name,
      `${letter} ${setupName}`,
      ...shown.map((id) => {
        const figure = figures[id];
        if (!figure) return '–';
        return figure.detail === '' ? figure.text : `${figure.text} (${figure.detail})`;
      }),
    ]),
    numbers: shown.flatMap((id, at) => (id === 'speed' ? [] : [at + 2])),
    notes,
    environment,
  });
}

export function batchMarkdown(title: string, results: BatchResults): string {
  const { heading, course, isStale, notes, environment, series } = results;
  const points = series.flatMap(({ letter, setupName, points: all }) =>
    all.map((point) => ({ ...point, setup: `${letter} ${setupName}` })),
  );
  const hasSimulated = points.some(({ simulatedMs }) => simulatedMs !== null);
  return writesMarkdown({
    title,
    heading: `${heading}: ${course}`,
    isStale,
    findings: [...toldFindings(results.findings), ...toldUnranked(results.unranked)],
    head: [
      ...['Rows a statement', 'Setup', 'Time', 'Against the first size', 'Round trips'],
      ...(hasSimulated ? ['Simulated'] : []),
    ],
    rows: points.map(({ batchSize, setup, medianMs, lowMs, highMs, ...point }) => [
      formatCount(batchSize),
      setup,
      medianMs === null
        ? '–'
        : `${formatDuration(medianMs)}${lowMs === null || highMs === null ? '' : ` (${durationRange(lowMs, highMs)})`}`,
      point.verdict,
      point.roundTrips === null ? '–' : formatCount(point.roundTrips),
      ...(hasSimulated
        ? [point.simulatedMs === null ? '–' : formatDuration(point.simulatedMs)]
        : []),
    ]),
    numbers: [0, 2, 4, 5],
    notes,
    environment,
  });
}

/** A file of all samples of the run. */
export function writesSamplesFile(
  run: WritesRun,
  format: 'csv' | 'json',
): { name: string; text: string } {
  const { request, setups } = run.subject;
  const measured = {
    ...run,
    request,
    groupNames: Object.fromEntries(setups.map(({ id, letter, name }) => [id, `${letter} ${name}`])),
  };
  const name = `writes-${request.kind}.${format}`;
  if (format === 'csv') return { name, text: writeSamplesCsv(measured) };
  const { groupNames, opened, samples, proofs, failures, standing, counts } = measured;
  return {
    name,
    text: writeSamplesJson({
      request,
      groupNames,
      opened,
      samples,
      proofs,
      failures,
      standing,
      counts,
    }),
  };
}

function toldFindings(findings: readonly WriteFinding[]): string[] {
  return findings.map(({ letters, text }) =>
    letters.length === 1 ? `${letters[0]}: ${text}` : text,
  );
}

function toldUnranked(unranked: readonly Unranked[]): string[] {
  return unranked.map(
    ({ letter, name, reason }) => `${letter ? `${letter}: ` : ''}${name}: ${reason}`,
  );
}
