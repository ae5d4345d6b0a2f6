// The rows of the chart of rates: the techniques' names, each lane's letter, the axis below and, as
// many techniques are higher than a window, its labels above as well.
// Keeps away from marks; places come from the model.
import type { ReactNode } from 'react';
import { CartesianGrid, ScatterChart, usePlotArea, YAxis } from 'recharts';
import { countTicks } from '../axes/count-axis.ts';
import { usePlace } from '../axes/use-place.ts';
import { ValueAxis } from '../axes/ValueAxis.tsx';
import styles from '../marks/marks.module.css';
import { setupColor } from '../marks/setup-color.ts';
import { fitText, textWidth } from '../marks/text-width.ts';
import type { RatesModel } from './rates-model.ts';

export interface RateRowsProps {
  /** Pixels. */
  width: number;
  model: RatesModel;
  isStacked: boolean;
  children: ReactNode;
}

const axisHeight = 24;
const topHeight = 20;
const titleHeight = 14;
const rightMargin = 16;
const padding = { left: 8, right: 8 };
const letterWidth = 20;
const nameFont = '500 12px';
const nameShare = 0.36;

/** Pixels of a drawing whose groups are so high. */
export function rateRowsHeight(groups: number, isStacked: boolean): number {
  return aboveRows(isStacked) + Math.max(groups, 40) + axisHeight + titleHeight;
}

/** Where there are no names beside the lanes the unit has a line of its own. */
function aboveRows(isStacked: boolean): number {
  return topHeight + (isStacked ? titleHeight : 0);
}

export function RateRows({ width, model, isStacked, children }: RateRowsProps) {
  const names = isStacked ? 0 : namesWidth(model, width);
  const left = names + letterWidth;
  const height = rateRowsHeight(model.height, isStacked);
  const ticks = countTicks(model.domain, Math.floor((width - left - rightMargin) / 46) + 1);
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: aboveRows(isStacked), right: rightMargin, bottom: titleHeight, left: 0 }}
      accessibilityLayer={false}
    >
      <Bands model={model} width={width} />
      <CartesianGrid horizontal={false} stroke="var(--line)" syncWithTicks />
      <ValueAxis domain={model.domain} ticks={ticks} padding={padding} height={axisHeight} />
      <YAxis
        type="number"
        domain={[0, Math.max(model.height, 40)]}
        allowDataOverflow
        reversed
        width={left}
        axisLine={false}
        tickLine={false}
        tick={false}
      />
      <TopLabels ticks={ticks} />
      <Names model={model} room={isStacked ? width : names - 8} />
      <text className={styles.direction} x={0} y={topHeight - 7}>
        rows/s
      </text>
      <text className={styles.direction} x={width - rightMargin} y={height - 3} textAnchor="end">
        rows a second
      </text>
      {children}
    </ScatterChart>
  );
}

function TopLabels({ ticks }: { ticks: ReturnType<typeof countTicks> }) {
  const plot = usePlotArea();
  const place = usePlace();
  if (!plot || !place) return null;
  return (
    <g>
      {ticks.map(({ at, label }) => (
        <text
          key={at}
          className={styles.tick}
          x={place(at, 0).x}
          y={plot.y - 7}
          textAnchor="middle"
        >
          {label}
        </text>
      ))}
    </g>
  );
}

/** Behind the baseline's lanes, and lines between the techniques. */
function Bands({ model, width }: { model: RatesModel; width: number }) {
  const plot = usePlotArea();
  if (!plot) return null;
  return (
    <g>
      {model.groups.map(({ group, top, height }, at) => (
        <g key={group.name}>
          {group.isBaseline && (
            <rect
              className={styles.band}
              x={0}
              y={plot.y + top + 1}
              width={width}
              height={height - 2}
              rx={4}
              opacity={0.5}
            />
          )}
          {at > 0 && <path d={`M0 ${plot.y + top}H${width}`} stroke="var(--line)" />}
        </g>
      ))}
    </g>
  );
}

function Names({ model, room }: { model: RatesModel; room: number }) {
  const plot = usePlotArea();
  if (!plot) return null;
  return (
    <g>
      {model.groups.map(({ group, labelY }) => (
        <g key={group.name}>
          <title>{group.name}</title>
          <text className={styles.title} x={4} y={plot.y + labelY}>
            {fitText(group.name, nameFont, room - 4)}
          </text>
          {group.isBaseline && (
            <text
              className={styles.detail}
              x={room > plot.width ? room - rightMargin : 4}
              y={plot.y + labelY + (room > plot.width ? 0 : 15)}
              textAnchor={room > plot.width ? 'end' : 'start'}
            >
              baseline technique
            </text>
          )}
        </g>
      ))}
      {model.lanes.map(({ key, lane, y, points }) => (
        <g key={key}>
          <text
            className={styles.letter}
            x={plot.x - 8}
            y={plot.y + y + 4}
            textAnchor="end"
            fill={setupColor(lane.letter)}
          >
            {lane.letter}
          </text>
          {points.length === 0 && lane.verdict !== '' && (
            <text className={styles.detail} x={plot.x + 8} y={plot.y + y + 4}>
              {lane.verdict}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** What the names want, within their share of the width. */
function namesWidth(model: RatesModel, width: number): number {
  const widest = model.groups.reduce(
    (most, { group }) => Math.max(most, textWidth(group.name, nameFont)),
    textWidth('baseline technique', nameFont),
  );
  return Math.round(Math.min(Math.ceil(widest) + 16, width * nameShare));
}
