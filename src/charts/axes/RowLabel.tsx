// The head of a chart's row: the setup's letter in its colour, a line of text, a dimmed one below.
import type { SetupLetter } from '../../engine/model/playground.ts';
import styles from '../marks/marks.module.css';
import { setupColor } from '../marks/setup-color.ts';
import { fitText, textWidth } from '../marks/text-width.ts';

export interface RowLabelProps {
  /** Centre of the row and right end of the space for labels, in pixels. */
  x: number;
  y: number;
  width: number;
  letter: SetupLetter;
  title: string;
  detail: string;
  isStale: boolean;
}

export const fonts = { title: '500 12px', detail: '400 11.5px' };
const letterWidth = 18;
const gap = 10;
/** Beside the text of a row that is of a setup. */
export const besideLabel = letterWidth + gap;

export function RowLabel({ x, y, width, letter, title, detail, isStale }: RowLabelProps) {
  const left = x - width;
  const room = width - besideLabel;
  return (
    <g>
      <title>{`${letter} ${title}${detail ? `, ${detail}` : ''}`}</title>
      <text className={styles.letter} x={left} y={y - 3} fill={setupColor(letter)}>
        {letter}
      </text>
      <text className={isStale ? styles.staleTitle : styles.title} x={left + letterWidth} y={y - 3}>
        {fitText(title, fonts.title, room)}
      </text>
      <text className={styles.detail} x={left + letterWidth} y={y + 12}>
        {fitText(detail, fonts.detail, room)}
      </text>
    </g>
  );
}

export interface LabelRoom {
  /** Pixels. */
  chartWidth: number;
  /** The part of it that labels may take at most. */
  share: number;
  /** Pixels that stand beside the text: a letter, the gap to the plot. */
  beside: number;
}

/** Pixels that these labels want, and may take. */
export function labelWidth(
  labels: readonly { title: string; detail: string }[],
  { chartWidth, share, beside }: LabelRoom,
): number {
  const widest = labels.reduce(
    (most, { title, detail }) =>
      Math.max(most, textWidth(title, fonts.title), textWidth(detail, fonts.detail)),
    0,
  );
  return Math.round(Math.min(Math.max(Math.ceil(widest) + beside, 72), chartWidth * share));
}
