import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowMiddle, sizeBox } from './box-geometry.ts';
import { type DiagramDetail, toDiagramModel } from './diagram-model.ts';
import type { PlacedBox } from './diagram-places.ts';
import { placeBoxes } from './place-boxes.ts';
import { referenceLines } from './reference-lines.ts';
import { measure, noFigures, schemaFrom } from './schemas.testing.ts';

function layoutOf(text: string, aspect = 1.6, detail: DiagramDetail = 'all', isVertical = false) {
  const model = toDiagramModel(schemaFrom(text), () => noFigures, detail);
  const sized = model.boxes.map((box) => sizeBox(box, measure));
  const placement = placeBoxes(sized, model.references, aspect, isVertical);
  return { ...placement, lines: referenceLines(placement, model.references) };
}

function overlapping(boxes: readonly PlacedBox[]): string[] {
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      )
      .map((other) => `${one.table} ${other.table}`),
  );
}

/** All numbers of a path as points. */
function pointsOf(path: string): [number, number][] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** Whether the straight way between two points leads through a box. */
function crosses(from: [number, number], to: [number, number], box: PlacedBox): boolean {
  return Array.from({ length: 51 }, (_, at) => at / 50).some((share) => {
    const x = from[0] + (to[0] - from[0]) * share;
    const y = from[1] + (to[1] - from[1]) * share;
    return (
      x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1
    );
  });
}

const shop = `
  orders(id!, customer_id>customers.id, address_id>addresses.id)
  customers(id!, email)
  addresses(id!, customer_id>customers.id, street)
  settings(key!)
  log(text)`;

const find = (boxes: readonly PlacedBox[], name: string) =>
  boxes.find(({ table }) => table === name) ?? expect.fail(`no ${name}`);

describe('placeBoxes', () => {
  it('puts parents left of their children, whatever the order of the schema', () => {
    const { boxes } = layoutOf(shop);
    const right = (name: string) => find(boxes, name).x + find(boxes, name).width;
    expect(right('customers')).toBeLessThan(find(boxes, 'addresses').x);
    expect(right('addresses')).toBeLessThan(find(boxes, 'orders').x);
  });

  it('puts parents above their children where it is asked for', () => {
    const { boxes } = layoutOf(shop, 0.6, 'none', true);
    const bottom = (name: string) => find(boxes, name).y + find(boxes, name).height;
    expect(bottom('customers')).toBeLessThan(find(boxes, 'addresses').y);
    expect(bottom('addresses')).toBeLessThan(find(boxes, 'orders').y);
  });

  it('lays tables without relations in a grid that fits the place', () => {
    const text = Array.from({ length: 30 }, (_, at) => `t${at}(a, b, c)`).join('\n');
    const wide = layoutOf(text, 2);
    const tall = layoutOf(text, 0.5);
    expect(wide.width / wide.height).toBeGreaterThan(1.2);
    expect(tall.width / tall.height).toBeLessThan(0.9);
    expect(new Set(wide.boxes.map(({ x }) => x)).size).toBeLessThan(12);
  });

  it('spreads a hundred children of one table over several layers', () => {
    const children = Array.from({ length: 99 }, (_, at) => `t${at}(id!, hub_id>hub.id)`);
    const started = performance.now();
    const { width, height, boxes } = layoutOf(`hub(id!)\n${children.join('\n')}`, 1.6, 'keys');
    expect(performance.now() - started).toBeLessThan(3000);
    expect(new Set(boxes.map(({ x }) => x)).size).toBeGreaterThan(2);
    expect(height / width).toBeLessThan(1.2);
    expect(overlapping(boxes)).toEqual([]);
  });

  it('never lays a table over another, cycles and self references included', () => {
    const reference = fc.tuple(fc.nat(19), fc.nat(19));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(reference, { maxLength: 24 }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.boolean(),
        (count, pairs, aspect, isVertical) => {
          const lines = Array.from({ length: count }, (_, table) => {
            const keys = pairs
              .filter(([child]) => child % count === table)
              .map(([, parent], at) => `, r${at}>t${parent % count}.id`);
            return `t${table}(id!${keys.join('')})`;
          });
          const {
            boxes,
            lines: drawn,
            width,
            height,
          } = layoutOf(lines.join('\n'), aspect, isVertical ? 'none' : 'all', isVertical);
          expect(overlapping(boxes)).toEqual([]);
          expect(drawn).toHaveLength(pairs.length);
          for (const box of boxes) {
            expect(box.x).toBeGreaterThanOrEqual(-0.01);
            expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
            expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01);
          }
          for (const { path } of drawn) {
            for (const [x, y] of pointsOf(path)) expect(Number.isFinite(x + y)).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('referenceLines', () => {
  it('go from the key to the very column that refers to it', () => {
    const { boxes, lines } = layoutOf(shop);
    const line = lines.find(({ reference }) => reference.childColumns[0] === 'address_id');
    const points = pointsOf(line?.path ?? '');
    const from = find(boxes, 'addresses');
    const to = find(boxes, 'orders');
    expect(points[0]).toEqual([
      expect.closeTo(from.x + from.width, 0),
      expect.closeTo(from.y + rowMiddle(from, 'id'), 0),
    ]);
    expect(points.at(-1)).toEqual([
      expect.closeTo(to.x, 0),
      expect.closeTo(to.y + rowMiddle(to, 'address_id'), 0),
    ]);
  });

  it('pass between the tables of a layer that they cross', () => {
    const { boxes, lines } = layoutOf(`
      a(id!)
      b(id!, a_id>a.id)
      c(id!, b_id>b.id, a_id>a.id)`);
    const crossed = find(boxes, 'b');
    const long = lines.find(({ reference }) => reference.child === 2 && reference.parent === 0);
    const through = pointsOf(long?.path ?? '').filter(
      ([x]) => x >= crossed.x - 1 && x <= crossed.x + crossed.width + 1,
    );
    expect(through.length).toBeGreaterThan(0);
    for (const [, y] of through) {
      expect(y < crossed.y || y > crossed.y + crossed.height).toBe(true);
    }
  });

  it('pass no table of a folded layer on their way', () => {
    const hubs = ['a', 'b', 'c'].map((name) => `${name}(id!)`);
    const middle = Array.from(
      { length: 40 },
      (_, at) => `m${at}(id!, r>${'abc'.charAt(at % 3)}.id)`,
    );
    const last = Array.from({ length: 20 }, (_, at) => `z${at}(id!, r>m${at * 2}.id, s>a.id)`);
    const { boxes, lines } = layoutOf([...hubs, ...middle, ...last].join('\n'), 1.6, 'keys');
    expect(overlapping(boxes)).toEqual([]);
    const touched = lines.flatMap(({ path, reference }) => {
      const points = pointsOf(path.replace(/C\S+ \S+ \S+ \S+ /g, 'L'));
      return boxes.filter(
        (box, position) =>
          position !== reference.child &&
          position !== reference.parent &&
          points.some(([x, y], at) => crosses(points[at - 1] ?? [x, y], [x, y], box)),
      );
    });
    expect(touched.map(({ table }) => table)).toEqual([]);
  });

  it('gather the columns of a composite key by a bracket at each end', () => {
    const { boxes, lines } = layoutOf('p([a, b]!)\nc(id!, [x, y]>p.[a, b])');
    const heights = pointsOf(lines[0]?.path ?? '').map(([, y]) => Math.round(y));
    const [parent, child] = [find(boxes, 'p'), find(boxes, 'c')];
    for (const [box, name] of [
      [parent, 'a'],
      [parent, 'b'],
      [child, 'x'],
      [child, 'y'],
    ] as const) {
      expect(heights).toContain(Math.round(box.y + rowMiddle(box, name)));
    }
  });

  it('leave a table that refers to itself at its right side, each loop further out', () => {
    const { boxes, lines } = layoutOf('t(id!, a>t.id, b>t.id)');
    const edge = find(boxes, 't').x + find(boxes, 't').width;
    const reaches = lines.map(({ path }) => Math.max(...pointsOf(path).map(([x]) => x)) - edge);
    expect(reaches[0]).toBeGreaterThan(10);
    expect(reaches[1]).toBeGreaterThan(reaches[0] ?? 0);
  });
});
