// The line of a reference, from the parent's column to the child's, and the marks at its ends.
// Units: pixels at zoom 1. Keeps away from colours.
import { rowMiddle } from './box-geometry.ts';
import type { DiagramReference } from './diagram-model.ts';
import type { Bend, PlacedBox } from './diagram-places.ts';
import type { Placement } from './place-boxes.ts';

export interface ReferenceLine {
  reference: DiagramReference;
  /** Path of the line and of the brackets that gather several columns. */
  path: string;
  /** Strokes of the marks: crow's foot or bar at the child, bar at the parent. */
  marks: string;
}

/** Where a line meets a box. `main` runs from parents to children, `cross` along a layer. */
interface End {
  main: number;
  cross: number;
  /** Away from the box: 1 onwards, -1 back. */
  direction: 1 | -1;
  bracket: string;
}

/** Writes a place as SVG wants it. */
type At = (main: number, cross: number) => string;

const stub = 16;
const bracketReach = 9;
const foot = { length: 11, half: 5 };
const barDistance = 8;

const across: At = (main, cross) => `${round(main)} ${round(cross)}`;
const down: At = (main, cross) => `${round(cross)} ${round(main)}`;

/** A line for each reference. Without columns to meet, lines of a vertical diagram go top to bottom. */
export function referenceLines(
  placement: Pick<Placement, 'boxes' | 'bends' | 'isVertical'>,
  references: readonly DiagramReference[],
): ReferenceLine[] {
  const { boxes, bends, isVertical } = placement;
  const loops = new Map<number, number>();
  const leans = leansOf(placement);
  return references.flatMap((reference) => {
    const { id, parent, child } = reference;
    const [parentBox, childBox] = [boxes[parent], boxes[child]];
    if (!parentBox || !childBox) return [];
    if (parent === child) {
      const number = loops.get(parent) ?? 0;
      loops.set(parent, number + 1);
      return [loopLine(reference, parentBox, number)];
    }
    const [from, to] = isVertical
      ? endsBelow(parentBox, childBox, entryShare(reference, references, boxes))
      : endsBeside(reference, parentBox, childBox);
    const course = { bends: bends.get(id) ?? [], lean: leans.get(parent) ?? 0.5 };
    const at = isVertical ? down : across;
    return [finished(reference, linePath(from, to, course, at), from, to, at)];
  });
}

/** Where the lines of each box turn: not all half-way, where one could not tell them apart. */
function leansOf({
  boxes,
  isVertical,
}: Pick<Placement, 'boxes' | 'isVertical'>): Map<number, number> {
  const layers = new Map<number, number[]>();
  for (const [position, { x, y }] of boxes.entries()) {
    const layer = Math.round(isVertical ? y : x);
    layers.set(layer, [...(layers.get(layer) ?? []), position]);
  }
  const crossOf = (position: number) => boxes[position]?.[isVertical ? 'x' : 'y'] ?? 0;
  const leans = new Map<number, number>();
  for (const layer of layers.values()) {
    const inOrder = layer.toSorted((one, other) => crossOf(one) - crossOf(other));
    for (const [order, position] of inOrder.entries()) {
      leans.set(position, 0.3 + (0.4 * (order + 0.5)) / inOrder.length);
    }
  }
  return leans;
}

/** From side to side, at the heights of the columns. */
function endsBeside(reference: DiagramReference, parent: PlacedBox, child: PlacedBox): [End, End] {
  const isBack = child.x + child.width <= parent.x;
  const isOnwards = parent.x + parent.width <= child.x;
  return [
    sideEnd(parent, reference.parentColumns, isBack ? -1 : 1),
    sideEnd(child, reference.childColumns, isOnwards ? -1 : 1),
  ];
}

/** Several columns are gathered by a bracket, and the line begins at its middle. */
function sideEnd(box: PlacedBox, columns: readonly string[], direction: 1 | -1): End {
  const edge = direction === 1 ? box.x + box.width : box.x;
  const heights = (columns.length === 0 ? [''] : columns).map(
    (name) => box.y + rowMiddle(box, name),
  );
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  if (top === bottom) return { main: edge, cross: top, direction, bracket: '' };
  const main = edge + direction * bracketReach;
  const ticks = heights.map((y) => `M${across(edge, y)}L${across(main, y)}`);
  const bracket = `${ticks.join('')}M${across(main, top)}L${across(main, bottom)}`;
  return { main, cross: (top + bottom) / 2, direction, bracket };
}

/** From the foot of the parent to the head of the child, the other way round in a cycle. */
function endsBelow(parent: PlacedBox, child: PlacedBox, share: number): [End, End] {
  const isBack = child.y + child.height <= parent.y;
  const childCross = child.x + child.width * share;
  return [
    {
      main: isBack ? parent.y : parent.y + parent.height,
      cross: parent.x + parent.width / 2,
      direction: isBack ? -1 : 1,
      bracket: '',
    },
    {
      main: isBack ? child.y + child.height : child.y,
      cross: childCross,
      direction: isBack ? 1 : -1,
      bracket: '',
    },
  ];
}

/** Of the child's width: its lines come in in the order of their parents. */
function entryShare(
  { id, child }: DiagramReference,
  references: readonly DiagramReference[],
  boxes: readonly PlacedBox[],
): number {
  const middleOf = (position: number) => {
    const box = boxes[position];
    return box ? box.x + box.width / 2 : 0;
  };
  const entries = references
    .filter((each) => each.child === child && each.parent !== child)
    .sort((one, other) => middleOf(one.parent) - middleOf(other.parent));
  return (entries.findIndex((each) => each.id === id) + 1) / (entries.length + 1);
}

interface Course {
  bends: readonly Bend[];
  lean: number;
}

function linePath(from: End, to: End, { bends, lean }: Course, at: At): string {
  const isBack = from.direction === -1;
  let main = from.main + from.direction * stub;
  let cross = from.cross;
  let path = `M${at(from.main, from.cross)}L${at(main, cross)}`;
  for (const bend of isBack ? bends.toReversed() : bends) {
    const [enter, leave] = isBack ? [bend.end, bend.start] : [bend.start, bend.end];
    path += `${curve(main, cross, enter, bend.cross, lean, at)}L${at(leave, bend.cross)}`;
    main = leave;
    cross = bend.cross;
  }
  const last = to.main + to.direction * stub;
  return `${path}${curve(main, cross, last, to.cross, lean, at)}L${at(to.main, to.cross)}`;
}

/** Leaves and arrives straight; it is steepest at `lean` of the way. */
function curve(
  main: number,
  cross: number,
  toMain: number,
  toCross: number,
  lean: number,
  at: At,
): string {
  if (Math.abs(cross - toCross) < 0.5) return `L${at(toMain, toCross)}`;
  const middle = main + (toMain - main) * lean;
  return `C${at(middle, cross)} ${at(middle, toCross)} ${at(toMain, toCross)}`;
}

/** A table that refers to itself: a loop at its right side. */
function loopLine(reference: DiagramReference, box: PlacedBox, number: number): ReferenceLine {
  const from = sideEnd(box, reference.parentColumns, 1);
  const to = sideEnd(box, reference.childColumns, 1);
  if (from.cross === to.cross) {
    from.cross -= 8;
    to.cross += 8;
  }
  const side = box.x + box.width + stub + 8 + number * 10;
  const radius = Math.min(8, Math.abs(to.cross - from.cross) / 2);
  const bend = to.cross > from.cross ? radius : -radius;
  const path = [
    `M${across(from.main, from.cross)}L${across(side - radius, from.cross)}`,
    `Q${across(side, from.cross)} ${across(side, from.cross + bend)}`,
    `L${across(side, to.cross - bend)}`,
    `Q${across(side, to.cross)} ${across(side - radius, to.cross)}`,
    `L${across(to.main, to.cross)}`,
  ];
  return finished(reference, path.join(''), from, to, across);
}

function finished(
  reference: DiagramReference,
  path: string,
  from: End,
  to: End,
  at: At,
): ReferenceLine {
  const bar = ({ main, cross, direction }: End) =>
    `M${at(main + direction * barDistance, cross - foot.half)}L${at(main + direction * barDistance, cross + foot.half)}`;
  const { main, cross, direction } = to;
  const crowsFoot = `M${at(main, cross - foot.half)}L${at(main + direction * foot.length, cross)}L${at(main, cross + foot.half)}`;
  return {
    reference,
    path: path + from.bracket + to.bracket,
    marks: (reference.isSingle ? bar(to) : crowsFoot) + bar(from),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
