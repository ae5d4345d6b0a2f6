// What batching brings: the time of writing all rows against the rows a statement takes, measured,
// and in a plot of its own what a latency would make of it. Keeps away from statistics: medians come in.
import { formatCountOf } from '../../lib/format/format-count.ts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import { medianText } from '../../lib/format/median-text.ts';
import { countTicks } from '../axes/count-axis.ts';
import { type EndLetter, EndLetters } from '../axes/EndLetters.tsx';
import { Plot } from '../axes/Plot.tsx';
import { timesTicks } from '../axes/time-axis.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey, SetupKey } from '../frame/LegendKey.tsx';
import { MeasuredMarks, SimulatedMarks } from './BatchMarks.tsx';
import {
  type BatchLine,
  type BatchMark,
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
  isStale: boolean;
  emptyText: string;
}

const height = 280;
const simulatedHeight = 170;
const xTitle = 'rows a statement';

export function BatchChart({
  label,
  series,
  rowsWritten,
  latency,
  isStale,
  emptyText,
}: BatchChartProps) {
  const model = toBatchModel(series);
  const x = { domain: model.xDomain, ticks: (max: number) => countTicks(model.xDomain, max) };
  return (
    <ChartFrame
      label={label}
      height={height + (model.hasSimulated ? simulatedHeight : 0)}
      legend={<Legend model={model} latency={latency} isStale={isStale} />}
      caption={`Time of writing ${formatCountOf(rowsWritten, 'row')} in one transaction; all axes are logarithmic.`}
      table={toTable(model, latency)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => (
        <>
          <Plot
            width={width}
            height={height}
            x={x}
            y={{ domain: model.yDomain, ticks: (max) => timesTicks(model.yDomain, max) }}
            xTitle={model.hasSimulated ? null : xTitle}
            yTitle={`time of ${formatCountOf(rowsWritten, 'row')}, measured`}
          >
            {model.lines.map((line) => (
              <MeasuredMarks key={line.letter} line={line} isStale={isStale} />
            ))}
            <EndLetters ends={model.lines.flatMap((line) => toEnd(line, line.medians))} />
            <HoverPoints points={model.lines.flatMap(toMeasured)} textOf={textOf} />
          </Plot>
          {model.hasSimulated && (
            <Plot
              width={width}
              height={simulatedHeight}
              x={x}
              y={{
                domain: model.simulatedDomain,
                ticks: (max) => timesTicks(model.simulatedDomain, max),
              }}
              xTitle={xTitle}
              yTitle={`simulated: + round trips × ${latency ?? ''}`}
            >
              {model.lines.map((line) => (
                <SimulatedMarks key={line.letter} line={line} isStale={isStale} />
              ))}
              <EndLetters ends={model.lines.flatMap((line) => toEnd(line, line.simulated))} />
              <HoverPoints
                points={model.lines.flatMap((line) => toSimulated(line, latency))}
                textOf={textOf}
              />
            </Plot>
          )}
        </>
      )}
    </ChartFrame>
  );
}

interface Hovered {
  x: number;
  y: number;
  text: string;
}

function headOf({ letter, setupName }: BatchLine, { batchSize }: BatchPoint): string {
  return `${letter} ${setupName}, ${formatCountOf(batchSize, 'row')} a statement`;
}

/** The medians first: of marks in one place they are those that are meant. */
function toMeasured(line: BatchLine): Hovered[] {
  return [
    ...line.medians.map(({ x, y, point }) => ({
      x,
      y,
      text: [
        headOf(line, point),
        `${medianText(point)}, median`,
        point.verdict,
        point.work ? `counted: ${point.work.text}` : '',
      ]
        .filter((words) => words !== '')
        .join('\n'),
    })),
    ...line.samples.map(({ x, y, point, milliseconds, sample }) => ({
      x,
      y,
      text: `${headOf(line, point)}\n${formatDuration(milliseconds)}, run ${sample}`,
    })),
  ];
}

function toSimulated(line: BatchLine, latency: string | null): Hovered[] {
  return line.simulated.map(({ x, y, point }) => ({
    x,
    y,
    text: `${headOf(line, point)}\n${formatDuration(point.simulatedMs ?? 0)}, simulated: median + ${formatCountOf(point.roundTrips ?? 0, 'round trip')} × ${latency ?? ''}`,
  }));
}

function toEnd({ letter }: BatchLine, marks: readonly BatchMark[]): EndLetter[] {
  const last = marks.at(-1);
  return last ? [{ tag: letter, letter, x: last.x, y: last.y }] : [];
}

function textOf({ text }: Hovered): string {
  return text;
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
  const hasWork = lines.some(({ medians }) => medians.some(({ point }) => point.work));
  return {
    columns: [
      'Rows a statement and setup',
      'Runs',
      'Time',
      'Against the first size',
      ...(hasSimulated ? [`Simulated with ${latency ?? ''} a round trip`] : []),
      ...(hasWork ? ['Counted'] : []),
    ],
    rows: lines.flatMap(({ letter, setupName, medians }) =>
      medians.map(({ point }) => [
        `${formatCountOf(point.batchSize, 'row')} in ${letter} ${setupName}`,
        String(point.samplesMs.length),
        medianText(point),
        point.verdict === '' ? '–' : point.verdict,
        ...(hasSimulated
          ? [
              point.simulatedMs === null
                ? '–'
                : `${formatDuration(point.simulatedMs)}, not measured`,
            ]
          : []),
        ...(hasWork ? [point.work?.text ?? '–'] : []),
      ]),
    ),
  };
}
