import { expect, test } from 'vitest';
import { studentCentral, studentQuantile } from './student-t.ts';

test('quantiles equal the published table', () => {
  // Fisher and Yates, Statistical Tables, table III: two-sided 5 % and 1 %.
  const twoSided5 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
  const twoSided1 = [63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.25, 3.169];
  for (const [index, quantile] of twoSided5.entries()) {
    expect(studentQuantile(0.95, index + 1)).toBeCloseTo(quantile, 3);
  }
  for (const [index, quantile] of twoSided1.entries()) {
    expect(studentQuantile(0.99, index + 1)).toBeCloseTo(quantile, 3);
  }
  expect(studentQuantile(0.95, 30)).toBeCloseTo(2.042, 3);
  expect(studentQuantile(0.95, 120)).toBeCloseTo(1.98, 3);
});

test('the quantile undoes the probability', () => {
  for (const freedom of [1, 2, 3, 4, 7, 12]) {
    expect(studentCentral(studentQuantile(0.9, freedom), freedom)).toBeCloseTo(0.9, 12);
  }
});
