// Tables that many refer to have them all in one layer, much taller than the page: folds tall layers
// into columns, and brings the others to their height. Lines run between the rows of a folded layer.
// Only for diagrams with parents left of their children.
import type { DiagramReference } from './diagram-model.ts';
import type { Bend, Piece, PlacedBox } from './diagram-places.ts';

/** Between columns and layers lines have to turn; between rows they have to pass. */
const gaps = { column: 56, layer: 92, row: 26, line: 12 };
/** Pixels between lines that pass the same gap, and how many find room in it. */
const lane = { distance: 4, count: 5 };

interface Item {
  /** A box by its position, or a line that passes by its reference. */
  what: { position: number; box: PlacedBox } | { id: string };
  middle: number;
  height: number;
}

interface Layer {
  left: number;
  width: number;
  /** From top to bottom. */
  items: Item[];
}

/** The piece as it shows largest; as it is when folding gains little. */
export function foldLayers(
  piece: Piece,
  references: readonly DiagramReference[],
  aspect: number,
): Piece {
  if (piece.boxes.size < 8) return piece;
  const zoomOf = ({ width, height }: Piece) => Math.min(aspect / width, 1 / height);
  const layers = layersOf(piece);
  let best = piece;
  for (let room = piece.height / 1.25; room > piece.height / 50; room /= 1.25) {
    const folded = foldTo(room, piece.height, layers, references);
    // More columns are more lines to follow: they must be worth it.
    if (zoomOf(folded) > zoomOf(best) * 1.05) best = folded;
  }
  return zoomOf(best) > zoomOf(piece) * 1.2 ? best : piece;
}

function layersOf({ boxes, bends }: Piece): Layer[] {
  const layers = new Map<number, Layer>();
  for (const [position, box] of boxes) {
    const layer = layers.get(Math.round(box.x)) ?? { left: box.x, width: box.width, items: [] };
    const { height } = box;
    layer.items.push({ what: { position, box }, middle: box.y + height / 2, height });
    layers.set(Math.round(box.x), layer);
  }
  for (const [id, all] of bends) {
    for (const { start, cross } of all) {
      // Both are rounded on their way here.
      const crossed = [...layers.values()].find(({ left }) => Math.abs(left - start) < 2);
      crossed?.items.push({ what: { id }, middle: cross, height: 0 });
    }
  }
  for (const { items } of layers.values()) items.sort((one, other) => one.middle - other.middle);
  return [...layers.values()].sort((one, other) => one.left - other.left);
}

function foldTo(
  room: number,
  before: number,
  layers: readonly Layer[],
  references: readonly DiagramReference[],
): Piece {
  const drawing: Drawing = { boxes: new Map(), bends: new Map() };
  const layerOf = new Map(
    layers.flatMap(({ items }, number) =>
      items.flatMap(({ what }) => ('position' in what ? [[what.position, number] as const] : [])),
    ),
  );
  let x = 0;
  for (const [number, { items, width }] of layers.entries()) {
    const boxes = items.filter(({ what }) => 'position' in what);
    const needed = boxes.reduce((sum, { height }) => sum + height + gaps.row, 0);
    const columns = Math.max(1, Math.ceil(needed / (room + gaps.row)));
    const place = { x, width, room, scale: Math.min(1, room / before) };
    if (columns === 1) settle(items, place, drawing);
    else fill(items, columns, place, drawing, (position) => neighbours(position, number));
    x += columns * (width + gaps.column) - gaps.column + gaps.layer;
  }
  return whole(drawing);

  /** References of a table to or from other layers, and on which side those lie. */
  function neighbours(position: number, number: number) {
    return references.flatMap(({ id, child, parent }) => {
      const other = child === position ? parent : parent === position ? child : position;
      return other === position ? [] : { id, isLeft: (layerOf.get(other) ?? 0) < number };
    });
  }
}

type Drawing = Pick<Piece, 'boxes' | 'bends'>;

interface Place {
  x: number;
  width: number;
  room: number;
  /** Of heights before to heights now. */
  scale: number;
}

/** One column: everything as near to its old place as the room allows, in the same order. */
function settle(items: readonly Item[], { x, width, room, scale }: Place, drawing: Drawing): void {
  const gapBetween = (one: Item | undefined, other: Item | undefined) =>
    one && other && 'position' in one.what && 'position' in other.what ? gaps.row : gaps.line;
  const tops: number[] = [];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    const from = before ? (tops[at - 1] ?? 0) + before.height + gapBetween(before, item) : 0;
    tops.push(Math.max(from, item.middle * scale - item.height / 2));
  }
  let end = room;
  for (const [at, item] of [...items.entries()].reverse()) {
    const top = Math.min(tops[at] ?? 0, end - item.height);
    end = top - gapBetween(items[at - 1], item);
    if ('position' in item.what) {
      drawing.boxes.set(item.what.position, { ...item.what.box, x, y: top });
    } else {
      pass(drawing, item.what.id, { start: x, end: x + width, cross: top });
    }
  }
}

/** Several columns, row by row; lines that pass and lines to inner boxes run above the rows. */
function fill(
  items: readonly Item[],
  columns: number,
  { x, width, room, scale }: Place,
  drawing: Drawing,
  neighbours: (position: number) => { id: string; isLeft: boolean }[],
): void {
  const boxes = items.flatMap(({ what }) => ('position' in what ? what : []));
  const heights = Array.from({ length: Math.ceil(boxes.length / columns) }, (_, row) =>
    Math.max(...boxes.slice(row * columns, (row + 1) * columns).map(({ box }) => box.height)),
  );
  const height = heights.reduce((sum, each) => sum + each + gaps.row, 0);
  let top = Math.max(0, (room - height) / 2);
  const tops = heights.map((each) => {
    const own = top + gaps.row;
    top = own + each;
    return own;
  });
  let lines = 0;
  const above = (rowTop: number) =>
    rowTop - gaps.row / 2 + ((lines++ % lane.count) - (lane.count - 1) / 2) * lane.distance;
  const right = x + columns * (width + gaps.column) - gaps.column;
  for (const [order, { position, box }] of boxes.entries()) {
    const column = order % columns;
    const y = tops[Math.floor(order / columns)] ?? 0;
    const left = x + column * (width + gaps.column);
    drawing.boxes.set(position, { ...box, x: left, y });
    for (const { id, isLeft } of neighbours(position)) {
      if (isLeft && column > 0) {
        pass(drawing, id, { start: x, end: left - gaps.column, cross: above(y) });
      } else if (!isLeft && column < columns - 1) {
        pass(drawing, id, { start: left + width + gaps.column, end: right, cross: above(y) });
      }
    }
  }
  for (const { what, middle } of items) {
    if ('position' in what) continue;
    const nearest = [...tops, top + gaps.row].reduce((one, other) =>
      Math.abs(other - middle * scale) < Math.abs(one - middle * scale) ? other : one,
    );
    pass(drawing, what.id, { start: x, end: right, cross: above(nearest) });
  }
}

function pass({ bends }: Drawing, id: string, bend: Bend): void {
  bends.set(id, [...(bends.get(id) ?? []), bend]);
}

/** With its beginning at 0, lines included, and each line's bends in order. */
function whole({ boxes, bends }: Drawing): Piece {
  const all = [...boxes.values()];
  const crossed = [...bends.values()].flat().map(({ cross }) => cross);
  const top = Math.min(...all.map(({ y }) => y), ...crossed);
  return {
    boxes: new Map([...boxes].map(([position, box]) => [position, { ...box, y: box.y - top }])),
    bends: new Map(
      [...bends].map(([id, each]) => [
        id,
        each
          .map((bend) => ({ ...bend, cross: bend.cross - top }))
          .sort((one, other) => one.start - other.start),
      ]),
    ),
    width: Math.max(...all.map((box) => box.x + box.width)),
    height: Math.max(...all.map((box) => box.y + box.height), ...crossed) - top,
  };
}
