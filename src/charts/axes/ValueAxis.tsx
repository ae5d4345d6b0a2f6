// The x axis of every chart: ticks where the chart says, labels below, no line of its own.
// Keeps away from what the values are; ticks come with their labels.
import { XAxis } from 'recharts';
import styles from '../marks/marks.module.css';
import type { AxisTick } from './log-axis.ts';

export interface ValueAxisProps {
  domain: [number, number];
  ticks: readonly AxisTick[];
  /** Pixels between the axis' ends and the plot's. */
  padding: { left: number; right: number };
  /** Pixels. */
  height: number;
  /** False for a plot above another, which has the labels. */
  isLabelled?: boolean | undefined;
}

export function ValueAxis({ domain, ticks, padding, height, isLabelled = true }: ValueAxisProps) {
  const labels = new Map(ticks.map((tick) => [tick.at, tick.label]));
  return (
    <XAxis
      type="number"
      domain={domain}
      // The marks are no data of the chart: the axis stands on its domain alone. That takes this
      // switch, and a key, without which Recharts would count the data.
      allowDataOverflow
      dataKey="x"
      padding={padding}
      ticks={ticks.map((tick) => tick.at)}
      tickFormatter={(at: number) => labels.get(at) ?? ''}
      interval={0}
      height={height}
      axisLine={false}
      tickLine={false}
      tick={isLabelled && { className: styles.tick, fill: undefined }}
    />
  );
}
