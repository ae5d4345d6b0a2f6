// What was not measured but reckoned: a hollow triangle at the end of a dashed line.
// The same in every chart that shows a simulated figure beside measured ones.
export interface SimulatedMarkProps {
  /** Pixels. */
  x: number;
  y: number;
  color: string;
  /** Where the measured figure stands: a dashed line leads there. */
  from?: { x: number; y: number } | undefined;
}

export function SimulatedMark({ x, y, color, from }: SimulatedMarkProps) {
  return (
    <g stroke={color} fill="none" strokeWidth={1.25} strokeLinejoin="round">
      {from && <path d={`M${from.x} ${from.y}L${x} ${y}`} strokeDasharray="2 3" />}
      <path d={`M${x - 5} ${y}l8 -4.5v9z`} fill="var(--panel)" />
    </g>
  );
}
