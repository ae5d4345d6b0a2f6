// A chart with a named row for each thing, an axis below, and marks from the chart.
// As SetupRows, for things that are no setups. Keeps away from what the rows mean.
import type { ReactNode } from 'react';
import { CartesianGrid, ScatterChart, XAxis, YAxis } from 'recharts';
import type { AxisTick } from '../axes/log-axis.ts';
import styles from '../marks/marks.module.css';
import { fitMiddle, fitText, textWidth } from '../marks/text-width.ts';

export interface NamedRowsProps {
  /** Pixels. */
  width: number;
  rows: readonly { title: string; detail: string }[];
  domain: [number, number];
  /** The axis' ticks, given how many have room. */
  ticks: (maxTicks: number) => readonly AxisTick[];
  /** Pixels that a tick's label takes. */
  tickRoom: number;
  /** Pixels kept free below the axis. */
  below: number;
  children: ReactNode;
}

const rowHeight = 36;
const axisHeight = 26;
const rightMargin = 20;
const padding = { left: 10, right: 10 };
const gap = 12;
/** The part of the width that names may take at most. */
const labelShare = 0.46;
const fonts = { title: '500 12px', detail: '400 11.5px' };

/** Pixels that a chart with this many rows is high. */
export function namedRowsHeight(rowCount: number, below: number): number {
  return Math.max(rowCount, 1) * rowHeight + axisHeight + below;
}

export function NamedRows({
  width,
  rows,
  domain,
  ticks,
  tickRoom,
  below,
  children,
}: NamedRowsProps) {
  const labels = labelWidth(rows, width);
  const room = width - labels - rightMargin - padding.left - padding.right;
  const shown = ticks(Math.floor(room / tickRoom) + 1);
  const labelOf = new Map(shown.map((tick) => [tick.at, tick.label]));
  return (
    <ScatterChart
      width={width}
      height={namedRowsHeight(rows.length, below)}
      margin={{ top: 0, right: rightMargin, bottom: below, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke="var(--line)" syncWithTicks />
      <XAxis
        type="number"
        domain={domain}
        // The marks are no data of the chart: the axis stands on its domain alone. That takes this
        // switch, and on the x axis a key, without which Recharts would count the data.
        allowDataOverflow
        dataKey="x"
        padding={padding}
        ticks={shown.map((tick) => tick.at)}
        tickFormatter={(at: number) => labelOf.get(at) ?? ''}
        interval={0}
        height={axisHeight}
        axisLine={false}
        tickLine={false}
        tick={{ className: styles.tick, fill: undefined }}
      />
      <YAxis
        type="number"
        domain={[-0.5, Math.max(rows.length, 1) - 0.5]}
        allowDataOverflow
        reversed
        ticks={rows.map((_, row) => row)}
        interval={0}
        width={labels}
        axisLine={false}
        tickLine={false}
        tick={({ y, payload }) => {
          const row = rows[Number(payload.value)];
          if (!row) return null;
          return (
            <g>
              <title>{`${row.title}${row.detail ? `, ${row.detail}` : ''}`}</title>
              <text className={styles.title} x={0} y={Number(y) - 3}>
                {fitMiddle(row.title, fonts.title, labels - gap)}
              </text>
              <text className={styles.detail} x={0} y={Number(y) + 12}>
                {fitText(row.detail, fonts.detail, labels - gap)}
              </text>
            </g>
          );
        }}
      />
      {children}
    </ScatterChart>
  );
}

function labelWidth(rows: NamedRowsProps['rows'], chartWidth: number): number {
  const widest = rows.reduce(
    (most, { title, detail }) =>
      Math.max(most, textWidth(title, fonts.title), textWidth(detail, fonts.detail)),
    0,
  );
  return Math.round(Math.min(Math.max(Math.ceil(widest) + gap, 90), chartWidth * labelShare));
}
