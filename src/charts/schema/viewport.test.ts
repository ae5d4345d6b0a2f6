import { expect, test } from 'vitest';
import { fitView, keyStep, panInto, zoomAt } from './viewport.ts';

const room = { width: 400, height: 300 };

test('a picture is fitted whole and in the middle', () => {
  const picture = { width: 1000, height: 200 };
  const { x, y, zoom } = fitView(room, picture);
  expect(x).toBeGreaterThan(0);
  expect(x + picture.width * zoom).toBeCloseTo(room.width - x);
  expect(y + picture.height * zoom).toBeCloseTo(room.height - y);
  expect(fitView(room, { width: 10, height: 10 }).zoom).toBeLessThan(2);
});

test('nothing of the fitted picture, nor of a part that is shown, lies under what covers the top', () => {
  const covered = 60;
  for (const picture of [
    { width: 1000, height: 200 },
    { width: 200, height: 1000 },
  ]) {
    const { y, zoom } = fitView(room, picture, covered);
    expect(y).toBeGreaterThan(covered);
    expect(y + picture.height * zoom).toBeLessThan(room.height);
  }
  const part = { x: 50, y: 20, width: 100, height: 50 };
  const { y } = panInto({ x: 0, y: 0, zoom: 1 }, part, room, covered);
  expect(y + part.y).toBeGreaterThan(covered);
});

test('zooming keeps the place under the pointer, and ends somewhere', () => {
  const place = { x: 100, y: 50 };
  const before = { x: 20, y: 10, zoom: 0.5 };
  const after = zoomAt(before, 2, place);
  expect((place.x - after.x) / after.zoom).toBeCloseTo((place.x - before.x) / before.zoom);
  expect((place.y - after.y) / after.zoom).toBeCloseTo((place.y - before.y) / before.zoom);
  expect(zoomAt(before, 1000, place).zoom).toBe(zoomAt(before, 2000, place).zoom);
});

test('a part outside is moved into the frame, one inside stays', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  expect(panInto(view, { x: 50, y: 50, width: 100, height: 100 }, room)).toEqual(view);
  const moved = panInto(view, { x: 600, y: -80, width: 100, height: 50 }, room);
  expect(moved.x + 700).toBeLessThanOrEqual(room.width);
  expect(moved.y - 80).toBeGreaterThanOrEqual(0);
});

test('arrows pan, + and - zoom, 0 fits, other keys are left alone', () => {
  expect(keyStep('ArrowDown')).toMatchObject({ kind: 'pan', x: 0 });
  expect(keyStep('+')).toMatchObject({ kind: 'zoom' });
  expect(keyStep('0')).toEqual({ kind: 'fit' });
  expect(keyStep('Enter')).toBeNull();
});
