// What tells the parts of a call apart: hatched, full, and edged, in any colour.
import type { PartKind } from './parts-model.ts';

export interface PartSurfaceProps {
  kind: PartKind;
  /** Pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
  color: string;
  /** Of a PartHatch in the same colour and the same svg. */
  hatchId: string;
}

/** Prepare is hatched, execute full, fetch light with an edge. */
export function PartSurface({ kind, x, y, width, height, color, hatchId }: PartSurfaceProps) {
  if (kind === 'execute') return <rect x={x} y={y} width={width} height={height} fill={color} />;
  if (kind === 'prepare') {
    return <rect x={x} y={y} width={width} height={height} fill={`url(#${hatchId})`} />;
  }
  // Drawn inside its own width: an edge across it would cover the neighbour.
  const inset = Math.min(0.75, width / 2);
  return (
    <rect
      x={x + inset}
      y={y + 0.75}
      width={width - 2 * inset}
      height={height - 1.5}
      fill={color}
      fillOpacity={0.2}
      stroke={color}
      strokeWidth={Math.min(1.5, width)}
    />
  );
}

/** The hatching of a colour. */
export function PartHatch({ id, color }: { id: string; color: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={4}
        height={4}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={4} height={4} fill={color} fillOpacity={0.25} />
        <rect width={2} height={4} fill={color} />
      </pattern>
    </defs>
  );
}
