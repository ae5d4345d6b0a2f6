// What each thing costs against one baseline, a row each: its estimate with its interval, the line of
// equal, and the band that counts as equal. Keeps away from statistics: intervals come with the rows.
import { usePlotArea } from 'recharts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { labelledRowsHeight } from '../axes/LabelledRows.tsx';
import { NamedRows } from '../axes/NamedRows.tsx';
import { usePlace } from '../axes/use-place.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey } from '../frame/LegendKey.tsx';
import markStyles from '../marks/marks.module.css';
import { staleOpacity } from '../marks/marks.tsx';
import {
  extraAxisTicks,
  type IntervalRowInput,
  type IntervalRowMark,
  type IntervalRowsModel,
  type IntervalScale,
  marginText,
  ratioAxisTicks,
  ratioIntervalText,
  toIntervalRowsModel,
} from './interval-rows-model.ts';

export interface IntervalRowsChartProps {
  /** Accessible name of the figure. */
  label: string;
  /** What the rows are, as the head of the table's first column. */
  rowsName: string;
  rows: readonly IntervalRowInput[];
  scale: IntervalScale;
  /** Of ratios: what counts as equal. */
  margin?: number | null | undefined;
  /** What the figures are compared with, at the line of equal. */
  caption: string;
  isStale?: boolean | undefined;
  emptyText: string;
}

const directionHeight = 18;
/** Of the one line that stands in the place of rows without an interval. */
const emptyHeight = 56;

export function IntervalRowsChart({
  label,
  rowsName,
  rows,
  scale,
  margin = null,
  caption,
  isStale = false,
  emptyText,
}: IntervalRowsChartProps) {
  const model = toIntervalRowsModel(rows, scale, margin);
  return (
    <ChartFrame
      label={label}
      height={model.isEmpty ? emptyHeight : labelledRowsHeight(rows.length, directionHeight)}
      legend={!model.isEmpty && <Legend model={model} margin={margin} />}
      caption={caption}
      table={toTable(model, scale, rowsName)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => (
        <NamedRows
          width={width}
          rows={model.marks}
          domain={model.domain}
          ticks={(max) =>
            scale === 'ratio'
              ? ratioAxisTicks(model.domain, max)
              : extraAxisTicks(model.domain, max)
          }
          tickRoom={scale === 'ratio' ? 46 : 60}
          below={directionHeight}
        >
          <Equal model={model} scale={scale} />
          <g opacity={isStale ? staleOpacity : 1}>
            {model.marks.map((mark) => (
              <Mark key={mark.id} mark={mark} />
            ))}
          </g>
          <HoverPoints
            points={model.marks.flatMap(toHovered)}
            textOf={({ mark }) => `${mark.title}: ${intervalText(mark, scale)}`}
          />
        </NamedRows>
      )}
    </ChartFrame>
  );
}

/** The band that is not ranked, the line of equal, and in words which side is which. */
function Equal({ model, scale }: { model: IntervalRowsModel; scale: IntervalScale }) {
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  const { x } = place(model.equal, 0);
  const words = plot.y + plot.height + 39;
  const [low, high] = model.band ? model.band.map((at) => place(at, 0).x) : [];
  return (
    <g>
      {low !== undefined && high !== undefined && (
        <rect
          className={markStyles.band}
          x={low}
          y={plot.y}
          width={high - low}
          height={plot.height}
        />
      )}
      <path d={`M${x} ${plot.y}v${plot.height}`} stroke="var(--edge)" />
      <text className={markStyles.direction} x={x + 8} y={words}>
        {scale === 'ratio' ? 'slower →' : 'dearer →'}
      </text>
    </g>
  );
}

function Mark({ mark }: { mark: IntervalRowMark }) {
  const place = usePlace();
  if (!place) return null;
  const { at, spreadAt, y, isTried } = mark;
  if (at) {
    const { x, y: top } = place(at.x, y);
    return (
      <g>
        <path
          d={`M${place(at.low, y).x} ${top}H${place(at.high, y).x}`}
          stroke="var(--accent)"
          strokeOpacity={0.45}
          strokeWidth={5}
          strokeLinecap="round"
        />
        <circle
          cx={x}
          cy={top}
          r={4.5}
          fill={isTried ? 'var(--panel)' : 'var(--accent)'}
          stroke="var(--accent)"
          strokeWidth={1.5}
        />
      </g>
    );
  }
  if (!spreadAt) return null;
  const low = place(spreadAt.low, y);
  const high = place(spreadAt.high, y);
  return (
    <path
      d={`M${low.x} ${low.y - 3}v6M${low.x} ${low.y}H${high.x}M${high.x} ${low.y - 3}v6`}
      fill="none"
      stroke="var(--accent)"
      strokeWidth={1.25}
    />
  );
}

interface Hovered {
  x: number;
  y: number;
  mark: IntervalRowMark;
}

function toHovered(mark: IntervalRowMark): Hovered[] {
  const at = mark.at ?? (mark.spreadAt && { x: (mark.spreadAt.low + mark.spreadAt.high) / 2 });
  return at ? [{ x: at.x, y: mark.y, mark }] : [];
}

function intervalText({ interval, spread }: IntervalRowInput, scale: IntervalScale): string {
  if (interval) {
    const level = `${formatPercent(interval.level, 1)} interval`;
    if (scale === 'ratio') return `${ratioIntervalText(interval)}, ${level}`;
    const { estimate, low, high } = interval;
    const sign = estimate > 0 ? '+' : '';
    return `${sign}${formatDuration(estimate)} a row (${formatDuration(low)} to ${formatDuration(high)}), ${level}`;
  }
  if (!spread) return '–';
  return scale === 'ratio'
    ? `${spread.low.toFixed(2)} to ${spread.high.toFixed(2)} times as long, all runs`
    : `${formatDuration(spread.low)} to ${formatDuration(spread.high)}, all runs`;
}

function Legend({ model, margin }: { model: IntervalRowsModel; margin: number | null }) {
  const level = model.marks.find(({ interval }) => interval)?.interval?.level;
  return (
    <>
      {level !== undefined && (
        <LegendKey mark="interval" text={`${formatPercent(level, 1)} interval`} />
      )}
      {model.marks.some(({ isTried, at }) => isTried && at) && (
        <LegendKey mark="ring" text="tried, not in your schema" />
      )}
      {model.marks.some(({ at, spreadAt }) => !at && spreadAt) && (
        <LegendKey mark="spread" text="all runs, too few for an interval" />
      )}
      {margin !== null && model.band && <LegendKey mark="band" text={marginText(margin)} />}
    </>
  );
}

function toTable({ marks }: IntervalRowsModel, scale: IntervalScale, head: string): ChartTable {
  return {
    columns: [head, 'Verdict', scale === 'ratio' ? 'Time against the baseline' : 'More a row'],
    rows: marks.map((mark) => [
      mark.isTried ? `${mark.title} (tried)` : mark.title,
      mark.detail,
      intervalText(mark, scale),
    ]),
  };
}
