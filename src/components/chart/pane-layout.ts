// How the chart pane divides its room between the picture and the words.
// Layout alone: knows nothing of what is shown.

export interface Size {
  /** Pixels; 0 until the pane stands in the page. */
  width: number;
  height: number;
}

/** Room for the words beside a picture that stays readable. */
const wideFrom = 720;
/** What stands around a drawing beside the words: padding, a line or two of keys. */
const withCaption = 52;
/** In a low pane the keys are scrolled to: the drawing says by itself which line is whose. */
const withoutCaption = 22;
const lowPane = 180;
/** The same in one column, with three lines of words above. */
const aboveAndBelow = 150;
const least = 118;
const most = 260;

export function isWide({ width }: Size): boolean {
  return width >= wideFrom;
}

/** Pixels for a drawing that can be of any height, so that it is seen whole. */
export function drawingHeight(size: Size): number {
  const around = size.height < lowPane ? withoutCaption : withCaption;
  const room = size.height - (isWide(size) ? around : aboveAndBelow);
  return Math.min(Math.max(room, least), most);
}
