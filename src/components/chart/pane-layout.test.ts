import { expect, it } from 'vitest';
import { drawingHeight, isWide } from './pane-layout.ts';

it('leaves room for the caption where there is some', () => {
  expect(isWide({ width: 900, height: 206 })).toBe(true);
  expect(drawingHeight({ width: 900, height: 240 })).toBeLessThan(240 - 40);
  expect(drawingHeight({ width: 900, height: 150 })).toBe(128);
});

it('never draws what cannot be read, nor larger than is of use', () => {
  expect(drawingHeight({ width: 0, height: 0 })).toBeGreaterThan(100);
  expect(drawingHeight({ width: 390, height: 200 })).toBeGreaterThan(100);
  expect(drawingHeight({ width: 900, height: 2000 })).toBeLessThan(300);
});
