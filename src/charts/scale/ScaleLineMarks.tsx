// One setup's line through its medians, with intervals as whiskers.

import { usePlace } from '../axes/use-place.ts';
import { staleOpacity } from '../marks/marks.tsx';
import { setupColor } from '../marks/setup-color.ts';
import type { ScaleLine, ScaleMark } from './scale-model.ts';

export interface ScaleLineMarksProps {
  line: ScaleLine;
  marks: readonly ScaleMark[];
}

/** Half the width of a whisker's stops, in pixels. */
const stop = 4;

export function ScaleLineMarks({ line, marks }: ScaleLineMarksProps) {
  const place = usePlace();
  if (!place) return null;
  let path = '';
  let whiskers = '';
  let dots = '';
  for (const mark of marks) {
    const { x, y } = place(mark.x, mark.y);
    path += `${path === '' ? 'M' : 'L'}${x} ${y}`;
    dots += `M${x} ${y}h0`;
    if (mark.low === null || mark.high === null) continue;
    const low = place(mark.x, mark.low).y;
    const high = place(mark.x, mark.high).y;
    whiskers += `M${x - stop} ${low}h${2 * stop}M${x} ${low}V${high}M${x - stop} ${high}h${2 * stop}`;
  }
  return (
    <g
      stroke={setupColor(line.letter)}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      opacity={line.isStale ? staleOpacity : 1}
    >
      <path d={path} strokeWidth={1.5} strokeOpacity={0.7} />
      <path d={whiskers} strokeWidth={1.25} />
      <path d={dots} strokeWidth={5} />
    </g>
  );
}
