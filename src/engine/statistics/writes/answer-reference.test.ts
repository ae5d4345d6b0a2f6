import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDifference, referenceContent, type WrittenContent } from './answer-reference.ts';

function content(contentHash: string, tableRows = 100): WrittenContent {
  return { contentHash, tableRows };
}

const a = content('a');
const b = content('b');
const c = content('c');

test.each<[string, WrittenContent | null, WrittenContent[], WrittenContent | null]>([
  ['the baseline alone', a, [], a],
  ['one against one: the baseline', a, [b], a],
  ['two that agree against the baseline: they', a, [b, b], b],
  ['two against the baseline and one more: the baseline', a, [b, a, b], a],
  ['others that all differ: the baseline', a, [b, c], a],
  ['a count alone tells contents apart', a, [content('a', 99), content('a', 99)], content('a', 99)],
  ['no baseline: what most agree on', null, [a, b, b], b],
  ['no baseline, all different: the first', null, [c, b], c],
  ['nothing', null, [], null],
])('the reference of %s', (_, baseline, others, expected) => {
  expect(referenceContent(baseline, others)).toEqual(expected);
});

test('the reference is the baseline or outnumbers those that agree with it', () => {
  const any = fc.constantFrom(a, b, c);
  fc.assert(
    fc.property(any, fc.array(any, { maxLength: 9 }), (baseline, others) => {
      const reference = referenceContent(baseline, others);
      const count = (each: WrittenContent | null) =>
        [baseline, ...others].filter((other) => other === each).length;
      if (reference !== baseline) {
        expect(count(reference)).toBeGreaterThan(count(baseline));
        expect(count(reference)).toBeGreaterThanOrEqual(2);
      }
      for (const other of [a, b, c]) {
        if (reference !== baseline) expect(count(reference)).toBeGreaterThanOrEqual(count(other));
      }
    }),
  );
});

test('a difference is one of counts before it is one of content', () => {
  expect(contentDifference(a, content('a'))).toBeNull();
  expect(contentDifference(a, b)).toEqual({ kind: 'content', baselineRows: 100, setupRows: 100 });
  expect(contentDifference(a, content('b', 99))).toEqual({
    kind: 'count',
    baselineRows: 100,
    setupRows: 99,
  });
});
