// A chart with two continuous axes: grid, ticks, and room for letters around the plot.
// Keeps away from marks; charts draw them as children, with usePlace.
import type { ReactNode } from 'react';
import { CartesianGrid, ScatterChart, YAxis } from 'recharts';
import styles from '../marks/marks.module.css';
import type { AxisTick } from './log-axis.ts';
import { ValueAxis } from './ValueAxis.tsx';

export interface PlotAxis {
  domain: [number, number];
  /** Given how many labels have room. */
  ticks: (maxTicks: number) => readonly AxisTick[];
  /** Pixels that a tick's label takes along the x axis. */
  tickRoom?: number | undefined;
}

export interface PlotProps {
  /** Pixels of the drawing. */
  width: number;
  height: number;
  x: PlotAxis;
  y: PlotAxis;
  /** Written at the end of the x axis; null draws an axis without labels, for a plot above another. */
  xTitle: string | null;
  /** Written above the y axis. */
  yTitle: string;
  /** Pixels above the plot, at least what the title needs, and at its right. */
  above?: number | undefined;
  right?: number | undefined;
  children: ReactNode;
}

const yAxisWidth = 56;
const xAxisHeight = 22;
const xTitleHeight = 14;
const titleHeight = 22;
const rightRoom = 26;
const padding = { left: 8, right: 8 };

/** Pixels of the first and the last place of the x axis in a drawing of this width. */
export function plotSpan(width: number, right = rightRoom): { left: number; right: number } {
  return { left: yAxisWidth + padding.left, right: width - right - padding.right };
}

export function Plot({
  width,
  height,
  x,
  y,
  xTitle,
  yTitle,
  above = titleHeight,
  right = rightRoom,
  children,
}: PlotProps) {
  const below = xTitle === null ? 6 : xTitleHeight;
  const axisHeight = xTitle === null ? 1 : xAxisHeight;
  const span = plotSpan(width, right);
  const xTicks = x.ticks(Math.floor((span.right - span.left) / (x.tickRoom ?? 46)) + 1);
  const yTicks = y.ticks(Math.floor((height - above - axisHeight - below) / 26) + 1);
  const yLabels = new Map(yTicks.map((tick) => [tick.at, tick.label]));
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: above, right, bottom: below, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--line)" syncWithTicks />
      <ValueAxis
        domain={x.domain}
        ticks={xTicks}
        padding={padding}
        height={axisHeight}
        isLabelled={xTitle !== null}
      />
      <YAxis
        type="number"
        domain={y.domain}
        allowDataOverflow
        ticks={yTicks.map((tick) => tick.at)}
        tickFormatter={(at: number) => yLabels.get(at) ?? ''}
        interval={0}
        width={yAxisWidth}
        axisLine={false}
        tickLine={false}
        tick={{ className: styles.tick, fill: undefined }}
      />
      <text className={styles.direction} x={0} y={12}>
        {yTitle}
      </text>
      {xTitle !== null && (
        <text className={styles.direction} x={span.right} y={height - 3} textAnchor="end">
          {xTitle}
        </text>
      )}
      {children}
    </ScatterChart>
  );
}
