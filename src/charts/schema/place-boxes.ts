// Where the boxes of a diagram stand: parents left of their children, tables that have nothing to do
// with each other beside and below. Layers come from dagre; the rest is packed here.
import { Graph, layout } from '@dagrejs/dagre';
import type { SizedBox } from './box-geometry.ts';
import type { DiagramReference } from './diagram-model.ts';
import type { Bend, Piece, PlacedBox, Point } from './diagram-places.ts';
import { foldLayers } from './fold-layers.ts';

export interface Placement {
  boxes: PlacedBox[];
  /** By reference: where a long line passes other layers, parents first. */
  bends: Map<string, Bend[]>;
  width: number;
  height: number;
  /** Parents above their children, not left of them. */
  isVertical: boolean;
}

const gaps = { layer: 92, flatLayer: 56, flatBox: 44, box: 26, line: 8, group: 44 };

/** Boxes by the order in which they came. `aspect`: width by height of the place to fill. */
export function placeBoxes(
  boxes: readonly SizedBox[],
  references: readonly DiagramReference[],
  aspect: number,
  isVertical = false,
): Placement {
  const groups = connectedGroups(boxes.length, references);
  const related = groups.filter((members) => members.length > 1);
  const pieces = related
    .map((members) => {
      const piece = layerPiece(members, boxes, references, isVertical);
      return isVertical ? piece : foldLayers(piece, references, aspect);
    })
    .sort((one, other) => other.boxes.size - one.boxes.size);
  const single = groups.filter((members) => members.length === 1).flat();
  // Of one width, so that they stand in columns.
  const singleWidth = Math.max(0, ...single.map((position) => boxes[position]?.width ?? 0));
  const singles = single.flatMap((position) => {
    const box = boxes[position];
    return box ? pieceOfOne(position, { ...box, width: singleWidth }) : [];
  });
  return { ...pack(boxes, [...pieces, ...singles], aspect, isVertical), isVertical };
}

/** Parents left of their children or above them, whichever shows the picture larger. */
export function placeEitherWay(
  boxes: readonly SizedBox[],
  references: readonly DiagramReference[],
  aspect: number,
): Placement {
  const [beside, below] = [false, true].map((isVertical) =>
    placeBoxes(boxes, references, aspect, isVertical),
  );
  const zoomOf = (placement: Placement | undefined) =>
    placement ? Math.min(aspect / placement.width, 1 / placement.height) : 0;
  const best = zoomOf(below) > zoomOf(beside) ? below : beside;
  return best ?? placeBoxes(boxes, references, aspect);
}

function pieceOfOne(position: number, box: SizedBox): Piece {
  const { width, height } = box;
  return { boxes: new Map([[position, { ...box, x: 0, y: 0 }]]), bends: new Map(), width, height };
}

/** Positions that references join, each group in order. */
function connectedGroups(count: number, references: readonly DiagramReference[]): number[][] {
  const leaders = Array.from({ length: count }, (_, position) => position);
  const leaderOf = (position: number): number => {
    let at = position;
    while (leaders[at] !== at) at = leaders[at] ?? at;
    return at;
  };
  for (const { child, parent } of references) leaders[leaderOf(child)] = leaderOf(parent);
  const groups = new Map<number, number[]>();
  for (let position = 0; position < count; position++) {
    const leader = leaderOf(position);
    groups.set(leader, [...(groups.get(leader) ?? []), position]);
  }
  return [...groups.values()];
}

function layerPiece(
  members: readonly number[],
  boxes: readonly SizedBox[],
  references: readonly DiagramReference[],
  isVertical: boolean,
): Piece {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: isVertical ? 'TB' : 'LR',
    ranksep: isVertical ? gaps.flatLayer : gaps.layer,
    nodesep: isVertical ? gaps.flatBox : gaps.box,
    edgesep: gaps.line,
    acyclicer: 'greedy',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const position of members) {
    const box = boxes[position];
    if (box) graph.setNode(String(position), { width: box.width, height: box.height });
  }
  const inside = references.filter(
    ({ child, parent }) => child !== parent && members.includes(child),
  );
  for (const { id, child, parent } of inside) {
    graph.setEdge(String(parent), String(child), {}, id);
  }
  layout(graph);
  return readPiece(graph, members, boxes, inside, isVertical);
}

function readPiece(
  graph: Graph,
  members: readonly number[],
  boxes: readonly SizedBox[],
  references: readonly DiagramReference[],
  isVertical: boolean,
): Piece {
  // Boxes of a layer have the same middle along the way from parents to children.
  const layerOf = ({ x, y }: Point) => Math.round(isVertical ? y : x);
  const middleOf = (position: number): Point => graph.node(String(position));
  const layers = new Map<number, number>();
  for (const position of members) {
    const box = boxes[position];
    const layer = layerOf(middleOf(position));
    const depth = (isVertical ? box?.height : box?.width) ?? 0;
    layers.set(layer, Math.max(layers.get(layer) ?? 0, depth));
  }
  const placed = new Map<number, PlacedBox>();
  for (const position of members) {
    const box = boxes[position];
    const middle = middleOf(position);
    if (!box) continue;
    // All boxes of a layer have its width: their edges line up.
    const width = isVertical ? box.width : (layers.get(layerOf(middle)) ?? box.width);
    placed.set(position, {
      ...box,
      width,
      x: middle.x - width / 2,
      y: middle.y - box.height / 2,
    });
  }
  const bends = new Map<string, Bend[]>();
  for (const { id, child, parent } of references) {
    const points: Point[] = graph.edge(String(parent), String(child), id).points ?? [];
    const ends = [parent, child].map((position) => layerOf(middleOf(position)));
    const crossed = [...layers].flatMap(([layer, depth]) => {
      const point = ends.includes(layer)
        ? undefined
        : points.find((each) => layerOf(each) === layer);
      const cross = point && (isVertical ? point.x : point.y);
      return cross === undefined ? [] : { start: layer - depth / 2, end: layer + depth / 2, cross };
    });
    if (crossed.length > 0)
      bends.set(
        id,
        crossed.sort((one, other) => one.start - other.start),
      );
  }
  return atOrigin({ boxes: placed, bends, width: 0, height: 0 }, isVertical);
}

function atOrigin(piece: Piece, isVertical: boolean): Piece {
  const all = [...piece.boxes.values()];
  const crossed = [...piece.bends.values()].flat().map(({ cross }) => cross);
  const [alongX, alongY] = isVertical ? [crossed, []] : [[], crossed];
  const left = Math.min(...all.map(({ x }) => x), ...alongX);
  const top = Math.min(...all.map(({ y }) => y), ...alongY);
  return {
    ...moved(piece, -left, -top, isVertical),
    width: Math.max(...all.map(({ x, width }) => x + width), ...alongX) - left,
    height: Math.max(...all.map(({ y, height }) => y + height), ...alongY) - top,
  };
}

function moved(piece: Piece, right: number, down: number, isVertical: boolean): Piece {
  const [onwards, along] = isVertical ? [down, right] : [right, down];
  return {
    ...piece,
    boxes: new Map(
      [...piece.boxes].map(([position, box]) => [
        position,
        { ...box, x: box.x + right, y: box.y + down },
      ]),
    ),
    bends: new Map(
      [...piece.bends].map(([id, bends]) => [
        id,
        bends.map((bend) => ({
          start: bend.start + onwards,
          end: bend.end + onwards,
          cross: bend.cross + along,
        })),
      ]),
    ),
  };
}

/** Pieces in rows, as wide as gives the largest picture in the place to fill. */
function pack(
  boxes: readonly SizedBox[],
  pieces: readonly Piece[],
  aspect: number,
  isVertical: boolean,
): Omit<Placement, 'isVertical'> {
  const widest = Math.max(0, ...pieces.map(({ width }) => width));
  const area = pieces.reduce(
    (sum, { width, height }) => sum + (width + gaps.group) * (height + gaps.group),
    0,
  );
  const ideal = Math.sqrt(area * aspect);
  const attempts = [0.7, 0.85, 1, 1.15, 1.3, 1.6, 2].map((factor) =>
    shelve(pieces, Math.max(widest, ideal * factor), isVertical),
  );
  const zoomOf = ({ width, height }: Shelves) => Math.min(aspect / width, 1 / height);
  const best = attempts.reduce((one, other) => (zoomOf(other) > zoomOf(one) ? other : one));
  const placed = new Map(best.pieces.flatMap((piece) => [...piece.boxes]));
  return {
    boxes: boxes.map((box, position) => placed.get(position) ?? { ...box, x: 0, y: 0 }),
    bends: new Map(best.pieces.flatMap((piece) => [...piece.bends])),
    width: best.width,
    height: best.height,
  };
}

interface Shelves {
  pieces: Piece[];
  width: number;
  height: number;
}

function shelve(pieces: readonly Piece[], room: number, isVertical: boolean): Shelves {
  const placed: Piece[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let width = 0;
  for (const piece of pieces) {
    if (x > 0 && x + piece.width > room) {
      y += rowHeight + gaps.group;
      x = 0;
      rowHeight = 0;
    }
    placed.push(moved(piece, x, y, isVertical));
    x += piece.width + gaps.group;
    width = Math.max(width, x - gaps.group);
    rowHeight = Math.max(rowHeight, piece.height);
  }
  return { pieces: placed, width, height: y + rowHeight };
}
