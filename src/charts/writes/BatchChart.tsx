// What batching brings: the time of writing all rows against the rows a statement takes, measured,
// and dashed what a latency would make of it. Keeps away from statistics: medians come in.
import { formatCountOf } from '../../lib/format/format-count.ts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import { EndLetters } from '../axes/EndLetters.tsx';
import { Plot } from '../axes/Plot.tsx';
import { timesTicks } from '../axes/time-axis.ts';
import { usePlace } from '../axes/use-place.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey, SetupKey } from '../frame/LegendKey.tsx';
import { DotMark, staleOpacity } from '../marks/marks.tsx';
import { SimulatedMark } from '../marks/SimulatedMark.tsx';
import { setupColor } from '../marks/setup-color.ts';
import { countTicks } from '../scale/scale-model.ts';
import {
  type BatchLine,
  type BatchModel,
  type BatchPoint,
  type BatchSeries,
  toBatchModel,
} from './batch-model.ts';

export interface BatchChartProps {
  /** Accessible name: "Time by batch size". */
  label: string;
  series: readonly BatchSeries[];
  rowsWritten: number;
  /** Added to each round trip: "5 ms". Null without a latency. */
  latency: string | null;
  note?: string | undefined;
  isStale: boolean;
  emptyText: string;
}

const height = 280;
/** Half the width of a whisker's stops, in pixels. */
const stop = 4;

export function BatchChart({
  label,
  series,
  rowsWritten,
  latency,
  note,
  isStale,
  emptyText,
}: BatchChartProps) {
  const model = toBatchModel(series);
  return (
    <ChartFrame
      label={label}
      height={height}
      legend={<Legend model={model} latency={latency} isStale={isStale} />}
      caption={`Time of writing ${formatCountOf(rowsWritten, 'row')} in one transaction; both axes are logarithmic.${note ? ` ${note}` : ''}`}
      table={toTable(model, latency)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => (
        <Plot
          width={width}
          height={height}
          x={{ domain: model.xDomain, ticks: (max) => countTicks(model.xDomain, max) }}
          y={{ domain: model.yDomain, ticks: (max) => timesTicks(model.yDomain, max) }}
          xTitle="rows a statement"
          yTitle={`time of ${formatCountOf(rowsWritten, 'row')}`}
        >
          {model.lines.map((line) => (
            <LineMarks key={line.letter} line={line} isStale={isStale} />
          ))}
          <EndLetters
            ends={model.lines.flatMap(({ letter, medians }) => {
              const last = medians.at(-1);
              return last ? [{ tag: letter, letter, x: last.x, y: last.y }] : [];
            })}
          />
          <HoverPoints
            points={model.lines.flatMap((line) => toHovered(line, latency))}
            textOf={textOf}
          />
        </Plot>
      )}
    </ChartFrame>
  );
}

function LineMarks({ line, isStale }: { line: BatchLine; isStale: boolean }) {
  const place = usePlace();
  if (!place) return null;
  const { samples, medians, simulated } = line;
  const color = setupColor(line.letter);
  const pathOf = (marks: BatchLine['medians']) =>
    marks
      .map((mark, at) => {
        const { x, y } = place(mark.x, mark.y);
        return `${at === 0 ? 'M' : 'L'}${x} ${y}`;
      })
      .join('');
  const whiskers = medians.flatMap((mark) => {
    if (mark.low === null || mark.high === null) return [];
    const { x, y: low } = place(mark.x, mark.low);
    const { y: high } = place(mark.x, mark.high);
    return [`M${x - stop} ${low}h${2 * stop}M${x} ${low}V${high}M${x - stop} ${high}h${2 * stop}`];
  });
  return (
    <g opacity={isStale ? staleOpacity : 1}>
      {simulated.length > 0 && (
        <path d={pathOf(simulated)} stroke={color} fill="none" strokeDasharray="2 3" />
      )}
      {simulated.map((mark) => (
        <SimulatedMark key={mark.x} {...place(mark.x, mark.y)} color={color} />
      ))}
      {samples.map((sample) => (
        <DotMark
          key={`${sample.point.batchSize} ${sample.sample}`}
          {...place(sample.x, sample.y)}
          color={color}
        />
      ))}
      <g stroke={color} fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d={pathOf(medians)} strokeWidth={1.5} strokeOpacity={0.7} />
        <path d={whiskers.join('')} strokeWidth={1.25} />
        {medians.map((mark) => {
          // One run is a dot: a median of it would look like more than it is.
          if (mark.point.samplesMs.length < 2) return null;
          const { x, y } = place(mark.x, mark.y);
          return <path key={mark.x} d={`M${x - 6} ${y}h12`} strokeWidth={2.5} />;
        })}
      </g>
    </g>
  );
}

interface Hovered {
  x: number;
  y: number;
  text: string;
}

function toHovered(line: BatchLine, latency: string | null): Hovered[] {
  const head = ({ batchSize }: BatchPoint) =>
    `${line.letter} ${line.setupName}, ${formatCountOf(batchSize, 'row')} a statement`;
  return [
    ...line.medians.map(({ x, y, point }) => ({
      x,
      y,
      text: `${head(point)}\n${timeText(point)}, median${point.verdict === '' ? '' : `\n${point.verdict}`}`,
    })),
    ...line.simulated.map(({ x, y, point }) => ({
      x,
      y,
      text: `${head(point)}\n${formatDuration(point.simulatedMs ?? 0)}, simulated: median + ${formatCountOf(point.roundTrips ?? 0, 'round trip')} × ${latency ?? ''}`,
    })),
    ...line.samples.map(({ x, y, point, milliseconds, sample }) => ({
      x,
      y,
      text: `${head(point)}\n${formatDuration(milliseconds)}, run ${sample}`,
    })),
  ];
}

function textOf({ text }: Hovered): string {
  return text;
}

function timeText({ medianMs, lowMs, highMs }: BatchPoint): string {
  if (medianMs === null) return '–';
  const interval =
    lowMs === null || highMs === null
      ? ''
      : ` (${formatDuration(lowMs)} to ${formatDuration(highMs)})`;
  return `${formatDuration(medianMs)}${interval}`;
}

interface LegendProps {
  model: BatchModel;
  latency: string | null;
  isStale: boolean;
}

function Legend({ model, latency, isStale }: LegendProps) {
  return (
    <>
      {model.lines.map(({ letter, setupName }) => (
        <SetupKey key={letter} letter={letter} text={isStale ? `${setupName}, stale` : setupName} />
      ))}
      <LegendKey mark="dot" text="run" />
      <LegendKey
        mark={model.hasIntervals ? 'whisker' : 'point'}
        text={model.hasIntervals ? 'median and its interval' : 'median'}
      />
      {model.hasSimulated && (
        <LegendKey mark="simulated" text={`simulated: + round trips × ${latency ?? ''}`} />
      )}
    </>
  );
}

function toTable({ lines, hasSimulated }: BatchModel, latency: string | null): ChartTable {
  return {
    columns: [
      'Rows a statement and setup',
      'Runs',
      'Time',
      'Against the first size',
      ...(hasSimulated ? [`Simulated with ${latency ?? ''} a round trip`] : []),
    ],
    rows: lines.flatMap(({ letter, setupName, medians }) =>
      medians.map(({ point }) => [
        `${formatCountOf(point.batchSize, 'row')} in ${letter} ${setupName}`,
        String(point.samplesMs.length),
        timeText(point),
        point.verdict === '' ? '–' : point.verdict,
        ...(hasSimulated
          ? [
              point.simulatedMs === null
                ? '–'
                : `${formatDuration(point.simulatedMs)}, not measured`,
            ]
          : []),
      ]),
    ),
  };
}
