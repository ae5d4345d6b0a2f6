import { describe, expect, test } from 'vitest';
import { type KeyPress, shortcutKeys, shortcutOf } from './shortcuts.ts';

/** 'Ctrl+Shift+Z' as the browser reports it. */
function press(text: string): KeyPress {
  const parts = text.split('+');
  const has = (modifier: string) => parts.includes(modifier);
  const key = parts.at(-1) ?? '';
  return {
    key: has('Shift') ? key.toUpperCase().replace('ENTER', 'Enter') : key,
    ctrlKey: has('Ctrl'),
    metaKey: has('Cmd'),
    shiftKey: has('Shift'),
    altKey: has('Alt'),
    repeat: false,
  };
}

describe('shortcuts', () => {
  test.each([
    ['Ctrl+Enter', 'run'],
    ['Ctrl+Shift+Enter', 'compare'],
    ['Ctrl+s', 'copy-link'],
    ['Ctrl+k', 'commands'],
    ['Ctrl+z', 'undo'],
    ['Ctrl+Shift+z', 'redo'],
    ['Ctrl+y', 'redo'],
  ])('%s is %s', (keys, id) => {
    expect(shortcutOf(press(keys), false)).toBe(id);
    if (keys !== 'Ctrl+y') {
      expect(shortcutOf(press(keys.replace('Ctrl', 'Cmd')), true)).toBe(id);
      expect(shortcutOf(press(keys), true)).toBeNull();
    }
  });

  test.each(['Ctrl+r', 'Ctrl+Shift+r', 'Ctrl+Shift+s', 'Ctrl+Alt+s', 's', 'Shift+Enter', 'Enter'])(
    '%s is left to the browser',
    (keys) => {
      expect(shortcutOf(press(keys), false)).toBeNull();
      expect(shortcutOf(press(keys), true)).toBeNull();
    },
  );

  test('Escape alone stops, on every machine', () => {
    for (const isMac of [false, true]) {
      expect(shortcutOf(press('Escape'), isMac)).toBe('stop');
      for (const modifier of ['Ctrl', 'Cmd', 'Shift', 'Alt']) {
        const modified = { ...press(modifier), key: 'Escape' };
        const held = { ctrlKey: modifier === 'Ctrl', metaKey: modifier === 'Cmd' };
        const others = { shiftKey: modifier === 'Shift', altKey: modifier === 'Alt' };
        expect(shortcutOf({ ...modified, ...held, ...others }, isMac)).toBeNull();
      }
    }
    expect(shortcutOf({ ...press('Escape'), repeat: true }, false)).toBeNull();
  });

  test('a key held down runs once, but undoes on', () => {
    expect(shortcutOf({ ...press('Ctrl+Enter'), repeat: true }, false)).toBeNull();
    expect(shortcutOf({ ...press('Ctrl+z'), repeat: true }, false)).toBe('undo');
  });

  test('are drawn with the keys of the machine', () => {
    expect(shortcutKeys('compare', false)).toEqual(['Ctrl', '⇧', '↵']);
    expect(shortcutKeys('compare', true)).toEqual(['⌘', '⇧', '↵']);
  });
});
