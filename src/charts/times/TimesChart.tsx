// Times of one query in every setup: each sample a dot, its median a line, the first run a ring.
// Keeps away from statistics: medians come in with the rows.
import { formatDuration } from '../../lib/format/format-duration.ts';
import { labelledRowsHeight } from '../axes/LabelledRows.tsx';
import { SetupRows } from '../axes/SetupRows.tsx';
import { timesTicks } from '../axes/time-axis.ts';
import { usePlace } from '../axes/use-place.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey } from '../frame/LegendKey.tsx';
import { tableDuration } from '../frame/table-duration.ts';
import { CrossMark, DiamondMark, DotMark, RingMark, staleOpacity } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import {
  type TimesModel,
  type TimesPoint,
  type TimesRow,
  type TimesStrip,
  toTimesModel,
} from './times-model.ts';

export interface TimesChartProps {
  /** Accessible name: "Times of <query>". */
  label: string;
  /** In the order of the setups, A first. */
  rows: readonly TimesRow[];
  /** Said after the caption: rounds, runs per sample, clock tick. */
  note?: string | undefined;
}

export function TimesChart({ label, rows, note }: TimesChartProps) {
  const model = toTimesModel(rows);
  return (
    <ChartFrame
      label={label}
      height={labelledRowsHeight(rows.length)}
      legend={<Legend model={model} />}
      caption={captionOf(model, note)}
      table={toTable(rows, model)}
      emptyText={model.isEmpty ? 'No times yet. Compare measures them.' : null}
    >
      {(width) => (
        <SetupRows
          width={width}
          rows={rows.map((row) => ({ ...row, title: row.name, detail: detailOf(row) }))}
          labelShare={0.4}
          domain={model.domain}
          ticks={(maxTicks) => timesTicks(model.domain, maxTicks)}
          tickRoom={46}
        >
          {model.strips.map((strip) => (
            <StripMarks key={strip.letter} strip={strip} />
          ))}
          <HoverPoints points={model.strips.flatMap(toHovered)} textOf={textOf} />
        </SetupRows>
      )}
    </ChartFrame>
  );
}

/** Half the height of a median line, in rows. */
const medianReach = 0.36;

function StripMarks({ strip }: { strip: TimesStrip }) {
  const place = usePlace();
  if (!place) return null;
  const color = setupColor(strip.letter);
  const at = (point: TimesPoint) => ({ ...place(point.x, point.y), color });
  const { median, firstRun, warmMedian } = strip;
  const top = median && place(median.x, median.y - medianReach);
  const bottom = median && place(median.x, median.y + medianReach);
  return (
    <g opacity={strip.isStale ? staleOpacity : 1}>
      {strip.points.map((point) =>
        point.isFarOut ? (
          <CrossMark key={point.sample} {...at(point)} />
        ) : (
          <DotMark key={point.sample} {...at(point)} />
        ),
      )}
      {top && bottom && (
        <path
          d={`M${top.x} ${top.y}V${bottom.y}`}
          stroke={color}
          strokeWidth={2.5}
          strokeLinecap="round"
        />
      )}
      {firstRun && <RingMark {...at(firstRun)} />}
      {warmMedian && <DiamondMark {...at(warmMedian)} />}
    </g>
  );
}

interface Hovered extends TimesPoint {
  strip: TimesStrip;
  what: string;
}

function toHovered(strip: TimesStrip): Hovered[] {
  const { points, firstRun, median, warmMedian } = strip;
  return [
    ...(firstRun ? [{ ...firstRun, strip, what: 'first run' }] : []),
    ...(warmMedian ? [{ ...warmMedian, strip, what: 'median, cache warm' }] : []),
    ...(median ? [{ ...median, strip, what: 'median' }] : []),
    ...points.map((point) => ({
      ...point,
      strip,
      what: `sample ${point.sample}${point.isFarOut ? ', far out (kept)' : ''}`,
    })),
  ];
}

function textOf({ strip, what, milliseconds }: Hovered): string {
  const stale = strip.isStale ? ', stale' : '';
  return `${strip.letter} ${strip.name}: ${formatDuration(milliseconds)}, ${what}${stale}`;
}

function detailOf(row: TimesRow): string {
  const median = row.medianMs === null ? 'not measured' : formatDuration(row.medianMs);
  return row.isStale ? `${median}, stale` : median;
}

function Legend({ model }: { model: TimesModel }) {
  return (
    <>
      <LegendKey mark="dot" text="sample" />
      <LegendKey mark="line" text="median" />
      {model.hasFarOut && <LegendKey mark="cross" text="far out" />}
      {model.hasFirstRuns && <LegendKey mark="ring" text="first run" />}
      {model.hasWarmMedians && <LegendKey mark="diamond" text="warm median" />}
    </>
  );
}

function captionOf({ undrawn }: TimesModel, note: string | undefined): string {
  const dropped = undrawn > 0 ? ` ${undrawn} below the clock's tick, not drawn.` : '';
  return `Time per run, execute and fetch; log scale. Samples far out are kept; a warm median is that of calls with a full cache.${dropped}${note ? ` ${note}` : ''}`;
}

function toTable(rows: readonly TimesRow[], model: TimesModel): ChartTable {
  const { strips, hasWarmMedians, hasFarOut } = model;
  return {
    columns: [
      'Setup',
      'Samples',
      'Median',
      'Fastest',
      'Slowest',
      'First run',
      ...(hasFarOut ? ['Far out'] : []),
      ...(hasWarmMedians ? ['Cache warm'] : []),
    ],
    rows: rows.map((row, index) => {
      const strip = strips[index];
      return [
        `${row.letter} ${row.name}${row.isStale ? ' (stale)' : ''}`,
        String(row.samplesMs.length),
        tableDuration(row.medianMs),
        tableDuration(strip?.minMs),
        tableDuration(strip?.maxMs),
        tableDuration(row.firstRunMs),
        ...(hasFarOut ? [String(strip?.points.filter((point) => point.isFarOut).length ?? 0)] : []),
        ...(hasWarmMedians ? [tableDuration(row.warmMedianMs)] : []),
      ];
    }),
  };
}
