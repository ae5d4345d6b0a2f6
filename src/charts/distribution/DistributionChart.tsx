// The share of samples at or below each time, a step line per setup: the whole spread, no bins.
// Keeps away from statistics: the model has the quantiles.
import { usePlotArea } from 'recharts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { TopLetters } from '../axes/EndLetters.tsx';
import { Plot } from '../axes/Plot.tsx';
import { timesTicks } from '../axes/time-axis.ts';
import { usePlace } from '../axes/use-place.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey, SetupKey } from '../frame/LegendKey.tsx';
import { tableDuration } from '../frame/table-duration.ts';
import { staleOpacity } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import {
  type DistributionCurve,
  type DistributionModel,
  type DistributionPoint,
  type DistributionRow,
  toDistributionModel,
} from './distribution-model.ts';

export interface DistributionChartProps {
  /** Accessible name: "Distribution of <query>". */
  label: string;
  /** In the order of the setups. */
  rows: readonly DistributionRow[];
  note?: string | undefined;
  /** Pixels of the drawing; the usual height without. */
  height?: number | undefined;
  /** Said in place of the drawing when there is nothing to draw. */
  emptyText?: string | undefined;
}

const usualHeight = 250;
const shares = [0, 0.25, 0.5, 0.75, 1];
const shareTicks = shares.map((at) => ({ at, label: formatPercent(at) }));

export function DistributionChart({
  label,
  rows,
  note,
  height = usualHeight,
  emptyText = 'No samples yet. Compare takes them.',
}: DistributionChartProps) {
  const model = toDistributionModel(rows);
  return (
    <ChartFrame
      label={label}
      height={height}
      legend={<Legend model={model} />}
      caption={captionOf(model, note)}
      table={toTable(model)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => (
        <Plot
          width={width}
          height={height}
          above={36}
          x={{ domain: model.domain, ticks: (max) => timesTicks(model.domain, max) }}
          y={{ domain: [0, 1], ticks: () => shareTicks }}
          xTitle="time per run"
          yTitle="share of samples at or below"
        >
          <MedianLine />
          {model.curves.map((curve) => (
            <Curve key={curve.letter} curve={curve} />
          ))}
          <TopLetters
            ends={model.curves.flatMap(({ letter, median }) =>
              median ? [{ ...median, letter, tag: letter }] : [],
            )}
          />
          <HoverPoints points={model.curves.flatMap(toHovered)} textOf={textOf} />
        </Plot>
      )}
    </ChartFrame>
  );
}

function MedianLine() {
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  return (
    <path
      d={`M${plot.x} ${place(0, 0.5).y}h${plot.width}`}
      stroke="var(--edge)"
      strokeDasharray="3 3"
    />
  );
}

function Curve({ curve }: { curve: DistributionCurve }) {
  const place = usePlace();
  const first = curve.steps[0];
  if (!place || !first) return null;
  const start = place(first.x, first.y - 1 / (curve.quantiles?.samples ?? 1));
  let line = `M${start.x} ${start.y}`;
  for (const step of curve.steps) {
    const { x, y } = place(step.x, step.y);
    line += `H${x}V${y}`;
  }
  const median = curve.median && place(curve.median.x, curve.median.y);
  const color = setupColor(curve.letter);
  return (
    <g opacity={curve.isStale ? staleOpacity : 1}>
      <path d={line} fill="none" stroke={color} strokeWidth={1.5} strokeLinejoin="round" />
      {median && <circle cx={median.x} cy={median.y} r={3.5} fill={color} />}
    </g>
  );
}

interface Hovered extends DistributionPoint {
  curve: DistributionCurve;
}

function toHovered(curve: DistributionCurve): Hovered[] {
  return curve.steps.map((step) => ({ ...step, curve }));
}

function textOf({ curve, milliseconds, y }: Hovered): string {
  const stale = curve.isStale ? ', stale' : '';
  return `${curve.letter} ${curve.name}: ${formatPercent(y)} of ${whatOf(curve)} take ${formatDuration(milliseconds)} or less${stale}`;
}

function whatOf({ isOfMeans }: DistributionCurve): string {
  return isOfMeans ? 'batch means' : 'samples';
}

function Legend({ model }: { model: DistributionModel }) {
  return (
    <>
      {model.curves.map(({ letter, name, isStale }) => (
        <SetupKey key={letter} letter={letter} text={isStale ? `${name}, stale` : name} />
      ))}
      <LegendKey mark="point" text="median" />
    </>
  );
}

function captionOf({ undrawn, hasMeans }: DistributionModel, note: string | undefined): string {
  const dropped = undrawn > 0 ? ` ${undrawn} below the clock's tick, not drawn.` : '';
  const means = hasMeans
    ? ' A sample of several runs is their mean: single runs spread wider than these batch means.'
    : '';
  return `Share of samples at or below a time; log scale.${means}${dropped}${note ? ` ${note}` : ''}`;
}

function toTable({ curves }: DistributionModel): ChartTable {
  const hasP95 = curves.some(({ quantiles }) => quantiles?.p95 !== null && quantiles !== null);
  const hasP99 = curves.some(({ quantiles }) => quantiles?.p99 !== null && quantiles !== null);
  return {
    columns: [
      'Setup',
      'Samples',
      'Fastest',
      '25 %',
      'Median',
      '75 %',
      ...(hasP95 ? ['p95'] : []),
      ...(hasP99 ? ['p99'] : []),
      'Slowest',
    ],
    rows: curves.map((curve) => {
      const { quantiles: at } = curve;
      const ofMeans = curve.isOfMeans ? ' (of batch means)' : '';
      return [
        `${curve.letter} ${curve.name}${curve.isStale ? ' (stale)' : ''}`,
        `${at?.samples ?? 0}${curve.isOfMeans && at ? ' batch means' : ''}`,
        tableDuration(at?.min),
        tableDuration(at?.lower),
        tableDuration(at?.median),
        tableDuration(at?.upper),
        ...(hasP95 ? [tableDuration(at?.p95, ofMeans)] : []),
        ...(hasP99 ? [tableDuration(at?.p99, ofMeans)] : []),
        tableDuration(at?.max),
      ];
    }),
  };
}
