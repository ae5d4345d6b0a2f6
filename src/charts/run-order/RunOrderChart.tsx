// The times of each round in the order measured, with the baseline's second sample (A′): drift and
// disturbance show as slopes and bumps. Keeps away from statistics.
import { formatDuration } from '../../lib/format/format-duration.ts';
import { EndLetters } from '../axes/EndLetters.tsx';
import { wholeTicks } from '../axes/linear-axis.ts';
import { Plot } from '../axes/Plot.tsx';
import { timesTicks } from '../axes/time-axis.ts';
import { usePlace } from '../axes/use-place.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey, SetupKey } from '../frame/LegendKey.tsx';
import { crossPath, squarePath, staleOpacity } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import {
  type RunOrderModel,
  type RunOrderPoint,
  type RunOrderRow,
  type RunOrderSeries,
  toRunOrderModel,
} from './run-order-model.ts';

export interface RunOrderChartProps {
  /** Accessible name: "Run order of <query>". */
  label: string;
  /** In the order of the setups, the control after its baseline. */
  rows: readonly RunOrderRow[];
  /** Said beneath: "2 rounds discarded: the page was hidden." */
  note?: string | undefined;
  /** Pixels of the drawing; the usual height without. */
  height?: number | undefined;
  /** Said in place of the drawing when there is nothing to draw. */
  emptyText?: string | undefined;
}

const usualHeight = 240;

export function RunOrderChart({
  label,
  rows,
  note,
  height = usualHeight,
  emptyText = 'No rounds yet. Compare measures them.',
}: RunOrderChartProps) {
  const model = toRunOrderModel(rows);
  return (
    <ChartFrame
      label={label}
      height={height}
      legend={<Legend model={model} />}
      caption={captionOf(model)}
      remark={note}
      table={toTable(model)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => (
        <Plot
          width={width}
          height={height}
          x={{ domain: model.xDomain, ticks: (max) => wholeTicks(...model.rounds, max) }}
          y={{ domain: model.yDomain, ticks: (max) => timesTicks(model.yDomain, max) }}
          xTitle="round"
          yTitle="time per run"
        >
          {model.series.map((series) => (
            <SeriesMarks key={series.tag} series={series} />
          ))}
          <EndLetters ends={model.series.flatMap(toEnd)} hasLeaders />
          <HoverPoints points={model.series.flatMap(toHovered)} textOf={textOf} />
        </Plot>
      )}
    </ChartFrame>
  );
}

/** One path a kind of mark: hundreds of elements would take longer than a round may. */
function SeriesMarks({ series }: { series: RunOrderSeries }) {
  const place = usePlace();
  if (!place) return null;
  const { isControl } = series;
  let line = '';
  let marks = '';
  let crosses = '';
  for (const point of series.points) {
    const { x, y } = place(point.x, point.y);
    line += `${line === '' ? 'M' : 'L'}${x} ${y}`;
    if (isControl) marks += squarePath(x, y);
    else if (!point.isFarOut) marks += `M${x} ${y}h0`;
    if (point.isFarOut) crosses += crossPath(x, y);
  }
  const color = setupColor(series.letter);
  return (
    <g stroke={color} fill="none" opacity={series.isStale ? staleOpacity : 1}>
      <path d={line} strokeOpacity={0.35} strokeDasharray={isControl ? '2 3' : undefined} />
      {isControl ? (
        <path d={marks} strokeWidth={1.25} />
      ) : (
        <path d={marks} strokeWidth={6} strokeOpacity={0.7} strokeLinecap="round" />
      )}
      {crosses !== '' && <path d={crosses} strokeWidth={2} strokeLinecap="round" />}
    </g>
  );
}

function toEnd({ tag, letter, points, medianY }: RunOrderSeries) {
  const last = points.at(-1);
  return last && medianY !== null ? [{ tag, letter, x: last.x, y: medianY }] : [];
}

interface Hovered extends RunOrderPoint {
  series: RunOrderSeries;
}

function toHovered(series: RunOrderSeries): Hovered[] {
  return series.points.map((point) => ({ ...point, series }));
}

function textOf({ series, x, milliseconds, isFarOut }: Hovered): string {
  const extra = `${isFarOut ? ', far out (kept)' : ''}${series.isStale ? ', stale' : ''}`;
  return `${nameOf(series)}: ${formatDuration(milliseconds)} in round ${x}${extra}`;
}

function nameOf({ tag, name, isControl }: RunOrderSeries): string {
  return isControl ? `${tag} (A once more)` : `${tag} ${name}`;
}

function Legend({ model }: { model: RunOrderModel }) {
  return (
    <>
      {model.series.map(
        (series) =>
          !series.isControl && (
            <SetupKey
              key={series.tag}
              letter={series.letter}
              text={series.isStale ? `${series.name}, stale` : series.name}
            />
          ),
      )}
      <LegendKey mark="dot" text="sample" />
      {model.hasControl && <LegendKey mark="square" text="A′: A once more" />}
      {model.hasFarOut && <LegendKey mark="cross" text="far out" />}
    </>
  );
}

function captionOf({ undrawn }: RunOrderModel): string {
  const dropped = undrawn > 0 ? ` ${undrawn} below the clock's tick, not drawn.` : '';
  return `Each round measures every setup once, in random order; log scale. A′ is the baseline measured once more; samples far out are kept.${dropped}`;
}

function toTable({ series }: RunOrderModel): ChartTable {
  const byRound = new Map<number, string[]>();
  for (const [column, { points }] of series.entries()) {
    for (const { x, milliseconds, isFarOut } of points) {
      const cells = byRound.get(x) ?? series.map(() => '–');
      cells[column] = `${formatDuration(milliseconds)}${isFarOut ? ' (far out)' : ''}`;
      byRound.set(x, cells);
    }
  }
  const rounds = [...byRound].sort(([a], [b]) => a - b);
  return {
    columns: ['Round', ...series.map((each) => `${nameOf(each)}${each.isStale ? ' (stale)' : ''}`)],
    rows: rounds.map(([round, cells]) => [String(round), ...cells]),
  };
}
