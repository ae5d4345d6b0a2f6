// The marks of a lane: its runs, their median in its interval, and the simulated figure.
import { memo } from 'react';
import { isSameJson } from '../../lib/is-same-json.ts';
import { usePlace } from '../axes/use-place.ts';
import { DotMark, SpreadMark, staleOpacity } from '../marks/marks.tsx';
import { SimulatedMark } from '../marks/SimulatedMark.tsx';
import { setupColor } from '../marks/setup-color.ts';
import type { DrawnLane } from './rates-model.ts';

/** Half the height of a median line, in pixels. */
const medianReach = 7;

interface LaneMarksProps {
  drawn: DrawnLane;
  isStale: boolean;
}

/** A step of a run changes one lane: the others are drawn again only when the axis changes. */
export const LaneMarks = memo(function LaneMarks({ drawn, isStale }: LaneMarksProps) {
  const place = usePlace();
  if (!place) return null;
  const { lane, points, median, interval, simulated, y } = drawn;
  const color = setupColor(lane.letter);
  const at = median && place(median.x, y);
  const end = simulated && place(simulated.x, y);
  const [only] = points;
  const from = at ?? (only && place(only.x, y));
  return (
    <g opacity={isStale || !lane.isRanked ? staleOpacity : 1}>
      {end && <SimulatedMark {...end} color={color} from={from} />}
      {points.map((point) => (
        <DotMark key={point.sample} {...place(point.x, point.y)} color={color} />
      ))}
      {interval && (
        <SpreadMark
          low={place(interval.low, y).x}
          high={place(interval.high, y).x}
          y={place(interval.low, y).y}
          color={color}
        />
      )}
      {at && (
        <path
          d={`M${at.x} ${at.y - medianReach}V${at.y + medianReach}`}
          stroke={color}
          strokeWidth={2.5}
          strokeLinecap="round"
        />
      )}
    </g>
  );
}, isSameJson);
