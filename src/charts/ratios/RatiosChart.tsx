// Each setup against the baseline: times faster with its interval, and the band that counts as
// equal. Keeps away from statistics: intervals and verdicts come in with the rows.
import { usePlotArea } from 'recharts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { formatRatio } from '../../lib/format/format-ratio.ts';
import { labelledRowsHeight } from '../axes/LabelledRows.tsx';
import { SetupRows } from '../axes/SetupRows.tsx';
import { usePlace } from '../axes/use-place.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey } from '../frame/LegendKey.tsx';
import styles from '../marks/marks.module.css';
import { IntervalMark, SpreadMark } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import {
  bandText,
  type RatiosMark,
  type RatiosModel,
  type RatiosRow,
  ratiosTicks,
  toRatiosModel,
} from './ratios-model.ts';

export interface RatiosChartProps {
  /** Accessible name: "Ratios of <query>". */
  label: string;
  /** All setups, the baseline first with a null ratio, so that rows stand as in TimesChart. */
  rows: readonly RatiosRow[];
  note?: string | undefined;
}

const directionHeight = 18;

export function RatiosChart({ label, rows, note }: RatiosChartProps) {
  const model = toRatiosModel(rows);
  const emptyText =
    rows.length < 2
      ? 'Nothing to compare: add a second setup beside the baseline.'
      : model.isEmpty
        ? 'No interval to draw yet.'
        : null;
  return (
    <ChartFrame
      label={label}
      height={labelledRowsHeight(rows.length, directionHeight)}
      legend={<Legend rows={rows} model={model} />}
      caption={`Speed against A, from paired rounds; log scale.${note ? ` ${note}` : ''}`}
      table={toTable(model)}
      emptyText={emptyText}
    >
      {(width) => (
        <SetupRows
          width={width}
          rows={model.marks.map((mark) => ({
            ...mark,
            title: mark.headline,
            detail: detailOf(mark),
          }))}
          labelShare={0.5}
          domain={model.domain}
          ticks={(maxTicks) => ratiosTicks(model.domain, maxTicks)}
          tickRoom={44}
          below={directionHeight}
        >
          <Equal marks={model.marks} />
          {model.marks.map((mark) => (
            <Interval key={mark.letter} mark={mark} />
          ))}
          <HoverPoints points={model.marks.flatMap(toHovered)} textOf={intervalText} />
        </SetupRows>
      )}
    </ChartFrame>
  );
}

/** The bands that are not ranked, the line of equal, and in words which side is which. */
function Equal({ marks }: { marks: readonly RatiosMark[] }) {
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  const { x } = place(0, 0);
  const words = plot.y + plot.height + 39;
  return (
    <g>
      {marks.map(({ letter, band, y }) => {
        const topLeft = place(band[0], y - 0.5);
        const bottomRight = place(band[1], y + 0.5);
        return (
          <rect
            key={letter}
            className={styles.band}
            x={topLeft.x}
            y={topLeft.y}
            width={bottomRight.x - topLeft.x}
            height={bottomRight.y - topLeft.y}
          />
        );
      })}
      <path d={`M${x} ${plot.y}v${plot.height}`} stroke="var(--edge)" />
      <text className={styles.direction} x={x - 10} y={words} textAnchor="end">
        ← slower
      </text>
      <text className={styles.direction} x={x + 10} y={words}>
        faster →
      </text>
    </g>
  );
}

/** How far under its interval a spread stands, in rows. */
const spreadOffset = 0.27;

function Interval({ mark }: { mark: RatiosMark }) {
  const place = usePlace();
  if (!place) return null;
  const { interval, confirmed, y, isStale } = mark;
  const color = setupColor(mark.letter);
  return (
    <>
      {interval && (
        <IntervalMark
          {...place(interval.x, y)}
          low={place(interval.low, y).x}
          high={place(interval.high, y).x}
          color={color}
          isStale={isStale}
        />
      )}
      {confirmed && (
        <SpreadMark
          y={place(0, y + spreadOffset).y}
          low={place(confirmed.low, y).x}
          high={place(confirmed.high, y).x}
          color={color}
          isStale={isStale}
        />
      )}
    </>
  );
}

interface Hovered {
  x: number;
  y: number;
  mark: RatiosMark;
}

function toHovered(mark: RatiosMark): Hovered[] {
  return mark.interval ? [{ x: mark.interval.x, y: mark.y, mark }] : [];
}

/** The setup's name, once: a baseline often is called so. */
function detailOf({ name, headline, isStale }: Pick<RatiosMark, 'name' | 'headline' | 'isStale'>) {
  const shown = name === headline ? '' : name;
  return [shown, isStale && 'stale'].filter(Boolean).join(', ');
}

function intervalText({ mark }: Hovered): string {
  const { letter, name, speedUp, confirmed, isStale } = mark;
  if (!speedUp) return '–';
  const { estimate, low, high, level } = speedUp;
  const runs = confirmed ? `\nConfirm's runs: ${rangeText(confirmed.speedUp)}` : '';
  return `${letter} ${name}: ${formatRatio(estimate)}× as fast, ${formatPercent(level, 1)} interval ${rangeText({ low, high })}${isStale ? ', stale' : ''}${runs}`;
}

function rangeText({ low, high }: { low: number; high: number }): string {
  return `${formatRatio(low)}–${formatRatio(high)}`;
}

function Legend({ rows, model }: { rows: readonly RatiosRow[]; model: RatiosModel }) {
  const level = model.marks.find((mark) => mark.speedUp)?.speedUp?.level;
  const band = rows[0]?.band;
  return (
    <>
      <LegendKey
        mark="interval"
        text={level === undefined ? 'interval' : `${formatPercent(level, 1)} interval`}
      />
      {model.hasConfirmed && <LegendKey mark="spread" text="spread of Confirm's runs" />}
      {band && <LegendKey mark="band" text={bandText(band, model.marks[0]?.letter ?? 'A')} />}
    </>
  );
}

function toTable({ marks, hasConfirmed }: RatiosModel): ChartTable {
  return {
    columns: [
      'Setup',
      'Verdict',
      'Times as fast as A',
      'Interval',
      'Level',
      ...(hasConfirmed ? ["Confirm's runs"] : []),
    ],
    rows: marks.map((mark) => {
      const { speedUp, confirmed } = mark;
      return [
        `${mark.letter} ${mark.name}${mark.isStale ? ' (stale)' : ''}`,
        mark.headline,
        speedUp ? `${formatRatio(speedUp.estimate)}×` : '–',
        speedUp ? rangeText(speedUp) : '–',
        speedUp ? formatPercent(speedUp.level, 1) : '–',
        ...(hasConfirmed ? [confirmed ? rangeText(confirmed.speedUp) : '–'] : []),
      ];
    }),
  };
}
