// Places of a diagram's boxes, and of what lines have to pass. Units: pixels at zoom 1.
// Knows not how they are found.
import type { SizedBox } from './box-geometry.ts';

export interface Point {
  x: number;
  y: number;
}

export interface PlacedBox extends SizedBox {
  x: number;
  y: number;
}

/** A layer that a line crosses, from its beginning to its end. */
export interface Bend {
  start: number;
  end: number;
  /** Place along the layer. */
  cross: number;
}

/** Boxes and bends with their own origin. */
export interface Piece {
  boxes: Map<number, PlacedBox>;
  bends: Map<string, Bend[]>;
  width: number;
  height: number;
}
