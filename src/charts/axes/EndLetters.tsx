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

/** At the right of the plot, beside the lines' ends; apart from each other where these meet. */
export function EndLetters({ ends }: { ends: readonly EndLetter[] }) {
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  const wanted = ends.map(({ x, y }) => place(x, y).y);
  const shown = spreadApart(wanted, gap, plot.y + 4, plot.y + plot.height - 4);
  const x = plot.x + plot.width + 6;
  return ends.map(({ tag, letter }, index) => (
    <text
      key={tag}
      className={styles.letter}
      x={x}
      y={Math.round((shown[index] ?? 0) + 4)}
      fill={setupColor(letter)}
    >
      {tag}
    </text>
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
