// How a query's times grow with its rows, on two logarithmic axes: medians with their intervals, and
// beneath them VM steps, the line without noise. Keeps away from fitting; growth comes in as words.
import { formatCount } from '../../lib/format/format-count.ts';
import { medianText } from '../../lib/format/median-text.ts';
import { countTicks } from '../axes/count-axis.ts';
import { EndLetters } from '../axes/EndLetters.tsx';
import { Plot } from '../axes/Plot.tsx';
import { timesTicks } from '../axes/time-axis.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey, SetupKey } from '../frame/LegendKey.tsx';
import { ScaleLineMarks } from './ScaleLineMarks.tsx';
import { ScalePlaces, toScaleLabels } from './ScalePlaces.tsx';
import {
  type ScaleInput,
  type ScaleLine,
  type ScaleMark,
  type ScaleModel,
  type ScaleXKind,
  scaleXText,
  scaleXTicks,
  toScaleModel,
} from './scale-model.ts';

export interface ScaleChartProps extends ScaleInput {
  /** Accessible name: "Scale of <query>". */
  label: string;
  /** Stands at the x axis: "rows of products". */
  xTitle?: string | undefined;
  note?: string | undefined;
  /** Stands in place of the axes before the first point. */
  emptyText?: string | undefined;
}

const timesHeight = 240;
const stepsHeight = 140;
const laneHeight = 15;

export function ScaleChart({ label, xTitle: title, note, emptyText, ...input }: ScaleChartProps) {
  const model = toScaleModel(input);
  const { xKind } = input;
  const x = {
    domain: model.xDomain,
    ticks: (max: number) => scaleXTicks(model.xDomain, max, xKind),
    tickRoom: xKind === 'share' ? 60 : 46,
  };
  const xTitle = title ?? (xKind === 'rows' ? 'rows in the table' : 'share of rows matched');
  const heightAt = (width: number) =>
    timesHeight +
    toScaleLabels(model, width).lanes * laneHeight +
    (model.hasSteps ? stepsHeight : 0);
  return (
    <ChartFrame
      label={label}
      height={heightAt}
      legend={<Legend model={model} />}
      caption={`Median time per run; both axes are logarithmic.${note ? ` ${note}` : ''}`}
      table={toTable(model, xKind)}
      emptyText={model.isEmpty ? (emptyText ?? 'Nothing measured yet.') : null}
    >
      {(width) => {
        const labels = toScaleLabels(model, width);
        const above = 22 + labels.lanes * laneHeight;
        return (
          <>
            <Plot
              width={width}
              height={timesHeight + labels.lanes * laneHeight}
              above={above}
              x={x}
              y={{ domain: model.timesDomain, ticks: (max) => timesTicks(model.timesDomain, max) }}
              xTitle={model.hasSteps ? null : xTitle}
              yTitle="time per run"
            >
              <ScalePlaces model={model} labels={labels.texts} laneHeight={laneHeight} />
              {model.lines.map((line) => (
                <ScaleLineMarks key={line.letter} line={line} marks={line.times} />
              ))}
              <EndLetters ends={model.lines.flatMap((line) => toEnd(line, line.times))} />
              <HoverPoints
                points={model.lines.flatMap((line) => toHovered(line, line.times))}
                textOf={(hovered) => textOf(hovered, xKind)}
              />
            </Plot>
            {model.hasSteps && (
              <Plot
                width={width}
                height={stepsHeight}
                x={x}
                y={{
                  domain: model.stepsDomain,
                  ticks: (max) => countTicks(model.stepsDomain, max),
                }}
                xTitle={xTitle}
                yTitle="VM steps, without noise"
              >
                <ScalePlaces model={model} labels={[]} laneHeight={laneHeight} />
                {model.lines.map((line) => (
                  <ScaleLineMarks key={line.letter} line={line} marks={line.steps} />
                ))}
                <EndLetters ends={model.lines.flatMap((line) => toEnd(line, line.steps))} />
                <HoverPoints
                  points={model.lines.flatMap((line) => toHovered(line, line.steps))}
                  textOf={(hovered) => textOf(hovered, xKind)}
                />
              </Plot>
            )}
          </>
        );
      }}
    </ChartFrame>
  );
}

function toEnd({ letter }: ScaleLine, marks: readonly ScaleMark[]) {
  const last = marks.at(-1);
  return last ? [{ tag: letter, letter, x: last.x, y: last.y }] : [];
}

interface Hovered extends ScaleMark {
  line: ScaleLine;
}

function toHovered(line: ScaleLine, marks: readonly ScaleMark[]): Hovered[] {
  return marks.map((mark) => ({ ...mark, line }));
}

function textOf({ line, point }: Hovered, xKind: ScaleXKind): string {
  const lines = [
    `${line.letter} ${line.name} at ${scaleXText(point.x, xKind)}${line.isStale ? ', stale' : ''}`,
  ];
  if (point.medianMs !== null) lines.push(medianText(point));
  if (point.steps !== null) lines.push(`${formatCount(point.steps)} VM steps`);
  return lines.join('\n');
}

function Legend({ model }: { model: ScaleModel }) {
  return (
    <>
      {model.lines.map((line) => (
        <SetupKey key={line.letter} letter={line.letter} text={keyText(line)} />
      ))}
      <LegendKey
        mark={model.hasIntervals ? 'whisker' : 'point'}
        text={model.hasIntervals ? 'median and its interval' : 'median'}
      />
      {model.crossovers.length > 0 && <LegendKey mark="crossover" text="crossover" />}
      {model.bracket && <LegendKey mark="band" text="the winner changes within" />}
    </>
  );
}

function keyText({ name, growth, isStale }: ScaleLine): string {
  return `${name}${growth ? `: ${growth}` : ''}${isStale ? ', stale' : ''}`;
}

function toTable({ lines, hasSteps }: ScaleModel, xKind: ScaleXKind): ChartTable {
  const columns = [xKind === 'rows' ? 'Rows' : 'Share of rows'];
  const cells = new Map<number, string[]>();
  const width = lines.length * (hasSteps ? 2 : 1);
  for (const [index, line] of lines.entries()) {
    const column = index * (hasSteps ? 2 : 1);
    columns.push(`${line.letter} ${line.name}${line.isStale ? ' (stale)' : ''}`);
    if (hasSteps) columns.push(`${line.letter} VM steps`);
    for (const { point } of [...line.times, ...line.steps]) {
      const row = cells.get(point.x) ?? Array.from({ length: width }, () => '–');
      row[column] = medianText(point);
      if (hasSteps && point.steps !== null) row[column + 1] = formatCount(point.steps);
      cells.set(point.x, row);
    }
  }
  return {
    columns,
    rows: [...cells].sort(([a], [b]) => a - b).map(([x, row]) => [scaleXText(x, xKind), ...row]),
  };
}
