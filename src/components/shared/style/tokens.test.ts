import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
type Rgb = [number, number, number];

/** Every colour token as its light and its dark value. */
const colors = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light: toRgb(light), dark: toRgb(dark) }],
  ),
);
const themes = ['light', 'dark'] as const;
const setups = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `setup-${letter}`);
const heats = ['heat-faster', 'heat-slower', 'heat-steps'];
const surfaces = ['bg', 'panel', 'raised', 'sunk', 'hover'];

function color(name: string, theme: 'light' | 'dark'): Rgb {
  const found = colors.get(name);
  if (!found) throw new Error(`No colour token --${name}`);
  return found[theme];
}

/** Linear light, 0 to 1. */
function toRgb(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira, Fernandes 2009, severity 1: how the colour is seen with a missing cone. */
const visions: Record<string, [Rgb, Rgb, Rgb]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenWith([red, green, blue]: [Rgb, Rgb, Rgb], seen: Rgb): Rgb {
  const dot = (row: Rgb) => Math.max(0, row[0] * seen[0] + row[1] * seen[1] + row[2] * seen[2]);
  return [dot(red), dot(green), dot(blue)];
}

/** Distance in OKLab (Ottosson 2020), where equal steps look equal; x 100. */
function distance(one: Rgb, other: Rgb): number {
  const lab = ([r, g, b]: Rgb): Rgb => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const [a, b] = [lab(one), lab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(themes)('the %s theme', (theme) => {
  it.each(surfaces)('has readable text on %s', (surface) => {
    for (const text of ['text', 'dim']) {
      expect(contrast(color(text, theme), color(surface, theme)), text).toBeGreaterThan(4.5);
    }
  });

  it.each(['ok', 'warn', 'bad', 'accent'])('has readable %s text', (tone) => {
    for (const ground of ['panel', 'bg', `${tone}-soft`]) {
      expect(contrast(color(tone, theme), color(ground, theme)), ground).toBeGreaterThan(4.5);
    }
  });

  it('has readable text on every soft ground', () => {
    for (const ground of ['ok-soft', 'warn-soft', 'bad-soft', 'accent-soft']) {
      expect(contrast(color('text', theme), color(ground, theme)), ground).toBeGreaterThan(7);
    }
  });

  it('has readable text on filled buttons', () => {
    const pairs = [
      ['accent-ink', 'accent'],
      ['accent-ink', 'accent-hover'],
      ['danger-ink', 'danger'],
    ] as const;
    for (const [ink, ground] of pairs) {
      expect(contrast(color(ink, theme), color(ground, theme)), ground).toBeGreaterThan(4.5);
    }
  });

  it.each(setups)('has %s readable as text and as ground', (setup) => {
    for (const surface of ['bg', 'panel', 'sunk']) {
      expect(contrast(color(setup, theme), color(surface, theme)), surface).toBeGreaterThan(4.5);
    }
    expect(contrast(color('setup-ink', theme), color(setup, theme))).toBeGreaterThan(4.5);
  });

  it.each(heats)('has readable text on %s', (ground) => {
    for (const text of ['text', 'dim', 'ok', 'warn', 'bad']) {
      expect(contrast(color(text, theme), color(ground, theme)), text).toBeGreaterThan(4.5);
    }
  });

  it('has readable text on the ground of pages, and edges that can be seen', () => {
    expect(contrast(color('text', theme), color('bytes', theme))).toBeGreaterThan(4.5);
    expect(contrast(color('bytes-edge', theme), color('panel', theme))).toBeGreaterThan(3);
  });

  it('has readable SQL', () => {
    for (const kind of ['keyword', 'string', 'number', 'parameter', 'comment']) {
      for (const surface of ['bg', 'panel']) {
        const ratio = contrast(color(`syntax-${kind}`, theme), color(surface, theme));
        expect(ratio, `${kind} on ${surface}`).toBeGreaterThan(4.5);
      }
    }
  });

  it('draws the edges of controls visibly', () => {
    for (const surface of ['bg', 'panel', 'sunk']) {
      expect(contrast(color('edge', theme), color(surface, theme)), surface).toBeGreaterThan(3);
    }
  });

  it.each(Object.entries(visions))('keeps the setups apart with %s vision', (_, vision) => {
    for (const [index, one] of setups.entries()) {
      for (const other of setups.slice(index + 1)) {
        const [a, b] = [one, other].map((name) => seenWith(vision, color(name, theme)));
        if (!a || !b) throw new Error('Unreachable: two names give two colours');
        expect(distance(a, b), `${one} and ${other}`).toBeGreaterThan(7);
      }
    }
  });
});

describe.each(themes)('the colours of the cells in the %s theme', (theme) => {
  it.each(Object.entries(visions))(
    'tell faster, slower and neither apart with %s vision',
    (_, vision) => {
      const [faster, slower, neither] = ['heat-faster', 'heat-slower', 'panel'].map((name) =>
        seenWith(vision, color(name, theme)),
      );
      if (!faster || !slower || !neither)
        throw new Error('Unreachable: three names, three colours');
      expect(distance(faster, slower)).toBeGreaterThan(9);
      expect(distance(faster, neither)).toBeGreaterThan(9);
      expect(distance(slower, neither)).toBeGreaterThan(9);
    },
  );
});

it('states every colour for both themes', () => {
  const undeclared = [...css.matchAll(/^ {2}--[a-z-]+: #/gm)].map(([line]) => line);
  expect(undeclared).toEqual([]);
});
