// The marks of a setup's line over the batch sizes: runs, medians and intervals; the simulated times.
// Keeps away from words; places come from the model.
import { type Place, usePlace } from '../axes/use-place.ts';
import { DotMark, staleOpacity } from '../marks/marks.tsx';
import { SimulatedMark } from '../marks/SimulatedMark.tsx';
import { setupColor } from '../marks/setup-color.ts';
import type { BatchLine, BatchMark } from './batch-model.ts';

interface LineProps {
  line: BatchLine;
  isStale: boolean;
}

/** Half the width of a whisker's stops, in pixels. */
const stop = 4;

export function MeasuredMarks({ line, isStale }: LineProps) {
  const place = usePlace();
  if (!place) return null;
  const { samples, medians } = line;
  const color = setupColor(line.letter);
  const whiskers = medians.flatMap((mark) => {
    if (mark.low === null || mark.high === null) return [];
    const { x, y: low } = place(mark.x, mark.low);
    const { y: high } = place(mark.x, mark.high);
    return [`M${x - stop} ${low}h${2 * stop}M${x} ${low}V${high}M${x - stop} ${high}h${2 * stop}`];
  });
  return (
    <g opacity={isStale ? staleOpacity : 1}>
      {samples.map((sample) => (
        <DotMark
          key={`${sample.point.batchSize} ${sample.sample}`}
          {...place(sample.x, sample.y)}
          color={color}
        />
      ))}
      <g stroke={color} fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d={pathOf(medians, place)} strokeWidth={1.5} strokeOpacity={0.7} />
        <path d={whiskers.join('')} strokeWidth={1.25} />
        {medians.map((mark) => {
          // One run is a dot: a median of it would look like more than it is.
          if (mark.point.samplesMs.length < 2) return null;
          const { x, y } = place(mark.x, mark.y);
          return <path key={mark.x} d={`M${x - 6} ${y}h12`} strokeWidth={2.5} />;
        })}
      </g>
    </g>
  );
}

export function SimulatedMarks({ line, isStale }: LineProps) {
  const place = usePlace();
  if (!place) return null;
  const color = setupColor(line.letter);
  return (
    <g opacity={isStale ? staleOpacity : 1}>
      <path d={pathOf(line.simulated, place)} stroke={color} fill="none" strokeDasharray="2 3" />
      {line.simulated.map((mark) => (
        <SimulatedMark key={mark.x} {...place(mark.x, mark.y)} color={color} />
      ))}
    </g>
  );
}

function pathOf(marks: readonly BatchMark[], place: Place): string {
  return marks
    .map((mark, at) => {
      const { x, y } = place(mark.x, mark.y);
      return `${at === 0 ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}
