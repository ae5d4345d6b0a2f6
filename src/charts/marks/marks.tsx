// The marks of the charts. Each shape means one thing everywhere.
// Keeps away from places and keys: those are the charts' and LegendKey's.
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

/** The baseline measured once more. */
export function SquareMark({ x, y, color, isStale }: MarkProps) {
  if (x === undefined || y === undefined) return null;
  return (
    <path
      d={squarePath(x, y)}
      fill="none"
      stroke={color}
      strokeWidth={1.25}
      opacity={isStale ? staleOpacity : 1}
    />
  );
}

/** A sample far out. */
export function CrossMark({ x, y, color, isStale }: MarkProps) {
  if (x === undefined || y === undefined) return null;
  return (
    <path
      d={crossPath(x, y)}
      stroke={color}
      strokeWidth={2}
      strokeLinecap="round"
      opacity={isStale ? staleOpacity : 1}
    />
  );
}

export function squarePath(x: number, y: number): string {
  return `M${x - 3} ${y - 3}h6v6h-6z`;
}

export function crossPath(x: number, y: number): string {
  return `M${x - 4} ${y - 4}l8 8M${x - 4} ${y + 4}l8 -8`;
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

/** From the least to the largest of several runs: a thin line between two stops. */
export function SpreadMark({ low, high, y, color, isStale }: Omit<IntervalMarkProps, 'x'>) {
  if (y === undefined) return null;
  return (
    <path
      d={`M${low} ${y - 3}v6M${low} ${y}H${high}M${high} ${y - 3}v6`}
      fill="none"
      stroke={color}
      strokeWidth={1.25}
      opacity={isStale ? staleOpacity : 1}
    />
  );
}
