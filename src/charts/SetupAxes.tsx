// The frame that charts with a row per setup share: ticks of a log axis below, setups at the left.
// Where marks stand is for the models; what they look like for the charts.
import type { ReactNode } from 'react';
import { CartesianGrid, XAxis, YAxis } from 'recharts';
import styles from './marks.module.css';

export interface SetupAxesProps {
  domain: [number, number];
  ticks: readonly { at: number; label: string }[];
  /** Room at both ends of the axis, in pixels. */
  padding: { left: number; right: number };
  height: number;
  rowCount: number;
  /** Width of the labels at the left. */
  labelWidth: number;
  /** The label of a row, drawn at this height. */
  label: (row: number, y: number) => ReactNode;
}

export function SetupAxes({
  domain,
  ticks,
  padding,
  height,
  rowCount,
  labelWidth,
  label,
}: SetupAxesProps) {
  const labelOf = new Map(ticks.map((tick) => [tick.at, tick.label]));
  return (
    <>
      <CartesianGrid horizontal={false} stroke="var(--line)" syncWithTicks />
      <XAxis
        type="number"
        dataKey="x"
        domain={domain}
        padding={padding}
        ticks={ticks.map((tick) => tick.at)}
        tickFormatter={(at: number) => labelOf.get(at) ?? ''}
        interval={0}
        height={height}
        axisLine={false}
        tickLine={false}
        tick={{ className: styles.tick, fill: undefined }}
      />
      <YAxis
        type="number"
        dataKey="y"
        domain={[-0.5, Math.max(rowCount, 1) - 0.5]}
        reversed
        ticks={Array.from({ length: rowCount }, (_, row) => row)}
        interval={0}
        width={labelWidth}
        axisLine={false}
        tickLine={false}
        tick={({ y, payload }) => label(Number(payload.value), Number(y))}
      />
    </>
  );
}
