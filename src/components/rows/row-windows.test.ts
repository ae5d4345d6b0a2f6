import { describe, expect, it } from 'vitest';
import { createRowWindows, type Row } from './row-windows.ts';

/** A result whose row i holds i; records what was asked for, answers when told to. */
function fakeResult(rowCount: number, firstRows = 0) {
  const asked: [number, number][] = [];
  const waiting: (() => void)[] = [];
  const rowsFrom = (from: number, count: number): Row[] =>
    Array.from({ length: count }, (_, index) => [from + index]);
  const errors: unknown[] = [];
  let isBroken = false;
  const windows = createRowWindows({
    rowCount,
    firstRows: rowsFrom(0, firstRows),
    windowRows: 10,
    maxWindows: 3,
    read: (from, count) => {
      asked.push([from, count]);
      return new Promise((resolve, reject) => {
        waiting.push(() => (isBroken ? reject(new Error('gone')) : resolve(rowsFrom(from, count))));
      });
    },
    onRows: () => {},
    onError: (thrown) => errors.push(thrown),
  });
  async function answer(): Promise<void> {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return {
    windows,
    asked,
    answer,
    errors,
    breakIt: () => {
      isBroken = true;
    },
  };
}

describe('createRowWindows', () => {
  it('has the first rows at once and asks for nothing that it has', () => {
    const { windows, asked } = fakeResult(100, 10);
    windows.show(0, 9);
    expect(windows.row(9)).toEqual([9]);
    expect(asked).toEqual([]);
  });

  it('reads the window of what is shown, the last one short', async () => {
    const { windows, asked, answer } = fakeResult(95, 10);
    windows.show(92, 94);
    expect(windows.row(93)).toBeUndefined();
    await answer();
    expect(asked).toEqual([[90, 5]]);
    expect(windows.row(93)).toEqual([93]);
  });

  it('asks for where a fast scroll ended, not for what it passed', async () => {
    const { windows, asked, answer } = fakeResult(1000);
    windows.show(100, 105);
    windows.show(300, 305);
    windows.show(700, 705);
    await answer();
    await answer();
    expect(asked).toEqual([
      [100, 10],
      [700, 10],
    ]);
  });

  it('forgets the window shown longest ago', async () => {
    const { windows, asked, answer } = fakeResult(1000);
    for (const from of [0, 10, 20]) {
      windows.show(from, from + 5);
      await answer();
    }
    windows.show(0, 5); // Window 0 is in use again, so window 1 is now the oldest.
    windows.show(30, 35);
    await answer();
    expect(windows.row(0)).toEqual([0]);
    expect(windows.row(10)).toBeUndefined();
    expect(asked).toHaveLength(4);
  });

  it('says when rows cannot be read, and can be asked again', async () => {
    const { windows, asked, answer, errors, breakIt } = fakeResult(100);
    breakIt();
    windows.show(50, 55);
    await answer();
    expect(errors).toHaveLength(1);
    windows.show(50, 55);
    expect(asked).toHaveLength(2);
  });

  it('drops what comes after its end', async () => {
    const { windows, answer, errors, breakIt } = fakeResult(100);
    windows.show(50, 55);
    windows.dispose();
    breakIt();
    await answer();
    expect(errors).toEqual([]);
  });
});
