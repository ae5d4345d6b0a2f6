import { expect, test } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';

test('agrees with published quantiles to 14 digits', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods 1.3.6.7.1, and Abramowitz and Stegun 26.2.
  for (const [share, z] of [
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [0.9999, 3.719016485455709],
    [1e-6, -4.753424308822899],
    [1e-10, -6.361340902404056],
  ] as const) {
    expect(Math.abs(normalQuantile(share) - z)).toBeLessThan(2e-15 * Math.max(1, Math.abs(z)));
  }
});

test('is symmetric and rises, also where its parts meet', () => {
  let before = Number.NEGATIVE_INFINITY;
  for (let step = 1; step < 4096; step++) {
    const share = step / 4096;
    const z = normalQuantile(share);
    expect(z).toBeGreaterThan(before);
    expect(z + normalQuantile(1 - share)).toBeCloseTo(0, 13);
    before = z;
  }
  expect(normalQuantile(0.925 + 1e-12) - normalQuantile(0.925 - 1e-12)).toBeLessThan(1e-10);
});

test('is the same to the last bit on every machine', () => {
  expect(normalQuantile(0.3)).toBe(-0.5244005127080407);
  expect(normalQuantile(0.001)).toBe(-3.090232306167813);
  expect(normalQuantile(0.5 / 4294967296)).toMatchInlineSnapshot(`-6.337957754553788`);
});
