// Where the winner changes: dashed lines at crossovers, shade between the ends of a bracket, and
// their words in lanes above the plot.
import { usePlotArea } from 'recharts';
import { plotSpan } from '../axes/Plot.tsx';
import { usePlace } from '../axes/use-place.ts';
import styles from '../marks/marks.module.css';
import { toLanes } from '../marks/spread-apart.ts';
import { fitText, textWidth } from '../marks/text-width.ts';
import type { ScaleModel } from './scale-model.ts';

export interface ScaleLabel {
  text: string;
  /** log10, as the axis. */
  at: number;
  /** Left end of the text, in pixels. */
  x: number;
  /** 0 is nearest to the plot. */
  lane: number;
}

const font = '500 11px';

/** The words above the plot of a drawing of this width, none over another. */
export function toScaleLabels(
  { crossovers, bracket, xDomain }: ScaleModel,
  width: number,
): { texts: ScaleLabel[]; lanes: number } {
  const span = plotSpan(width);
  const wanted = [
    ...crossovers.map(({ x, text }) => ({ at: x, text })),
    ...(bracket ? [{ at: bracket.low, text: bracket.text }] : []),
  ].filter(({ text }) => text !== '');
  const placed = wanted.map(({ at, text }) => {
    const shown = fitText(text, font, span.right);
    const share = (at - xDomain[0]) / (xDomain[1] - xDomain[0]);
    const length = textWidth(shown, font);
    const line = span.left + share * (span.right - span.left);
    return { text: shown, at, x: Math.max(Math.min(line - 1, width - length), 0), length };
  });
  // Each text begins at its line, and what stands further left goes up: no line leads through a text.
  const lanes = toLanes(
    placed.map(({ x, length }) => ({ low: -x - length, high: -x })),
    10,
  );
  return {
    texts: placed.map(({ text, at, x }, index) => ({ text, at, x, lane: lanes[index] ?? 0 })),
    lanes: placed.length === 0 ? 0 : Math.max(...lanes) + 1,
  };
}

export interface ScalePlacesProps {
  model: ScaleModel;
  labels: readonly ScaleLabel[];
  laneHeight: number;
}

export function ScalePlaces({ model, labels, laneHeight }: ScalePlacesProps) {
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  const { crossovers, bracket } = model;
  const low = bracket && place(bracket.low, 0).x;
  const high = bracket && place(bracket.high, 0).x;
  return (
    <g>
      {low !== null && high !== null && (
        <rect
          className={styles.band}
          x={low}
          y={plot.y}
          // A bracket of one row is no wider than a hair.
          width={Math.max(high - low, 2)}
          height={plot.height}
        />
      )}
      {crossovers.map(({ x, text }) => (
        <path
          key={`${x} ${text}`}
          d={`M${place(x, 0).x} ${plot.y}v${plot.height}`}
          stroke="var(--text)"
          strokeDasharray="4 3"
        />
      ))}
      {labels.map(({ text, at, x, lane }) => {
        const y = plot.y - 6 - lane * laneHeight;
        return (
          <g key={`${at} ${text}`}>
            {lane > 0 && (
              <path d={`M${place(at, 0).x} ${y + 3}V${plot.y}`} stroke="var(--line-strong)" />
            )}
            <text className={styles.place} x={x} y={y}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
