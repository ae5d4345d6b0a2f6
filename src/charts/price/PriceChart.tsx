// What each further index costs: a small plot for every operation, time a row from zero against the
// number of indexes, with points, medians and intervals. Keeps away from verdicts; the table has them.
import { medianText } from '../../lib/format/median-text.ts';
import { type EndLetter, TopLetters } from '../axes/EndLetters.tsx';
import { durationTicks, wholeTicks } from '../axes/linear-axis.ts';
import { Plot } from '../axes/Plot.tsx';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey } from '../frame/LegendKey.tsx';
import styles from './PriceChart.module.css';
import { PriceMarks } from './PriceMarks.tsx';
import {
  type PriceModel,
  type PricePanelInput,
  type PricePanelModel,
  type PricePoint,
  panelColumns,
  toPriceModel,
} from './price-model.ts';

export interface PriceChartProps {
  /** Accessible name: "Price of indexes". */
  label: string;
  panels: readonly PricePanelInput[];
  isStale?: boolean | undefined;
}

const panelHeight = 224;
/** Above the plot: its title, and the letters of the setups. */
const above = 36;

export function PriceChart({ label, panels, isStale = false }: PriceChartProps) {
  const model = toPriceModel(panels);
  const cut = cutWords(model.cutSamples);
  return (
    <ChartFrame
      label={label}
      height={(width) =>
        Math.ceil(panels.length / panelColumns(panels.length, width)) * panelHeight
      }
      legend={<Legend model={model} />}
      caption="Time a row against the number of indexes, added in the playground’s order; linear from zero, the same scale for all operations. Letters: the setups that have these indexes. A line with gaps joins medians of fewer than 3 samples."
      remark={cut}
      table={toTable(model)}
      emptyText={model.isEmpty ? 'The first sample is being taken.' : null}
    >
      {(width) => {
        const columns = panelColumns(panels.length, width);
        const panelWidth = Math.floor(width / columns);
        return (
          <div
            className={styles.panels}
            style={{ gridTemplateColumns: `repeat(${columns}, ${panelWidth}px)` }}
          >
            {model.panels.map((panel) => (
              <Plot
                key={panel.title}
                width={panelWidth}
                height={panelHeight}
                above={above}
                right={14}
                x={{
                  domain: [model.xDomain[0] - 0.3, model.xDomain[1] + 0.5],
                  ticks: (max) => wholeTicks(...model.xDomain, max),
                  tickRoom: 24,
                }}
                y={{
                  domain: model.yDomain,
                  ticks: (max) => durationTicks(model.yDomain[1], max),
                }}
                xTitle="indexes"
                yTitle={`${panel.title}, time a row`}
              >
                <PriceMarks panel={panel} isStale={isStale} />
                <TopLetters ends={panel.points.flatMap(toLetters)} />
                <HoverPoints points={toHovered(panel)} textOf={textOf} />
              </Plot>
            ))}
          </div>
        );
      }}
    </ChartFrame>
  );
}

/** Keys of what is drawn, and of nothing else. */
function Legend({ model }: { model: PriceModel }) {
  const points = model.panels.flatMap((panel) => panel.points);
  const dots = model.panels.flatMap((panel) => panel.dots);
  const hasIntervals = points.some(({ interval }) => interval !== null);
  return (
    <>
      <LegendKey mark="dot" text="a sample, mean over its rows" />
      {hasIntervals ? (
        <LegendKey mark="whisker" text="median and its interval" />
      ) : (
        points.some(({ samplesMs }) => samplesMs.length > 1) && (
          <LegendKey mark="point" text="median" />
        )
      )}
      {points.some(({ isStep }) => !isStep) && (
        <LegendKey mark="ring" text="a setup’s set that is no step" />
      )}
      {dots.some(({ isFarOut, isCut }) => isFarOut || isCut) && (
        <LegendKey mark="cross" text="far out, counted all the same" />
      )}
    </>
  );
}

function toLetters({ x, letters }: PricePoint): EndLetter[] {
  return letters.map((letter) => ({ tag: letter, letter, x, y: 0 }));
}

interface Hovered {
  x: number;
  y: number;
  title: string;
  point: PricePoint;
}

function toHovered({ title, points }: PricePanelModel): Hovered[] {
  return points.flatMap((point) =>
    point.medianMs === null ? [] : [{ x: point.x, y: point.medianMs, title, point }],
  );
}

function textOf({ title, point }: Hovered): string {
  const letters = point.letters.length > 0 ? `\n${point.letters.join(', ')}` : '';
  return `${title}, ${point.count}: ${point.label}\n${medianText(point)} a row${letters}`;
}

function cutWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return `${count === 1 ? 'One sample lies' : `${count} samples lie`} above the axis, at its upper end.`;
}

function toTable({ panels }: PriceModel): ChartTable {
  const points = panels[0]?.points ?? [];
  return {
    columns: ['Indexes', ...panels.map(({ title }) => `${title}, a row`)],
    rows: points.map(({ x, count, label }) => [
      `${count}: ${label}`,
      ...panels.map((panel) => {
        const point = panel.points.find((each) => each.x === x);
        return point ? medianText(point) : '–';
      }),
    ]),
  };
}
