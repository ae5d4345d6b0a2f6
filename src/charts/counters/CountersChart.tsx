// The work counters of a query: a small panel of bars per counter, exact numbers at the bars.
// Each panel has its own scale and no axis, so it is drawn without Recharts.
import { formatCount } from '../../lib/format/format-count.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { useTip } from '../frame/Hover.tsx';
import { SetupKey } from '../frame/LegendKey.tsx';
import styles from '../marks/marks.module.css';
import { staleOpacity } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import { textWidth } from '../marks/text-width.ts';
import {
  type CounterBar,
  type CounterPanel,
  type CountersModel,
  type CountersRow,
  counterKinds,
  toCountersModel,
} from './counters-model.ts';

export interface CountersChartProps {
  /** Accessible name: "Counters of <query>". */
  label: string;
  /** In the order of the setups. */
  rows: readonly CountersRow[];
  note?: string | undefined;
  /** Pixels that the drawing should fit into: where it does not, panels get narrower. */
  height?: number | undefined;
  /** Said in place of the drawing when there is nothing to draw. */
  emptyText?: string | undefined;
}

const headHeight = 22;
const barRow = 19;
const barHeight = 11;
const panelGap = { x: 28, y: 12 };
const widePanel = 230;
const narrowPanel = 128;
const letterWidth = 16;
const emptyHeight = 80;
const valueFont = '400 11.5px';

export function CountersChart({
  label,
  rows,
  note,
  height,
  emptyText = 'No counters yet. They are counted after a comparison.',
}: CountersChartProps) {
  const model = toCountersModel(rows);
  const panelHeight = headHeight + rows.length * barRow + panelGap.y;
  const maxRows = (height ?? Number.POSITIVE_INFINITY) / panelHeight;
  const columnsAt = (width: number) => fittingColumns(width, model.panels.length, maxRows);
  const heightAt = (width: number) =>
    model.isEmpty ? emptyHeight : Math.ceil(model.panels.length / columnsAt(width)) * panelHeight;
  return (
    <ChartFrame
      label={label}
      height={heightAt}
      legend={<Legend rows={rows} />}
      caption={captionOf(model)}
      remark={remarkOf(rows, note)}
      table={toTable(rows, model)}
      emptyText={model.isEmpty ? emptyText : null}
    >
      {(width) => {
        const columns = columnsAt(width);
        const panelWidth = Math.floor((width - (columns - 1) * panelGap.x) / columns);
        return (
          <svg width={width} height={heightAt(width)} aria-hidden="true">
            {model.panels.map((panel, index) => (
              <Panel
                key={panel.key}
                panel={panel}
                x={(index % columns) * (panelWidth + panelGap.x)}
                y={Math.floor(index / columns) * panelHeight}
                width={panelWidth}
              />
            ))}
          </svg>
        );
      }}
    </ChartFrame>
  );
}

/** Wide ones, four at most; more and narrower ones only where these take more than `maxRows` rows. */
function fittingColumns(width: number, panels: number, maxRows: number): number {
  const atWidth = (least: number) => Math.floor((width + panelGap.x) / (least + panelGap.x));
  const most = Math.min(atWidth(narrowPanel), panels);
  let columns = Math.max(1, Math.min(atWidth(widePanel), panels, 4));
  while (columns < most && Math.ceil(panels / columns) > maxRows) columns++;
  return columns;
}

interface PanelProps {
  panel: CounterPanel;
  x: number;
  y: number;
  width: number;
}

function Panel({ panel, x, y, width }: PanelProps) {
  const values = panel.bars.map((bar) => textWidth(valueText(bar), valueFont));
  const longest = width - letterWidth - Math.max(...values, 0) - 8;
  return (
    <g>
      <text className={styles.title} x={x} y={y + 14}>
        <title>{panel.explanation}</title>
        {panel.name}
      </text>
      {panel.bars.map((bar, index) => (
        <Bar
          key={bar.letter}
          panel={panel}
          bar={bar}
          x={x}
          y={y + headHeight + index * barRow}
          width={width}
          length={Math.round(bar.share * longest * 10) / 10}
        />
      ))}
    </g>
  );
}

interface BarProps extends PanelProps {
  bar: CounterBar;
  /** Of the bar, in pixels. */
  length: number;
}

function Bar({ panel, bar, x, y, width, length }: BarProps) {
  const showTip = useTip();
  const left = x + letterWidth;
  const middle = y + barRow / 2;
  const show = () => {
    const stale = bar.isStale ? ', stale' : '';
    const text = `${bar.letter} ${bar.name}: ${valueText(bar)} ${panel.name}${stale}\n${panel.explanation}`;
    showTip({ x: left + length, y, text });
  };
  return (
    <g>
      <text className={styles.letter} x={x} y={middle + 4} fill={setupColor(bar.letter)}>
        {bar.letter}
      </text>
      <g opacity={bar.isStale ? staleOpacity : 1}>
        <path d={`M${left} ${y + 2}v${barRow - 4}`} stroke="var(--line-strong)" />
        {length > 0 && (
          <rect
            x={left}
            y={middle - barHeight / 2}
            width={length}
            height={barHeight}
            fill={setupColor(bar.letter)}
          />
        )}
      </g>
      <text className={styles.detail} x={left + length + 6} y={middle + 4}>
        {valueText(bar)}
      </text>
      <rect
        x={x}
        y={y}
        width={width}
        height={barRow}
        fill="none"
        pointerEvents="all"
        onPointerEnter={show}
        onPointerDown={show}
      />
    </g>
  );
}

function valueText({ value }: CounterBar): string {
  return value === null ? 'not counted' : formatCount(value);
}

function Legend({ rows }: { rows: readonly CountersRow[] }) {
  return rows.map(({ letter, name, isStale }) => (
    <SetupKey key={letter} letter={letter} text={isStale ? `${name}, stale` : name} />
  ));
}

function captionOf({ zeros }: CountersModel): string {
  return [
    'Work of one execution: the same on every machine. Each counter has its own scale.',
    ...(zeros.length > 0 ? [`0 in all setups: ${zeros.join(', ')}.`] : []),
  ].join(' ');
}

function remarkOf(rows: readonly CountersRow[], note: string | undefined): string | undefined {
  const notes = rows.flatMap((row) => (row.note ? [`${row.letter}: ${row.note}.`] : []));
  const remark = [...notes, ...(note ? [note] : [])].join(' ');
  return remark === '' ? undefined : remark;
}

function toTable(rows: readonly CountersRow[], { isEmpty }: CountersModel): ChartTable {
  const heads = rows.map(
    ({ letter, name, isStale }) => `${letter} ${name}${isStale ? ' (stale)' : ''}`,
  );
  if (isEmpty) return { columns: ['Counter', ...heads], rows: [] };
  return {
    columns: ['Counter', ...heads],
    rows: counterKinds.map(({ key, name }) => [
      name,
      ...rows.map(({ counters }) => (counters ? formatCount(counters[key]) : 'not counted')),
    ]),
  };
}
