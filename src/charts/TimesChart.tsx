// Times of one query in every setup: each sample a dot, its median a line, the first run a ring.
// Keeps away from statistics: medians come in with the rows.

import { ReferenceLine, Scatter, ScatterChart, type ScatterShapeProps, Tooltip } from 'recharts';
import { formatDuration } from '../lib/format-duration.ts';
import { ChartFrame, type ChartTable } from './ChartFrame.tsx';
import styles from './marks.module.css';
import { DiamondMark, DotMark, LegendKey, RingMark, staleOpacity } from './marks.tsx';
import { labelWidth, RowLabel } from './RowLabel.tsx';
import { SetupAxes } from './SetupAxes.tsx';
import { setupColor } from './setup-color.ts';
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

const rowHeight = 36;
const axisHeight = 26;
const tickRoom = 46;
/** Pixels at the ends of the axis that carry no tick. */
const sides = 40;
const axisPadding = { left: 8, right: 8 };
/** Half the height of a median line, in rows. */
const medianReach = 0.36;

export function TimesChart({ label, rows, note }: TimesChartProps) {
  const height = Math.max(rows.length, 1) * rowHeight + axisHeight;
  const overview = toTimesModel(rows, 8);
  return (
    <ChartFrame
      label={label}
      height={height}
      caption={<Caption model={overview} note={note} />}
      table={toTable(rows, overview)}
      emptyText={overview.isEmpty ? 'No times yet. Compare measures them.' : null}
    >
      {(width) => <Drawing rows={rows} width={width} height={height} />}
    </ChartFrame>
  );
}

function Drawing({
  rows,
  width,
  height,
}: {
  rows: readonly TimesRow[];
  width: number;
  height: number;
}) {
  const labels = labelWidth(
    rows.map((row) => ({ title: row.name, detail: detailOf(row) })),
    width,
    0.4,
  );
  const { strips, domain, ticks } = toTimesModel(
    rows,
    Math.floor((width - labels - sides) / tickRoom) + 1,
  );
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 0, right: 24, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <SetupAxes
        domain={domain}
        ticks={ticks}
        padding={axisPadding}
        height={axisHeight}
        rowCount={rows.length}
        labelWidth={labels}
        label={(at, y) => {
          const row = rows[at];
          if (!row) return null;
          return (
            <RowLabel
              x={labels}
              y={y}
              width={labels}
              letter={row.letter}
              title={row.name}
              detail={detailOf(row)}
              isStale={row.isStale}
            />
          );
        }}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active, payload }) => {
          const point: Drawn | undefined = payload[0]?.payload;
          return active && point ? <div className={styles.tooltip}>{point.text}</div> : null;
        }}
      />
      {strips.flatMap((strip) => [
        <Scatter
          key={`${strip.letter} samples`}
          data={strip.points.map((point) => drawn(point, strip, `sample ${point.sample}`))}
          shape={(mark: ScatterShapeProps) => (
            <DotMark
              x={mark.cx}
              y={mark.cy}
              color={setupColor(strip.letter)}
              isStale={strip.isStale}
            />
          )}
          isAnimationActive={false}
        />,
        strip.median && (
          <ReferenceLine
            key={`${strip.letter} median`}
            segment={[
              { x: strip.median.x, y: strip.median.y - medianReach },
              { x: strip.median.x, y: strip.median.y + medianReach },
            ]}
            stroke={setupColor(strip.letter)}
            strokeWidth={2.5}
            strokeLinecap="round"
            opacity={strip.isStale ? staleOpacity : 1}
            zIndex={620}
          />
        ),
        <Scatter
          key={`${strip.letter} first run`}
          data={strip.firstRun ? [drawn(strip.firstRun, strip, 'first run')] : []}
          shape={(mark: ScatterShapeProps) => (
            <RingMark
              x={mark.cx}
              y={mark.cy}
              color={setupColor(strip.letter)}
              isStale={strip.isStale}
            />
          )}
          isAnimationActive={false}
          zIndex={630}
        />,
        <Scatter
          key={`${strip.letter} warm`}
          data={strip.warmMedian ? [drawn(strip.warmMedian, strip, 'median, cache warm')] : []}
          shape={(mark: ScatterShapeProps) => (
            <DiamondMark
              x={mark.cx}
              y={mark.cy}
              color={setupColor(strip.letter)}
              isStale={strip.isStale}
            />
          )}
          isAnimationActive={false}
          zIndex={640}
        />,
      ])}
    </ScatterChart>
  );
}

interface Drawn extends TimesPoint {
  text: string;
}

function drawn(point: TimesPoint, strip: TimesStrip, what: string): Drawn {
  const stale = strip.isStale ? ', stale' : '';
  const text = `${strip.letter} ${strip.name}: ${formatDuration(point.milliseconds)}, ${what}${stale}`;
  return { ...point, text };
}

function detailOf(row: TimesRow): string {
  const median = row.medianMs === null ? 'not measured' : formatDuration(row.medianMs);
  return row.isStale ? `${median}, stale` : median;
}

function Caption({ model, note }: { model: TimesModel; note: string | undefined }) {
  return (
    <>
      <span className={styles.legend}>
        <LegendKey mark="dot" text="one sample" />
        <LegendKey mark="line" text="median" />
        {model.hasFirstRuns && <LegendKey mark="ring" text="first run" />}
        {model.hasWarmMedians && <LegendKey mark="diamond" text="median, cache warm" />}
      </span>
      Time per run, execute and fetch; log scale.
      {model.undrawn > 0 && ` ${model.undrawn} below the clock's tick, not drawn.`}
      {note && ` ${note}`}
    </>
  );
}

function toTable(rows: readonly TimesRow[], { strips, hasWarmMedians }: TimesModel): ChartTable {
  const columns = ['Setup', 'Samples', 'Median', 'Fastest', 'Slowest', 'First run'];
  return {
    columns: hasWarmMedians ? [...columns, 'Cache warm'] : columns,
    rows: rows.map((row, index) => {
      const strip = strips[index];
      const cells = [
        `${row.letter} ${row.name}${row.isStale ? ' (stale)' : ''}`,
        String(row.samplesMs.length),
        orNone(row.medianMs),
        orNone(strip?.minMs),
        orNone(strip?.maxMs),
        orNone(row.firstRunMs),
      ];
      return hasWarmMedians ? [...cells, orNone(row.warmMedianMs)] : cells;
    }),
  };
}

function orNone(milliseconds: number | null | undefined): string {
  return milliseconds === null || milliseconds === undefined ? '–' : formatDuration(milliseconds);
}
