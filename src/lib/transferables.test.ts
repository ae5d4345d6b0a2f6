import { expect, test } from 'vitest';
import { transferablesOf } from './transferables.ts';

test('buffers at the top level, each once, and nothing else', () => {
  const buffer = new ArrayBuffer(8);
  const bytes = new Uint8Array(4);
  expect(transferablesOf({ buffer, again: buffer, bytes, rows: [buffer], text: 'x' })).toEqual([
    buffer,
  ]);
  for (const content of [null, undefined, 1, 'text', bytes, [], {}]) {
    expect(transferablesOf(content)).toEqual([]);
  }
});
