// Letters at the ends of lines: which setup a line is of, without its colour.
import { usePlotArea } from 'recharts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import styles from '../marks/marks.module.css';
import { setupColor } from '../marks/setup-color.ts';
import { spreadApart } from '../marks/spread-apart.ts';
import { usePlace } from './use-place.ts';

export interface EndLetter {
  /** "B", or "A′" for the control. */
  tag: string;
  letter: SetupLetter;
  /** Where its line ends, in the chart's data. */
  x: number;
  y: number;
}

const gap = 13;
/** Room between the plot and a letter: for the line that leads to its place. */
const leader = 10;

export interface EndLettersProps {
  ends: readonly EndLetter[];
  /** Where the place meant is not the line's end: thin lines lead from the one to the other. */
  hasLeaders?: boolean | undefined;
}

/** At the right of the plot, beside the lines' ends; apart from each other where these meet. */
export function EndLetters({ ends, hasLeaders = false }: EndLettersProps) {
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  const wanted = ends.map(({ x, y }) => place(x, y).y);
  const shown = spreadApart(wanted, gap, plot.y + 4, plot.y + plot.height - 4);
  const edge = plot.x + plot.width;
  const x = edge + (hasLeaders ? leader : 6);
  return ends.map(({ tag, letter }, index) => (
    <g key={tag}>
      {hasLeaders && (
        <path
          d={`M${edge - 3} ${wanted[index] ?? 0}h3L${x - 2} ${shown[index] ?? 0}`}
          stroke={setupColor(letter)}
          fill="none"
        />
      )}
      <text
        className={styles.letter}
        x={x}
        y={Math.round((shown[index] ?? 0) + 4)}
        fill={setupColor(letter)}
      >
        {tag}
      </text>
    </g>
  ));
}

/** Above the plot, over the places of `ends`. */
export function TopLetters({ ends }: { ends: readonly EndLetter[] }) {
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  const wanted = ends.map(({ x, y }) => place(x, y).x);
  const shown = spreadApart(wanted, gap, plot.x + 4, plot.x + plot.width - 4);
  return ends.map(({ tag, letter }, index) => (
    <text
      key={tag}
      className={styles.letter}
      x={Math.round(shown[index] ?? 0)}
      y={plot.y - 5}
      textAnchor="middle"
      fill={setupColor(letter)}
    >
      {tag}
    </text>
  ));
}
