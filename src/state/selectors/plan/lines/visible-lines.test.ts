import { describe, expect, it } from 'vitest';
import type { StepLine } from './step-line.ts';
import { nothingFolded, openedTo, visibleLines, withBranch, withMore } from './visible-lines.ts';

/** Lines from their levels and texts: two blanks a level. */
function linesFrom(...texts: string[]): StepLine[] {
  const levels = texts.map((text) => (text.length - text.trimStart().length) / 2 + 1);
  const places = levels.map((level, index) => {
    const start = levels.slice(0, index).findLastIndex((each) => each < level) + 1;
    const after = levels.findIndex((each, at) => at > index && each < level);
    const end = after < 0 ? levels.length : after;
    const isBeside = (each: number) => each === level;
    return {
      position: levels.slice(start, index + 1).filter(isBeside).length,
      siblings: levels.slice(start, end).filter(isBeside).length,
    };
  });
  return texts.map((text, index) => ({
    id: `s${index}`,
    path: `s${index}`,
    isRemoved: false,
    row: index + 1,
    edge: null,
    text: text.trim(),
    sentence: '',
    badges: [],
    changes: [],
    actual: null,
    uncounted: null,
    cost: '',
    level: levels[index] ?? 1,
    hasChildren: (levels[index + 1] ?? 0) > (levels[index] ?? 0),
    ...(places[index] ?? { position: 1, siblings: 1 }),
  }));
}

function drawn(lines: readonly StepLine[], folds = nothingFolded): string[] {
  return visibleLines(lines, folds).map((each) => {
    const sign = each.isOpen === null ? '-' : each.isOpen ? 'v' : '>';
    return `${'  '.repeat(each.level - 1)}${sign} ${each.kind === 'step' ? each.line.text : each.text}`;
  });
}

const join = linesFrom('SCAN a', '  SEARCH b', '    SEARCH c', 'USE TEMP B-TREE');
const arms = Array.from({ length: 30 }, (_, index) => [`  INDEX ${index + 1}`, '    SEARCH a']);
const or = linesFrom('MULTI-INDEX OR', ...arms.flat(), 'USE TEMP B-TREE');

describe('visibleLines', () => {
  it('leaves out what is inside a closed step', () => {
    expect(drawn(join)).toEqual([
      'v SCAN a',
      '  v SEARCH b',
      '    - SEARCH c',
      '- USE TEMP B-TREE',
    ]);
    const closed = withBranch(nothingFolded, 's0', false);
    expect(drawn(join, closed)).toEqual(['> SCAN a', '- USE TEMP B-TREE']);
    expect(drawn(join, withBranch(closed, 's0', true))).toEqual(drawn(join));
  });

  it('says how many arms follow the first ten, and goes on behind them', () => {
    const [first, ...others] = drawn(or);
    expect(first).toBe('v MULTI-INDEX OR');
    expect(others.slice(-4)).toEqual([
      '  v INDEX 10',
      '    - SEARCH a',
      '  > 20 more like this',
      '- USE TEMP B-TREE',
    ]);
    expect(drawn(or, withMore(nothingFolded, 's0'))).toHaveLength(or.length);
  });

  it('calls what is not alike steps, and never folds one alone', () => {
    const mixed = Array.from({ length: 12 }, (_, index) => `${'AB'[index % 2]} x`);
    expect(drawn(linesFrom(...mixed)).at(-1)).toBe('> 2 more steps');
    expect(drawn(linesFrom(...mixed.slice(1)))).toHaveLength(11);
  });

  it('draws a long plan in parts', () => {
    const deep = linesFrom(
      ...Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}SCAN t${at}`),
    );
    expect(drawn(deep)).toHaveLength(151);
    expect(drawn(deep).at(-1)).toBe('> 150 more lines');
    const more = withMore(nothingFolded, 'the plan');
    expect(drawn(deep, more).at(-1)).toBe('> 50 more lines');
    expect(openedTo(nothingFolded, deep, 's299').shown.get('the plan')).toBe(150);
  });
});

describe('openedTo', () => {
  it('opens what hides a line, and nothing where it is seen', () => {
    const closed = withBranch(withBranch(nothingFolded, 's0', false), 's1', false);
    expect(drawn(join, openedTo(closed, join, 's2'))).toEqual(drawn(join));
    expect(openedTo(closed, join, 's0')).toBe(closed);
  });

  it('opens a fold as far as the line', () => {
    const last = or.at(-2)?.id ?? '';
    expect(drawn(or, openedTo(nothingFolded, or, last))).toHaveLength(or.length);
    const some = openedTo(nothingFolded, or, or.find(({ text }) => text === 'INDEX 15')?.id ?? '');
    expect(drawn(or, some)).toContain('  > 15 more like this');
  });
});
