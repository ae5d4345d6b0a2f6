import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePlayground } from '../playgrounds.testing.ts';
import { parseLink, toLink } from './link.ts';
import { parseStepSuffix, stepSuffix } from './link-step.ts';

test('what is put behind a link is read again, whatever a sentence adds to it', () => {
  const step = fc.record({
    query: fc.integer({ min: 1, max: 9999 }),
    setup: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    path: fc
      .array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 64 })
      .map((numbers) => numbers.join('.')),
  });
  fc.assert(
    fc.property(step, fc.constantFrom('', '.', ')', ' and so on', '. See'), (each, behind) => {
      expect(parseStepSuffix(stepSuffix(each) + behind)).toEqual(each);
    }),
  );
});

test.each(['', '.', '&step=', '&step=1-G-1', '&step=1-A-', '&step=-1-A-1', 'step=1-A-1', '&steps'])(
  'reads no step from %j',
  (text) => {
    expect(parseStepSuffix(text)).toBeNull();
  },
);

test('takes no path that is deeper than plans are', () => {
  expect(parseStepSuffix(`&step=1-A-${'1.'.repeat(500)}1`)).toBeNull();
});

test('examples and links can point at a step', async () => {
  const step = { query: 2, setup: 'B', path: '1.2' };
  expect(await parseLink(`#example/covering-index${stepSuffix(step)}`)).toMatchObject({ step });
  const made = await toLink({ playground: samplePlayground });
  if (made.kind !== 'made') throw new Error(made.message);
  expect(await parseLink(`${made.hash}${stepSuffix(step)}).`)).toMatchObject({
    playground: samplePlayground,
    step,
  });
});
