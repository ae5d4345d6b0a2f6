// A call of each setup taken apart: prepare, execute and fetch, stacked on one linear time axis.
// Keeps away from measuring: medians come in with the rows.
import { useId } from 'react';
import { usePlotArea } from 'recharts';
import { formatCountOf } from '../../lib/format/format-count.ts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { labelledRowsHeight } from '../axes/LabelledRows.tsx';
import { durationTicks } from '../axes/linear-axis.ts';
import { SetupRows } from '../axes/SetupRows.tsx';
import { usePlace } from '../axes/use-place.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { useTip } from '../frame/Hover.tsx';
import { LegendKey } from '../frame/LegendKey.tsx';
import styles from '../marks/marks.module.css';
import { staleOpacity } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import { textWidth } from '../marks/text-width.ts';
import { PartHatch, PartSurface } from './PartSurface.tsx';
import {
  type PartSegment,
  type PartsBar,
  type PartsModel,
  type PartsRow,
  partKinds,
  toPartsModel,
} from './parts-model.ts';

export interface PartsChartProps {
  /** Accessible name: "Parts of <query>". */
  label: string;
  /** In the order of the setups. */
  rows: readonly PartsRow[];
  note?: string | undefined;
  /** Said in place of the drawing when there is nothing to draw. */
  emptyText?: string | undefined;
}

const barHeight = 20;
const labelFont = '400 11.5px';
/** The total stands behind its bar. */
const padding = { left: 0, right: 56 };

export function PartsChart({
  label,
  rows,
  note,
  emptyText = 'No parts yet. They are measured after a comparison.',
}: PartsChartProps) {
  const model = toPartsModel(rows);
  return (
    <ChartFrame
      label={label}
      height={labelledRowsHeight(rows.length)}
      legend={partKinds.map((kind) => <LegendKey key={kind} mark={kind} text={keyTexts[kind]} />)}
      caption={caption}
      remark={remarkOf(model, note)}
      table={toTable(model)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => (
        <SetupRows
          width={width}
          rows={model.bars.map((bar) => ({ ...bar, title: bar.name, detail: detailOf(bar) }))}
          labelShare={0.4}
          domain={model.domain}
          ticks={(maxTicks) => durationTicks(model.domain[1], maxTicks)}
          tickRoom={44}
          padding={padding}
        >
          {model.bars.map((bar) => (
            <Bar key={bar.letter} bar={bar} />
          ))}
        </SetupRows>
      )}
    </ChartFrame>
  );
}

const keyTexts = {
  prepare: 'prepare',
  execute: 'execute',
  fetch: 'fetch',
} as const;

function Bar({ bar }: { bar: PartsBar }) {
  const place = usePlace();
  const plot = usePlotArea();
  const showTip = useTip();
  const hatchId = useId();
  if (!place || !plot || bar.totalMs === null) return null;
  const color = setupColor(bar.letter);
  const end = place(bar.totalMs, bar.y);
  const top = end.y - barHeight / 2;
  const spans = bar.segments.flatMap((segment) => {
    if (segment.milliseconds === 0) return [];
    const { x } = place(segment.from, bar.y);
    const width = place(segment.to, bar.y).x - x;
    return [{ kind: segment.kind, x, width, label: labelFor(bar, segment, width) }];
  });
  const show = () => showTip({ x: end.x, y: top, text: tipText(bar) });
  return (
    <g>
      <g opacity={bar.isStale ? staleOpacity : 1}>
        <PartHatch id={hatchId} color={color} />
        {spans.map(({ kind, x, width }) => (
          <PartSurface
            key={kind}
            kind={kind}
            x={x}
            y={top}
            width={width}
            height={barHeight}
            color={color}
            hatchId={hatchId}
          />
        ))}
      </g>
      {spans.map(({ kind, x, width, label }) => (
        <text
          key={kind}
          // On a dimmed ground the page's own ink reads better.
          className={bar.isStale ? styles.fetch : styles[kind]}
          x={x + width / 2}
          y={end.y + 4}
          textAnchor="middle"
        >
          {label}
        </text>
      ))}
      <text className={styles.detail} x={end.x + 6} y={end.y + 4}>
        {!bar.isShares && formatDuration(bar.totalMs)}
      </text>
      {/* The whole row: a part may be too thin to be pointed at. */}
      <rect
        x={plot.x}
        y={top}
        width={plot.width}
        height={barHeight}
        fill="none"
        pointerEvents="all"
        onPointerEnter={show}
        onPointerDown={show}
      />
    </g>
  );
}

/** The longest label that fits into the part, if any. */
function labelFor(bar: PartsBar, { kind, milliseconds }: PartSegment, width: number): string {
  const value = bar.isShares ? shareOf(bar, milliseconds) : formatDuration(milliseconds);
  const fits = (text: string) => textWidth(text, labelFont) + 10 <= width;
  return [`${kind} ${value}`, value].find(fits) ?? '';
}

function shareOf({ totalMs }: PartsBar, milliseconds: number): string {
  return formatPercent(totalMs ? milliseconds / totalMs : 0);
}

function tipText(bar: PartsBar): string {
  const { letter, name, segments, isStale } = bar;
  const parts = segments.map(
    ({ kind, milliseconds }) =>
      `${kind} ${formatDuration(milliseconds)}, ${shareOf(bar, milliseconds)}`,
  );
  return [`${letter} ${name}${isStale ? ', stale' : ''}`, ...parts].join('\n');
}

function detailOf({ totalMs, isStale }: PartsBar): string {
  if (totalMs === null) return 'not measured';
  return isStale ? 'stale' : '';
}

const caption =
  'Prepare: compile the statement. Execute: step through all rows. Fetch: read the columns into JavaScript. Linear scale. The times of a comparison are those of execute and fetch together.';

/** How much the medians rest on has to be read with them. */
function remarkOf({ bars }: PartsModel, note: string | undefined): string | undefined {
  const rounds = bars.reduce((most, bar) => Math.max(most, bar.rounds), 0);
  const over = rounds > 0 ? [`Medians over ${formatCountOf(rounds, 'round')} of their own.`] : [];
  const remark = [...over, ...(note ? [note] : [])].join(' ');
  return remark === '' ? undefined : remark;
}

function toTable({ bars }: PartsModel): ChartTable {
  return {
    columns: ['Setup', 'Prepare', 'Execute', 'Fetch', 'Together', 'Rounds'],
    rows: bars.map((bar) => [
      `${bar.letter} ${bar.name}${bar.isStale ? ' (stale)' : ''}`,
      ...partKinds.map((kind) => {
        const segment = bar.segments.find((each) => each.kind === kind);
        return segment ? formatDuration(segment.milliseconds) : '–';
      }),
      bar.totalMs === null ? '–' : formatDuration(bar.totalMs),
      bar.totalMs === null ? '–' : String(bar.rounds),
    ]),
  };
}
