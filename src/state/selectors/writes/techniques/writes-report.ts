// What a run of techniques or batch sizes found, as Markdown to paste. Pure.

import { formatCount } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { medianText } from '../../../../lib/format/median-text.ts';
import { writesMarkdown } from '../../../../report/writes-markdown.ts';
import { toldFindings } from '../run/told-findings.ts';
import type { BatchResults } from './batch-results.ts';
import { columnIds, columns } from './table/technique-row.ts';
import type { TechniqueResults } from './technique-results.ts';
import type { Unranked } from './unranked.ts';

export function techniquesMarkdown(title: string, results: TechniqueResults): string {
  const { rows, frame } = results;
  const shown = columnIds.filter((id) => rows.some(({ figures }) => figures[id] !== undefined));
  return writesMarkdown({
    title,
    heading: `${frame.heading}: ${frame.course}`,
    isStale: frame.isStale,
    findings: [...toldFindings(frame.findings), ...toldUnranked(results.unranked)],
    tables: [
      {
        title: null,
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
      },
    ],
    notes: frame.notes,
    environment: frame.environment,
  });
}

export function batchMarkdown(title: string, results: BatchResults): string {
  const { frame, series } = results;
  const points = series.flatMap(({ letter, setupName, points: all }) =>
    all.map((point) => ({ ...point, setup: `${letter} ${setupName}` })),
  );
  const hasWork = points.some(({ work }) => work !== null);
  const hasSimulated = points.some(({ simulatedMs }) => simulatedMs !== null);
  return writesMarkdown({
    title,
    heading: `${frame.heading}: ${frame.course}`,
    isStale: frame.isStale,
    findings: [...toldFindings(frame.findings), ...toldUnranked(results.unranked)],
    tables: [
      {
        title: null,
        head: [
          'Rows a statement',
          'Setup',
          'Time',
          'Against the first size',
          'Round trips',
          ...(hasSimulated ? ['Simulated'] : []),
          ...(hasWork ? ['Counted'] : []),
        ],
        rows: points.map(({ batchSize, setup, ...point }) => [
          formatCount(batchSize),
          setup,
          medianText(point),
          point.verdict,
          point.roundTrips === null ? '–' : formatCount(point.roundTrips),
          ...(hasSimulated
            ? [point.simulatedMs === null ? '–' : formatDuration(point.simulatedMs)]
            : []),
          ...(hasWork ? [point.work?.text ?? '–'] : []),
        ]),
        numbers: [0, 2, 4, ...(hasSimulated ? [5] : [])],
      },
    ],
    notes: frame.notes,
    environment: frame.environment,
  });
}

function toldUnranked(unranked: readonly Unranked[]): string[] {
  return unranked.map(
    ({ letter, name, reason }) => `${letter ? `${letter}: ` : ''}${name}: ${reason}`,
  );
}
