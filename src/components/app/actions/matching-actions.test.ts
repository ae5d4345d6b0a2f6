import { describe, expect, test } from 'vitest';
import type { AppAction } from './app-actions.ts';
import { matchingActions } from './matching-actions.ts';

const labels = ['Run query', 'Compare', 'Add query', 'Theme: Dark', 'Select query: dark horses'];
const actions: AppAction[] = labels.map((label) => ({
  id: label,
  label,
  group: label.startsWith('Theme') ? 'View' : 'Engine',
  refusal: null,
  run: () => {},
}));
const labelsFor = (text: string) => matchingActions(actions, text).map(({ label }) => label);

describe('matching commands', () => {
  test('an empty text keeps all in their order', () => {
    expect(labelsFor('  ')).toEqual(labels);
  });

  test('every word must occur, in any order and letter case', () => {
    expect(labelsFor('DARK theme')).toEqual(['Theme: Dark']);
    expect(labelsFor('query run')).toEqual(['Run query']);
    expect(labelsFor('nothing')).toEqual([]);
  });

  test('a beginning comes before the middle of a word', () => {
    expect(labelsFor('re')).toEqual(['Compare']);
    expect(labelsFor('c')[0]).toBe('Compare');
    expect(labelsFor('view')).toEqual(['Theme: Dark']);
  });
});
