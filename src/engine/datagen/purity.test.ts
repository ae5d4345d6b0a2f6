import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = import.meta.dirname;
const root = join(folder, '../../..');
/** Files of other rooms that take part in making data. */
const others = [
  'numbers/normal-quantile',
  'numbers/portable-power',
  'hash/row-hash',
  'hash/text-hash',
].map((name) => join(root, `src/lib/${name}.ts`));

/** What may give other results, or other texts, in another browser, place or moment. */
const forbidden: readonly [RegExp, string][] = [
  [
    /\bMath\s*\.\s*(?!(imul|floor|ceil|round|trunc|abs|min|max|sqrt|LN2)\b)\w+/,
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
    .map((name) => join(folder, name))
    .concat(others);
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

  it('is refused by npm run lint as well', () => {
    const reports = lintReports('export const a = Math.pow(2, 3) + Date.now() + 2 ** 3;\n', [
      'src/engine/datagen/generators/bad.ts',
      'src/lib/numbers/portable-power.ts',
      'src/lib/free.ts',
    ]);
    for (const [path, count] of [
      ['generators/bad.ts', 2],
      ['portable-power.ts', 2],
      ['free.ts', 0],
    ] as const) {
      expect(
        reports.filter((line) => line.includes(`${path}:`) && line.includes('plugin')),
      ).toHaveLength(count);
      expect(
        reports.some((line) => line.includes(`${path}:`) && line.includes('noRestrictedGlobals')),
      ).toBe(count > 0);
    }
  }, 60_000);
});

/** The first lines of what Biome says of a text under these paths, by the project's own rules. */
function lintReports(text: string, paths: string[]): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    const { vcs: _, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    writeFileSync(join(copy, 'biome.json'), JSON.stringify(config));
    cpSync(join(root, 'scripts/portable-math.grit'), join(copy, 'scripts/portable-math.grit'));
    for (const path of paths) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    try {
      return execFileSync('node', [biome, 'lint', '--max-diagnostics=100'], {
        cwd: copy,
        encoding: 'utf8',
        stdio: 'pipe',
      }).split('\n');
    } catch (thrown) {
      const { stdout = '', stderr = '' } = thrown as { stdout?: string; stderr?: string };
      return `${stdout}${stderr}`.split('\n');
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
}
