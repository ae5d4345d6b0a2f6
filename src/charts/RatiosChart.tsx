// Each setup against the baseline: times faster with its interval, and the band that counts as
// equal. Keeps away from statistics: intervals and verdicts come in with the rows.

import {
  ReferenceArea,
  ReferenceLine,
  Scatter,
  ScatterChart,
  type ScatterShapeProps,
  Tooltip,
  useXAxisScale,
} from 'recharts';
import { formatPercent } from '../lib/format-percent.ts';
import { formatRatio } from '../lib/format-ratio.ts';
import { ChartFrame, type ChartTable } from './ChartFrame.tsx';
import styles from './marks.module.css';
import { IntervalMark, LegendKey } from './marks.tsx';
import { labelWidth, RowLabel } from './RowLabel.tsx';
import {
  type RatiosBand,
  type RatiosMark,
  type RatiosModel,
  type RatiosRow,
  toRatiosModel,
} from './ratios-model.ts';
import { SetupAxes } from './SetupAxes.tsx';
import { setupColor } from './setup-color.ts';

export interface RatiosChartProps {
  /** Accessible name: "Ratios of <query>". */
  label: string;
  /** All setups, the baseline first with a null ratio, so that rows stand as in TimesChart. */
  rows: readonly RatiosRow[];
  note?: string | undefined;
}

const rowHeight = 36;
const axisHeight = 26;
const directionHeight = 18;
const tickRoom = 44;
/** Pixels at the ends of the axis that carry no tick. */
const sides = 40;
const axisPadding = { left: 8, right: 8 };

export function RatiosChart({ label, rows, note }: RatiosChartProps) {
  const height = Math.max(rows.length, 1) * rowHeight + axisHeight + directionHeight;
  const model = toRatiosModel(rows, 8);
  const emptyText =
    rows.length < 2
      ? 'Nothing to compare: add a second setup beside the baseline.'
      : model.isEmpty
        ? 'No interval to draw yet.'
        : null;
  return (
    <ChartFrame
      label={label}
      height={height}
      caption={<Caption rows={rows} model={model} note={note} />}
      table={toTable(model)}
      emptyText={emptyText}
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
  rows: readonly RatiosRow[];
  width: number;
  height: number;
}) {
  const labels = labelWidth(
    rows.map((row) => ({ title: row.headline, detail: detailOf(row) })),
    width,
    0.5,
  );
  const { marks, domain, ticks } = toRatiosModel(
    rows,
    Math.floor((width - labels - sides) / tickRoom) + 1,
  );
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 0, right: 20, bottom: directionHeight, left: 0 }}
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
          const mark = marks[at];
          if (!mark) return null;
          return (
            <RowLabel
              x={labels}
              y={y}
              width={labels}
              letter={mark.letter}
              title={mark.headline}
              detail={detailOf(mark)}
              isStale={mark.isStale}
            />
          );
        }}
      />
      {marks.map((mark) => (
        <ReferenceArea
          key={mark.letter}
          x1={Math.max(mark.band[0], domain[0])}
          x2={Math.min(mark.band[1], domain[1])}
          y1={mark.y - 0.5}
          y2={mark.y + 0.5}
          fill="var(--dim)"
          fillOpacity={0.16}
        />
      ))}
      <ReferenceLine x={0} stroke="var(--edge)" />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active, payload }) => {
          const mark: RatiosMark | undefined = payload[0]?.payload.mark;
          if (!active || !mark) return null;
          return (
            <div className={styles.tooltip}>
              {mark.letter} {mark.name}: {intervalText(mark)}
            </div>
          );
        }}
      />
      {marks.map(
        (mark) =>
          mark.interval && (
            <Scatter
              key={mark.letter}
              data={[{ x: mark.interval.x, y: mark.y, mark }]}
              shape={(drawn: ScatterShapeProps) => <Interval drawn={drawn} mark={mark} />}
              isAnimationActive={false}
            />
          ),
      )}
      <Directions y={height - 5} />
    </ScatterChart>
  );
}

function Interval({ drawn, mark }: { drawn: ScatterShapeProps; mark: RatiosMark }) {
  const scale = useXAxisScale();
  const low = scale?.(mark.interval?.low);
  const high = scale?.(mark.interval?.high);
  if (low === undefined || high === undefined) return null;
  return (
    <IntervalMark x={drawn.cx} y={drawn.cy} low={low} high={high} color={setupColor(mark.letter)} />
  );
}

/** Says in words which side is which, on both sides of equal. */
function Directions({ y }: { y: number }) {
  const equal = useXAxisScale()?.(0);
  if (equal === undefined) return null;
  return (
    <g className={styles.direction}>
      <text x={equal - 10} y={y} textAnchor="end">
        ← slower
      </text>
      <text x={equal + 10} y={y}>
        faster →
      </text>
    </g>
  );
}

/** The setup's name, once: a baseline often is called so. */
function detailOf({ name, headline, isStale }: Pick<RatiosRow, 'name' | 'headline' | 'isStale'>) {
  const shown = name === headline ? '' : name;
  return isStale ? `${shown}, stale` : shown;
}

function intervalText({ speedUp }: RatiosMark): string {
  if (!speedUp) return '–';
  const { estimate, low, high, level } = speedUp;
  return `${formatRatio(estimate)}× as fast, ${formatPercent(level, 1)} interval ${formatRatio(low)}–${formatRatio(high)}`;
}

function Caption({
  rows,
  model,
  note,
}: {
  rows: readonly RatiosRow[];
  model: RatiosModel;
  note: string | undefined;
}) {
  const levels = model.marks.flatMap((mark) => (mark.speedUp ? [mark.speedUp.level] : []));
  const level = levels[0];
  const band = rows[0]?.band;
  return (
    <>
      <span className={styles.legend}>
        <LegendKey
          mark="interval"
          text={level === undefined ? 'interval' : `${formatPercent(level, 1)} interval`}
        />
        {band && <LegendKey mark="band" text={bandText(band)} />}
      </span>
      Speed against A, from paired rounds; log scale.
      {note && ` ${note}`}
    </>
  );
}

function bandText({ bound, reason }: RatiosBand): string {
  const within = `±${formatPercent(bound - 1, 1)}`;
  if (reason === 'equal') return `${within} counts as equal`;
  return `${within} ${reason === 'noise' ? 'is too noisy to rank' : 'is not ranked in so few runs'}`;
}

function toTable({ marks }: RatiosModel): ChartTable {
  return {
    columns: ['Setup', 'Verdict', 'Times as fast as A', 'Interval', 'Level'],
    rows: marks.map((mark) => {
      const head = `${mark.letter} ${mark.name}${mark.isStale ? ' (stale)' : ''}`;
      if (!mark.speedUp) return [head, mark.headline, '–', '–', '–'];
      const { estimate, low, high, level } = mark.speedUp;
      return [
        head,
        mark.headline,
        `${formatRatio(estimate)}×`,
        `${formatRatio(low)}–${formatRatio(high)}`,
        formatPercent(level, 1),
      ];
    }),
  };
}
