// How wide a text will be drawn: SVG has no ellipsis, so labels are cut before.

let context: CanvasRenderingContext2D | null | undefined;

/** Pixels of `text` in the interface font. `font` as in CSS, without the family: '500 12px'. */
export function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7;
  context.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
}

/** The text, or both of its ends with an ellipsis between: names that begin alike stay apart. */
export function fitMiddle(text: string, font: string, room: number): string {
  if (textWidth(text, font) <= room) return text;
  const cut = (kept: number) =>
    `${text.slice(0, Math.ceil(kept / 2))}…${text.slice(text.length - Math.floor(kept / 2))}`;
  let kept = text.length - 1;
  while (kept > 2 && textWidth(cut(kept), font) > room) kept -= 1;
  return cut(kept);
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, font: string, room: number): string {
  if (textWidth(text, font) <= room) return text;
  let length = text.length - 1;
  while (length > 1 && textWidth(`${text.slice(0, length)}…`, font) > room) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
