import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../engine/model/comparison/history.ts';
import { isBounded } from '../bounded-value.ts';
import { samplePlayground } from '../playgrounds.testing.ts';
import { parseHistoryEntry, parseHistorySummary } from './history-schema.ts';
import { anyHistoryEntry, anyVerdict } from './results.testing.ts';

/** One entry, always the same, small and with rounds and a plan. */
const sampleEntry: HistoryEntry = (() => {
  const found = fc
    .sample(anyHistoryEntry, { seed: 4, numRuns: 100 })
    .filter(({ results: [first] }) => first?.rounds[0] && first.firstRuns[0]?.status === 'ran')
    .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)[0];
  if (!found) throw new Error('the seed gives no such entry');
  return found;
})();

function change(path: (string | number)[], value: unknown): unknown {
  const entry: unknown = JSON.parse(JSON.stringify(sampleEntry));
  let target = entry;
  for (const key of path.slice(0, -1)) target = Reflect.get(Object(target), key);
  Reflect.set(Object(target), path.at(-1) ?? '', value);
  return entry;
}

describe('a kept comparison', () => {
  it('is read back as it was, into new objects', () => {
    fc.assert(
      fc.property(anyHistoryEntry, (entry) => {
        const parsed = parseHistoryEntry(structuredClone(entry));
        expect(parsed).toEqual(entry);
        expect(parsed).not.toBe(entry);
        expect(parseHistoryEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
      }),
      { numRuns: 60 },
    );
  });

  it('has a summary of its own', () => {
    const { id, at, title, playgroundHash, environment, isPinned } = sampleEntry;
    const summary = { id, at, title, playgroundHash, environment, isPinned };
    const names = { queries: ['q'], setups: ['baseline'] };
    expect(parseHistorySummary({ ...summary, ...names })).toEqual({ ...summary, ...names });
    expect(parseHistorySummary(summary)).toBeNull();
    expect(parseHistorySummary(sampleEntry)).toBeNull();
  });

  it('with changed characters is another comparison or none, never an error', () => {
    const text = JSON.stringify(sampleEntry);
    let kept = 0;
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(6), (position, bit) => {
        const code = text.charCodeAt(position) ^ (1 << bit);
        const flipped =
          text.slice(0, position) + String.fromCharCode(code) + text.slice(position + 1);
        let value: unknown;
        try {
          value = JSON.parse(flipped);
        } catch {
          return;
        }
        const parsed = parseHistoryEntry(value);
        if (parsed) kept++;
        // What is taken is taken whole: nothing is dropped or added on the way.
        if (parsed) expect(JSON.parse(JSON.stringify(parsed))).toEqual(value);
      }),
      { numRuns: 600 },
    );
    expect(kept).toBeGreaterThan(0);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });

  it('of any other value is none', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withDate: true }), (value) => {
        expect(parseHistoryEntry(value)).toBeNull();
        expect(parseHistorySummary(value)).toBeNull();
        expect(parseHistoryEntry(change(['results', 0], value))).toBeNull();
        expect(parseHistoryEntry(change(['counts'], { 'q/s': value }))).toBeNull();
      }),
    );
  });

  it.each<[string, (string | number)[], unknown]>([
    ['an unknown key', ['extra'], 1],
    [
      'a verdict of no kind',
      ['results', 0, 'rounds', 0, 'standing', 'verdicts'],
      { s1: { kind: 'x' } },
    ],
    ['an order of no ids', ['results', 0, 'rounds', 0, 'order'], ['s1', 5]],
    ['an infinite time', ['results', 0, 'budgetMs'], Number.POSITIVE_INFINITY],
    ['a time of NaN', ['results', 0, 'budgetMs'], Number.NaN],
    ['a number as text', ['environment', 'cores'], '2'],
    ['no time of day', ['at'], 'yesterday'],
    ['an id below 1', ['id'], 0],
    ['too many rounds', ['results', 0, 'rounds'], Array(10_001).fill(null)],
    ['markup in place of a result', ['results', 0], '<img src=x onerror=alert(1)>'],
    ['an id that every object answers to', ['results', 0, 'queryId'], 'constructor'],
    ['a cell without a stroke', ['counts'], { constructor: { basis: 'x' } }],
    ['a playground that is none', ['playground', 'setups'], []],
  ])('with %s is none', (_, path, value) => {
    expect(parseHistoryEntry(change(path, value))).toBeNull();
  });

  it('with keys of prototypes changes no prototype', () => {
    const text = JSON.stringify(sampleEntry);
    const poison = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
    // Each object of the entry; braces inside texts are no JSON then.
    for (const { index: start } of text.matchAll(/\{(?=["}])/g)) {
      const value: unknown = JSON.parse(
        `${text.slice(0, start + 1)}${poison}${text.slice(start + 1)}`.replaceAll(',}', '}'),
      );
      expect(parseHistoryEntry(value), `at ${start}`).toBeNull();
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });

  it('that holds the rows of a plan as a tree too is read without the tree', () => {
    const row = { id: 2, parent: 0, cost: 9, detail: 'SCAN t' };
    const plan = { rows: [row], badge: 'scan' };
    const path = ['results', 0, 'firstRuns', 0, 'plan'];
    const kept = parseHistoryEntry(change(path, { ...plan, nodes: [{ ...row, children: [] }] }));
    expect(kept).toEqual(change(path, plan));
    expect(parseHistoryEntry(change(path, { ...plan, edges: [] }))).toBeNull();
  });

  it('that nests without end is none', () => {
    const endless: unknown[] = [];
    endless.push(endless);
    let deep: unknown = { children: [] };
    for (let depth = 0; depth < 100_000; depth++) deep = { children: [deep] };
    for (const nodes of [endless, [deep]]) {
      const plan = { rows: [], nodes, badge: 'scan' };
      const run = { ...sampleEntry.results[0]?.firstRuns[0], plan };
      expect(parseHistoryEntry(change(['results', 0, 'firstRuns', 0], run))).toBeNull();
    }
  });
});

describe('bounds on values', () => {
  it('count what is held in common each time that it would be walked', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 60; depth++) value = [value, value];
    expect(isBounded(value, 100, 1_000_000)).toBe(false);
  });

  it('are the depth and the number of values', () => {
    expect(isBounded([[1]], 2, 10)).toBe(true);
    expect(isBounded([[[1]]], 2, 10)).toBe(false);
    expect(isBounded([1, 2, 3], 2, 4)).toBe(true);
    expect(isBounded([1, 2, 3], 2, 3)).toBe(false);
    expect(isBounded(samplePlayground, 16, 1000)).toBe(true);
  });
});

it('verdicts of every kind come up in these tests', () => {
  const kinds = new Set(fc.sample(anyVerdict, 500).map(({ kind }) => kind));
  expect(kinds.size).toBe(12);
});
