// Two plans set against each other line by line: the fall-back where their trees have nothing in common.
// Knows nothing of what the lines say.
import type { StepNode } from '../../model/plan/plan-step.ts';
import { everyStep } from '../every-step.ts';
import { maskNumbering } from '../plan-key.ts';
import type { LineDifference } from './plan-difference.ts';

/**
 * A shortest way from the lines of the baseline to those of the other plan, lines that go before
 * lines that come (longest common subsequence). Same lines carry the other plan's text.
 */
export function lineDifference(
  baseline: readonly StepNode[],
  other: readonly StepNode[],
): LineDifference[] {
  const [ones, twos] = [linesOf(baseline), linesOf(other)];
  const isSame = (one: number, two: number) => ones[one]?.key === twos[two]?.key;
  let start = 0;
  while (start < Math.min(ones.length, twos.length) && isSame(start, start)) start++;
  let tail = 0;
  const most = Math.min(ones.length, twos.length) - start;
  while (tail < most && isSame(ones.length - 1 - tail, twos.length - 1 - tail)) tail++;
  const middle = commonLines(
    ones.slice(start, ones.length - tail),
    twos.slice(start, twos.length - tail),
  );
  const lines: LineDifference[] = [];
  let [one, two] = [0, 0];
  const common = [
    ...twos.slice(0, start).map((_, index) => [index, index] as const),
    ...middle.map(([from, to]) => [from + start, to + start] as const),
    ...Array.from({ length: tail }, (_, index) => {
      const back = tail - index;
      return [ones.length - back, twos.length - back] as const;
    }),
    [ones.length, twos.length] as const,
  ];
  for (const [nextOne, nextTwo] of common) {
    for (; one < nextOne; one++) push(lines, 'removed', ones[one]);
    for (; two < nextTwo; two++) push(lines, 'added', twos[two]);
    push(lines, 'same', twos[two]);
    one++;
    two++;
  }
  return lines;
}

interface Line {
  indent: number;
  text: string;
  key: string;
}

function linesOf(nodes: readonly StepNode[]): Line[] {
  return everyStep(nodes).map(({ path, detail }) => {
    const indent = path.split('.').length - 1;
    return { indent, text: detail, key: `${indent} ${maskNumbering(detail)}` };
  });
}

function push(lines: LineDifference[], status: LineDifference['status'], line: Line | undefined) {
  if (line !== undefined) lines.push({ status, indent: line.indent, text: line.text });
}

// The table of lengths grows with the product of both; plans have some thousand lines at most.
function commonLines(ones: readonly Line[], twos: readonly Line[]): [number, number][] {
  const width = twos.length + 1;
  const lengths = new Uint16Array((ones.length + 1) * width);
  const at = (one: number, two: number) => lengths[one * width + two] ?? 0;
  for (let one = ones.length - 1; one >= 0; one--) {
    for (let two = twos.length - 1; two >= 0; two--) {
      lengths[one * width + two] =
        ones[one]?.key === twos[two]?.key
          ? at(one + 1, two + 1) + 1
          : Math.max(at(one + 1, two), at(one, two + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let one = 0, two = 0; one < ones.length && two < twos.length; ) {
    if (ones[one]?.key === twos[two]?.key) pairs.push([one++, two++]);
    else if (at(one + 1, two) >= at(one, two + 1)) one++;
    else two++;
  }
  return pairs;
}
