// Divides a rectangle into areas in proportion to weights, each as square as can be.
// Bruls, Huizing, van Wijk, "Squarified Treemaps" (2000). Pure; knows nothing of what is drawn.

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * One rectangle for each weight, in the order of the weights; they fill `rect` without overlap.
 * Weights that are 0 or less get none of it. The heaviest lie at the top left.
 */
export function squarify(weights: readonly number[], rect: Rect): Rect[] {
  const total = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  const areas: Rect[] = weights.map(() => ({ x: rect.x, y: rect.y, width: 0, height: 0 }));
  if (total === 0) return areas;
  const scale = (rect.width * rect.height) / total;
  const order = weights
    .map((weight, position) => ({ area: weight * scale, position }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area);
  let rest = rect;
  let from = 0;
  while (from < order.length) {
    const side = Math.min(rest.width, rest.height);
    let to = from + 1;
    let sum = order[from]?.area ?? 0;
    const largest = sum;
    // A row takes more as long as that makes none of it longer.
    for (let next = order[to]; next; next = order[++to]) {
      const before = order[to - 1]?.area ?? 0;
      if (worst(largest, before, sum, side) < worst(largest, next.area, sum + next.area, side))
        break;
      sum += next.area;
    }
    rest = place(order.slice(from, to), sum, rest, areas);
    from = to;
  }
  return areas;
}

/** How far from a square the worst of a row is, of which the largest and smallest are known. */
function worst(largest: number, smallest: number, sum: number, side: number): number {
  const square = sum * sum;
  return Math.max((side * side * largest) / square, square / (side * side * smallest));
}

/** Lays a row along the shorter side; gives what is left. */
function place(
  row: readonly { area: number; position: number }[],
  sum: number,
  rest: Rect,
  areas: Rect[],
): Rect {
  const isTall = rest.width >= rest.height;
  const side = isTall ? rest.height : rest.width;
  const depth = side === 0 ? 0 : sum / side;
  let at = 0;
  for (const { area, position } of row) {
    const length = depth === 0 ? 0 : area / depth;
    areas[position] = isTall
      ? { x: rest.x, y: rest.y + at, width: depth, height: length }
      : { x: rest.x + at, y: rest.y, width: length, height: depth };
    at += length;
  }
  return isTall
    ? { ...rest, x: rest.x + depth, width: Math.max(0, rest.width - depth) }
    : { ...rest, y: rest.y + depth, height: Math.max(0, rest.height - depth) };
}
