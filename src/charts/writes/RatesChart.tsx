// Rows a second by technique, a lane for each setup: every sample a dot, the median a line in its
// interval; what a latency would make of it stands apart, hollow and dashed.
// Keeps away from statistics: medians, intervals and verdicts come in.
import { formatCount, formatCountOf } from '../../lib/format/format-count.ts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import { formatRate } from '../../lib/format/format-rate.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey, SetupKey } from '../frame/LegendKey.tsx';
import { LaneMarks } from './LaneMarks.tsx';
import { RateRows, rateRowsHeight } from './RateRows.tsx';
import {
  type DrawnLane,
  type RateGroup,
  type RatePoint,
  type RatesModel,
  toRatesModel,
} from './rates-model.ts';

export interface RatesChartProps {
  /** Accessible name: "Rows per second by technique". */
  label: string;
  groups: readonly RateGroup[];
  rowsWritten: number;
  /** Added to each round trip: "5 ms". Null without a latency. */
  latency: string | null;
  isStale: boolean;
  emptyText: string;
}

/** Narrower drawings have names above the lanes. */
const leastBeside = 520;

export function RatesChart({
  label,
  groups,
  rowsWritten,
  latency,
  isStale,
  emptyText,
}: RatesChartProps) {
  const modelAt = (width: number) =>
    toRatesModel({ groups, rowsWritten, isStacked: width < leastBeside });
  const model = modelAt(leastBeside);
  return (
    <ChartFrame
      label={label}
      height={(width) => rateRowsHeight(modelAt(width).height, width < leastBeside)}
      legend={<Legend model={model} latency={latency} isStale={isStale} />}
      caption={`Rows a second, each dot a run that wrote ${formatCountOf(rowsWritten, 'row')}, or the mean of several where one is short beside the clock’s tick; log scale, further right is faster.`}
      table={toTable(model, rowsWritten, latency)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => {
        const drawn = modelAt(width);
        return (
          <RateRows width={width} model={drawn} isStacked={width < leastBeside}>
            {drawn.lanes.map((lane) => (
              <LaneMarks key={lane.key} drawn={lane} isStale={isStale} />
            ))}
            <HoverPoints
              points={drawn.lanes.flatMap((lane) => toHovered(lane, latency))}
              textOf={(hovered) => textOf(hovered, rowsWritten)}
            />
          </RateRows>
        );
      }}
    </ChartFrame>
  );
}

interface Hovered extends RatePoint {
  drawn: DrawnLane;
  what: string;
}

/** The median first: of marks in one place it is the one that is meant. */
function toHovered(drawn: DrawnLane, latency: string | null): Hovered[] {
  const { points, median, simulated, lane } = drawn;
  const sum = `${formatCountOf(lane.roundTrips ?? 0, 'round trip')} × ${latency ?? ''}`;
  const verdict = lane.verdict === '' ? '' : `\n${lane.verdict}`;
  const isOnly = points.length === 1;
  return [
    ...(median ? [{ ...median, drawn, what: `median${verdict}` }] : []),
    ...(simulated
      ? [{ ...simulated, drawn, what: `simulated: ${isOnly ? 'the one run' : 'median'} + ${sum}` }]
      : []),
    ...points.map((point) => ({
      ...point,
      drawn,
      what: isOnly ? `the only run${verdict}` : `run ${point.sample}`,
    })),
  ];
}

function textOf({ drawn, what, milliseconds }: Hovered, rows: number): string {
  const { lane, group } = drawn;
  return `${lane.letter} ${lane.setupName}: ${group.name}\n${rateOf(milliseconds, rows)}, ${formatDuration(milliseconds)}, ${what}`;
}

function rateOf(milliseconds: number, rows: number): string {
  return formatRate((rows * 1000) / milliseconds, 'row');
}

interface LegendProps {
  model: RatesModel;
  latency: string | null;
  isStale: boolean;
}

function Legend({ model, latency, isStale }: LegendProps) {
  const setups = new Map(model.lanes.map(({ lane }) => [lane.letter, lane.setupName]));
  return (
    <>
      {[...setups].map(([letter, name]) => (
        <SetupKey key={letter} letter={letter} text={isStale ? `${name}, stale` : name} />
      ))}
      <LegendKey mark="dot" text="run" />
      {model.lanes.some(({ median }) => median) && <LegendKey mark="line" text="median" />}
      {model.hasIntervals && <LegendKey mark="spread" text="its interval" />}
      <LegendKey mark="band" text="baseline technique" />
      {model.hasSimulated && <LegendKey mark="simulated" text={simulatedText(model, latency)} />}
      {model.hasUnranked && <LegendKey mark="dot" text="dimmed: not ranked" />}
    </>
  );
}

/** 'simulated: + 12 to 10,002 round trips × 5 ms'. */
function simulatedText({ lanes }: RatesModel, latency: string | null): string {
  const trips = lanes.flatMap(({ simulated, lane }) =>
    simulated && lane.roundTrips !== null ? [lane.roundTrips] : [],
  );
  const [least, most] = [Math.min(...trips), Math.max(...trips)];
  const range =
    least === most
      ? formatCountOf(least, 'round trip')
      : `${formatCount(least)} to ${formatCountOf(most, 'round trip')}`;
  return `simulated: + ${range} × ${latency ?? ''}`;
}

function medianText(points: readonly RatePoint[], median: RatePoint | null, rows: number): string {
  const [only] = points;
  if (median) return rateOf(median.milliseconds, rows);
  return only ? `${rateOf(only.milliseconds, rows)}, one run` : '–';
}

function toTable(model: RatesModel, rows: number, latency: string | null): ChartTable {
  return {
    columns: [
      'Technique and setup',
      'Runs',
      'Median',
      'Interval',
      'Against the baseline',
      ...(model.hasSimulated ? [`Simulated with ${latency ?? ''} a round trip`] : []),
    ],
    rows: model.lanes.map(({ lane, group, points, median, interval, simulated }) => [
      `${group.name}${group.isBaseline ? ' (baseline)' : ''} in ${lane.letter} ${lane.setupName}`,
      String(points.length),
      medianText(points, median, rows),
      interval
        ? `${formatRate(10 ** interval.low, 'row')} to ${formatRate(10 ** interval.high, 'row')}`
        : '–',
      lane.verdict === '' ? '–' : lane.verdict,
      ...(model.hasSimulated
        ? [simulated ? `${rateOf(simulated.milliseconds, rows)}, not measured` : '–']
        : []),
    ]),
  };
}
