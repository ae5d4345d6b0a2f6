// What each further index costs: a small plot for every operation, time a row from zero against the
// number of indexes, with points, medians and intervals. Keeps away from verdicts; the table has them.
import { formatDuration } from '../../lib/format/format-duration.ts';
import { type EndLetter, TopLetters } from '../axes/EndLetters.tsx';
import { durationTicks } from '../axes/linear-axis.ts';
import { Plot } from '../axes/Plot.tsx';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { HoverPoints } from '../frame/Hover.tsx';
import { LegendKey } from '../frame/LegendKey.tsx';
import styles from './PriceChart.module.css';
import { PriceMarks } from './PriceMarks.tsx';
import {
  countTicks,
  type PriceModel,
  type PricePanelInput,
  type PricePanelModel,
  type PricePointInput,
  panelColumns,
  toPriceModel,
} from './price-model.ts';

export interface PriceChartProps {
  /** Accessible name: "Price of indexes". */
  label: string;
  panels: readonly PricePanelInput[];
  isStale?: boolean | undefined;
  note?: string | undefined;
}

const panelHeight = 224;
/** Above the plot: its title, and the letters of the setups. */
const above = 36;

export function PriceChart({ label, panels, isStale = false, note }: PriceChartProps) {
  const model = toPriceModel(panels);
  const cut = cutWords(model.cutSamples);
  return (
    <ChartFrame
      label={label}
      height={(width) =>
        Math.ceil(panels.length / panelColumns(panels.length, width)) * panelHeight
      }
      legend={
        <>
          <LegendKey mark="dot" text="a sample, mean over its rows" />
          <LegendKey mark="whisker" text="median and its interval" />
          {model.panels.some(({ dots }) =>
            dots.some(({ isFarOut, isCut }) => isFarOut || isCut),
          ) && <LegendKey mark="cross" text="far out, counted all the same" />}
        </>
      }
      caption={`Time a row against the number of indexes, added in the playground’s order; linear from zero, the same scale for all operations. Letters: the setups that have these indexes.${note ? ` ${note}` : ''}`}
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
                  domain: [model.xDomain[0] - 0.3, model.xDomain[1] + 0.3],
                  ticks: (max) => countTicks(model.xDomain, max),
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

function toLetters({ count, letters }: PricePointInput): EndLetter[] {
  return letters.map((letter) => ({ tag: letter, letter, x: count, y: 0 }));
}

interface Hovered {
  x: number;
  y: number;
  title: string;
  point: PricePointInput;
}

function toHovered({ title, points }: PricePanelModel): Hovered[] {
  return points.flatMap((point) =>
    point.medianMs === null ? [] : [{ x: point.count, y: point.medianMs, title, point }],
  );
}

function textOf({ title, point }: Hovered): string {
  const letters = point.letters.length > 0 ? `\n${point.letters.join(', ')}` : '';
  return `${title}, ${point.count}: ${point.label}\n${timeText(point)} a row${letters}`;
}

function timeText({ medianMs, lowMs, highMs }: PricePointInput): string {
  if (medianMs === null) return '–';
  if (lowMs === null || highMs === null) return formatDuration(medianMs);
  return `${formatDuration(medianMs)} (${formatDuration(lowMs)} to ${formatDuration(highMs)})`;
}

function cutWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return `${count === 1 ? 'One sample lies' : `${count} samples lie`} above the axis, at its upper end.`;
}

function toTable({ panels }: PriceModel): ChartTable {
  const points = panels[0]?.points ?? [];
  return {
    columns: ['Indexes', ...panels.map(({ title }) => `${title}, a row`)],
    rows: points.map(({ count, label }) => [
      `${count}: ${label}`,
      ...panels.map((panel) => {
        const point = panel.points.find((each) => each.count === count);
        return point ? timeText(point) : '–';
      }),
    ]),
  };
}
