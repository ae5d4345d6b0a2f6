import { expect, test } from 'vitest';
import type { ExplainOutcome } from '../../../engine/model/plan/planning.ts';
import type { Explanation } from '../../../engine/model/plan/program.ts';
import { lastExplanations } from './last-explanations.ts';

const explanation = (detail: string): Explanation => ({
  rows: [{ id: 1, parent: 0, cost: 0, detail }],
  instructions: [],
  trees: [],
});
const explained = (detail: string): ExplainOutcome => ({
  status: 'explained',
  explanation: explanation(detail),
  bindings: {},
  isProvisional: false,
});
const failed: ExplainOutcome = {
  status: 'failed',
  error: { code: 'sql-invalid', message: 'near "FRM": syntax error' },
};

test('a statement that fails leaves what was explained before, until it compiles again', () => {
  const before = lastExplanations({}, { a: explained('SCAN t'), b: explained('SCAN t') });
  const broken = lastExplanations(before, { a: failed, b: failed });
  expect(broken).toBe(before);
  const repaired = lastExplanations(broken, { a: explained('SEARCH t'), b: failed });
  expect(repaired).toEqual({ a: explanation('SEARCH t'), b: explanation('SCAN t') });
});

test('cells that nobody asks about any more are forgotten', () => {
  const before = lastExplanations({}, { a: explained('SCAN t') });
  expect(lastExplanations(before, { b: failed })).toEqual({});
  expect(lastExplanations({}, {})).toEqual({});
});
