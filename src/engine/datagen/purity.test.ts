import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = import.meta.dirname;

/** What may give other results, or other texts, in another browser, place or moment. */
const forbidden: readonly [RegExp, string][] = [
  [
    /\bMath\s*\.\s*(?!(imul|floor|ceil|trunc|abs|min|max|sqrt)\b)\w+/,
    'a Math function that browsers may compute differently',
  ],
  [/\bMath\s*\[/, 'Math by a computed name'],
  [/(?<![\w.])Math\b(?!\s*\.)/, 'Math itself'],
  [/\*\*/, 'the power operator'],
  [/\bIntl\b/, 'Intl'],
  [/\bDate\s*\(|\bDate\s*\./, 'Date: local time, or the present'],
  [
    /\btoLocale\w*|\blocaleCompare\b|\bnormalize\s*\(/,
    'text that depends on the place or on Unicode tables',
  ],
  [/\bperformance\b|\bcrypto\b/, 'the clock, or random numbers without a seed'],
];

function sources(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function findings(source: string): string[] {
  const code = withoutComments(source);
  return forbidden.flatMap(([pattern, reason]) => {
    const found = pattern.exec(code);
    return found ? [`${found[0].trim()}: ${reason}`] : [];
  });
}

describe('generators', () => {
  it('use nothing that differs between browsers, places or moments', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(15);
    const found = files.flatMap((file) =>
      findings(readFileSync(file, 'utf8')).map((finding) => `${file}: ${finding}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught if they did', () => {
    const bad = [
      'const x = Math.pow(2, 3);',
      'const x = Math.log(2);',
      'const x = y ** 0.5;',
      'const { sin } = Math;',
      "new Intl.NumberFormat('en')",
      'new Date()',
      'Date.now()',
      'value.toLocaleString()',
      'Math.random()',
    ];
    expect(bad.filter((source) => findings(source).length === 0)).toEqual([]);
    expect(findings('Math.imul(1, 2) + Math.floor(3) // Math.pow')).toEqual([]);
  });
});
