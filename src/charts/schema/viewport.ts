// The arithmetic of pan and zoom. Pure: sizes and places in pixels of the frame.
// Keeps away from events.

export interface Size {
  width: number;
  height: number;
}

/** Where the picture's origin stands in the frame, and how many pixels one of its own takes. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

const minZoom = 0.08;
const maxZoom = 3;
/** Around the fitted picture, for what stands out of the boxes. */
const margin = 20;

/** Above it a small picture looks blown up rather than clear. */
const maxFittedZoom = 1.4;

/**
 * The whole picture in the middle of the frame, as large as it goes; under `covered`, the pixels at
 * its top that something else lies on.
 */
export function fitView(room: Size, picture: Size, covered = 0): View {
  const height = room.height - covered;
  const zoom = Math.min(
    maxFittedZoom,
    (room.width - 2 * margin) / Math.max(1, picture.width),
    (height - 2 * margin) / Math.max(1, picture.height),
  );
  const used = clampZoom(zoom);
  return {
    x: (room.width - picture.width * used) / 2,
    y: covered + (height - picture.height * used) / 2,
    zoom: used,
  };
}

/** Zooms so that what is under `place` stays there. */
export function zoomAt(view: View, factor: number, place: { x: number; y: number }): View {
  const zoom = clampZoom(view.zoom * factor);
  const used = zoom / view.zoom;
  return { x: place.x - (place.x - view.x) * used, y: place.y - (place.y - view.y) * used, zoom };
}

/** Moves as little as shows this part of the picture; its beginning when it is too large. */
export function panInto(
  view: View,
  part: { x: number; y: number } & Size,
  room: Size,
  covered = 0,
): View {
  const { x, y, zoom } = view;
  return {
    zoom,
    x: x + shift(x + part.x * zoom, part.width * zoom, room.width),
    y: y + shift(y + part.y * zoom - covered, part.height * zoom, room.height - covered),
  };
}

function shift(start: number, length: number, room: number): number {
  if (start < margin || length > room - 2 * margin) return margin - start;
  const over = start + length - (room - margin);
  return over > 0 ? -over : 0;
}

export type KeyStep =
  | { kind: 'pan'; x: number; y: number }
  | { kind: 'zoom'; factor: number }
  | { kind: 'fit' };

const panPixels = 60;
export const zoomStep = 1.25;

/** Arrows move what is seen, + and - zoom, 0 fits; null for other keys. */
export function keyStep(key: string): KeyStep | null {
  switch (key) {
    case 'ArrowLeft':
      return { kind: 'pan', x: panPixels, y: 0 };
    case 'ArrowRight':
      return { kind: 'pan', x: -panPixels, y: 0 };
    case 'ArrowUp':
      return { kind: 'pan', x: 0, y: panPixels };
    case 'ArrowDown':
      return { kind: 'pan', x: 0, y: -panPixels };
    case '+':
    case '=':
      return { kind: 'zoom', factor: zoomStep };
    case '-':
      return { kind: 'zoom', factor: 1 / zoomStep };
    case '0':
      return { kind: 'fit' };
    default:
      return null;
  }
}

function clampZoom(zoom: number): number {
  return Math.min(maxZoom, Math.max(minZoom, zoom));
}
