import { expect, test } from 'vitest';
import { editorTheme, toHexColor } from './editor-theme.ts';

test('reads every form in which a browser computes a colour', () => {
  expect(toHexColor('rgb(29, 91, 184)')).toBe('#1d5bb8ff');
  expect(toHexColor('rgba(0, 0, 0, 0.5)')).toBe('#00000080');
  expect(toHexColor('rgb(255 255 255 / 50%)')).toBe('#ffffff80');
  expect(toHexColor('color(srgb 1 0.5 0 / 0.5)')).toBe('#ff800080');
  expect(toHexColor('rgb(10, 20, 30)', 0.2)).toBe('#0a141e33');
});

test('asks for tokens alone and gives Monaco full colours', () => {
  const asked: string[] = [];
  const theme = editorTheme((token) => {
    asked.push(token);
    return 'rgb(1, 2, 3)';
  }, true);
  expect(asked.every((token) => token.startsWith('--'))).toBe(true);
  expect(theme.base).toBe('vs-dark');
  expect(theme.rules.every(({ foreground }) => foreground === '010203')).toBe(true);
  expect(Object.values(theme.colors).every((color) => /^#[0-9a-f]{8}$/.test(color))).toBe(true);
});
