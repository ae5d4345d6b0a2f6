// The marks of one operation: samples as points, medians with their intervals, lines between steps.
// Keeps away from places: the model gives them.
import { usePlace } from '../axes/use-place.ts';
import { crossPath, DotMark, staleOpacity } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import type { PricePanelModel, PricePoint } from './price-model.ts';

export interface PriceMarksProps {
  panel: PricePanelModel;
  isStale: boolean;
}

/** Half the width of a whisker's stops, in pixels. */
const stop = 4;

export function PriceMarks({ panel, isStale }: PriceMarksProps) {
  const place = usePlace();
  if (!place) return null;
  return (
    <g opacity={isStale ? staleOpacity : 1}>
      {panel.dots.map(({ x, y, isFarOut, isCut }, at) => {
        const spot = place(x, y);
        // Samples keep their order: their position is what they are.
        const key = `${at}`;
        return isFarOut || isCut ? (
          <path
            key={key}
            d={crossPath(spot.x, spot.y)}
            stroke="var(--dim)"
            strokeWidth={1.25}
            strokeOpacity={0.7}
          />
        ) : (
          <DotMark key={key} {...spot} color="var(--accent)" />
        );
      })}
      {panel.lines.map(({ from, to, isTentative }) => {
        const [start, end] = [place(from.x, from.y), place(to.x, to.y)];
        return (
          <path
            key={from.x}
            d={`M${start.x} ${start.y}L${end.x} ${end.y}`}
            stroke="var(--text)"
            strokeWidth={1.5}
            strokeOpacity={0.55}
            strokeDasharray={isTentative ? '3 4' : undefined}
          />
        );
      })}
      {panel.points.map((point) => (
        <MedianMark key={point.x} point={point} />
      ))}
    </g>
  );
}

/** Filled for a step; for a set of a setup besides, a ring in that setup's colour. */
function MedianMark({ point }: { point: PricePoint }) {
  const place = usePlace();
  const { x, medianMs, interval, isStep, letters } = point;
  if (!place || medianMs === null) return null;
  const spot = place(x, medianMs);
  const [letter] = letters;
  const color = isStep || letter === undefined ? 'var(--text)' : setupColor(letter);
  const [low, high] = interval ? [interval.low, interval.high].map((at) => place(x, at).y) : [];
  const left = spot.x - stop;
  return (
    <g stroke={color} fill="none" strokeLinecap="round">
      {low !== undefined && high !== undefined && (
        <path
          d={`M${left} ${low}h${2 * stop}M${spot.x} ${low}V${high}M${left} ${high}h${2 * stop}`}
          strokeWidth={1.25}
        />
      )}
      <circle
        cx={spot.x}
        cy={spot.y}
        r={isStep ? 2.5 : 3.5}
        fill={isStep ? color : 'var(--panel)'}
        strokeWidth={isStep ? 1 : 1.75}
      />
    </g>
  );
}
