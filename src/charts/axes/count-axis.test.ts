import { expect, test } from 'vitest';
import { countTicks } from './count-axis.ts';

const labels = (domain: [number, number], maxTicks: number) =>
  countTicks(domain, maxTicks).map(({ label }) => label);

test('counts read as they are said', () => {
  expect(labels([2, 3], 3)).toEqual(['100', '300', '1k']);
  expect(labels([3, 6], 4)).toEqual(['1k', '10k', '100k', '1M']);
  expect(labels([9, 10], 2)).toEqual(['1G', '10G']);
});
