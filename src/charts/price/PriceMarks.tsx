// The marks of one operation: samples as points, a line through the medians with their intervals.
import { usePlace } from '../axes/use-place.ts';
import { crossPath, DotMark, staleOpacity } from '../marks/marks.tsx';
import type { PricePanelModel } from './price-model.ts';

export interface PriceMarksProps {
  panel: PricePanelModel;
  isStale: boolean;
}

/** Half the width of a whisker's stops, in pixels. */
const stop = 4;

export function PriceMarks({ panel, isStale }: PriceMarksProps) {
  const place = usePlace();
  if (!place) return null;
  let path = '';
  let whiskers = '';
  let medians = '';
  for (const { count, medianMs, lowMs, highMs } of panel.points) {
    if (medianMs === null) continue;
    const { x, y } = place(count, medianMs);
    path += `${path === '' ? 'M' : 'L'}${x} ${y}`;
    medians += `M${x} ${y}h0`;
    if (lowMs === null || highMs === null) continue;
    const low = place(count, lowMs).y;
    const high = place(count, highMs).y;
    whiskers += `M${x - stop} ${low}h${2 * stop}M${x} ${low}V${high}M${x - stop} ${high}h${2 * stop}`;
  }
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
      <g stroke="var(--text)" fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d={path} strokeWidth={1.5} strokeOpacity={0.55} />
        <path d={whiskers} strokeWidth={1.25} />
        <path d={medians} strokeWidth={6} />
      </g>
    </g>
  );
}
