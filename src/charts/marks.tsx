// The marks of the charts and their keys in the captions. Each shape means one thing everywhere.
import styles from './marks.module.css';

export interface MarkProps {
  /** Pixels; marks without a place are not drawn. */
  x: number | undefined;
  y: number | undefined;
  color: string;
  /** Of a result older than the playground. */
  isStale?: boolean | undefined;
}

export const staleOpacity = 0.45;

/** One sample. */
export function DotMark({ x, y, color, isStale }: MarkProps) {
  return (
    <circle
      className={styles.dot}
      cx={x}
      cy={y}
      r={3}
      fill={color}
      opacity={isStale ? staleOpacity : 1}
    />
  );
}

/** The first run: hollow, since it is no sample. */
export function RingMark({ x, y, color, isStale }: MarkProps) {
  return (
    <circle
      className={styles.ring}
      cx={x}
      cy={y}
      r={4}
      stroke={color}
      opacity={isStale ? staleOpacity : 1}
    />
  );
}

/** With a warm cache. */
export function DiamondMark({ x, y, color, isStale }: MarkProps) {
  if (x === undefined || y === undefined) return null;
  return (
    <path
      className={styles.ring}
      d={`M${x} ${y - 6} l5 6 -5 6 -5 -6 z`}
      stroke={color}
      opacity={isStale ? staleOpacity : 1}
    />
  );
}

export interface LegendKeyProps {
  mark: 'dot' | 'line' | 'ring' | 'diamond' | 'interval' | 'band';
  text: string;
}

/** A mark in the text's colour, and what it means. */
export function LegendKey({ mark, text }: LegendKeyProps) {
  return (
    <span className={styles.key}>
      <svg width={16} height={14} aria-hidden="true">
        {mark === 'dot' && <DotMark x={8} y={7} color="currentColor" />}
        {mark === 'ring' && <RingMark x={8} y={7} color="currentColor" />}
        {mark === 'diamond' && <DiamondMark x={8} y={7} color="currentColor" />}
        {mark === 'line' && (
          <path d="M8 2 V12" stroke="currentColor" strokeWidth={2.5} strokeLinecap="round" />
        )}
        {mark === 'interval' && <IntervalMark low={1} high={15} x={8} y={7} color="currentColor" />}
        {mark === 'band' && <rect className={styles.band} x={4} y={1} width={8} height={12} />}
      </svg>
      {text}
    </span>
  );
}

export interface IntervalMarkProps extends MarkProps {
  /** Ends of the interval, in pixels. */
  low: number;
  high: number;
}

/** An estimate with its interval. */
export function IntervalMark({ low, high, x, y, color, isStale }: IntervalMarkProps) {
  return (
    <g opacity={isStale ? staleOpacity : 1}>
      <path
        d={`M${low} ${y} H${high}`}
        stroke={color}
        strokeOpacity={0.45}
        strokeWidth={5}
        strokeLinecap="round"
      />
      <circle cx={x} cy={y} r={4.5} fill={color} />
    </g>
  );
}
