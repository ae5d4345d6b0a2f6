// A chart of rows: a label at the left of each, an axis below, marks from the chart.
// Keeps away from what the rows are and mean; who uses it draws the labels.
import type { ReactNode } from 'react';
import { CartesianGrid, ScatterChart, YAxis } from 'recharts';
import type { AxisTick } from './log-axis.ts';
import { ValueAxis } from './ValueAxis.tsx';

export interface LabelledRowsProps {
  /** Pixels. */
  width: number;
  rowCount: number;
  /** Pixels that labels take. */
  labelWidth: number;
  /** The label of a row; y is its middle. */
  label: (row: number, y: number) => ReactNode;
  domain: [number, number];
  /** The axis' ticks, given how many have room. */
  ticks: (maxTicks: number) => readonly AxisTick[];
  /** Pixels that a tick's label takes. */
  tickRoom: number;
  /** Pixels between the axis' ends and the plot's, at the right also room for marks' labels. */
  padding?: { left: number; right: number } | undefined;
  /** Pixels kept free below the axis. */
  below?: number | undefined;
  /** Marks; they find their pixels with usePlace: x on the axis, y counts rows from the top. */
  children: ReactNode;
}

const rowHeight = 36;
const axisHeight = 26;
const rightMargin = 24;
const usualPadding = { left: 8, right: 8 };

/** Pixels that a chart with this many rows is high. */
export function labelledRowsHeight(rowCount: number, below = 0): number {
  return Math.max(rowCount, 1) * rowHeight + axisHeight + below;
}

export function LabelledRows({
  width,
  rowCount,
  labelWidth,
  label,
  domain,
  ticks,
  tickRoom,
  padding = usualPadding,
  below = 0,
  children,
}: LabelledRowsProps) {
  const room = width - labelWidth - rightMargin - padding.left - padding.right;
  const shown = ticks(Math.floor(room / tickRoom) + 1);
  return (
    <ScatterChart
      width={width}
      height={labelledRowsHeight(rowCount, below)}
      margin={{ top: 0, right: rightMargin, bottom: below, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke="var(--line)" syncWithTicks />
      <ValueAxis domain={domain} ticks={shown} padding={padding} height={axisHeight} />
      <YAxis
        type="number"
        domain={[-0.5, Math.max(rowCount, 1) - 0.5]}
        allowDataOverflow
        reversed
        ticks={Array.from({ length: rowCount }, (_, row) => row)}
        interval={0}
        width={labelWidth}
        axisLine={false}
        tickLine={false}
        tick={({ y, payload }) => <>{label(Number(payload.value), Number(y))}</>}
      />
      {children}
    </ScatterChart>
  );
}
