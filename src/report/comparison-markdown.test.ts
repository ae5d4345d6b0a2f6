import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Playground } from '../engine/model/playground.ts';
import { anyPlayground } from '../share/playgrounds.testing.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';
import type { CellDoubt, ComparisonReport } from './comparison-report.ts';
import { anyReport, sampleReport } from './reports.testing.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    'a | b || c\\|d',
    '```\n# title\n```',
    '<img src=x onerror=alert(1)>',
    '](javascript:alert(1)) [x',
    '![x](https://evil.example/x.png)',
    '_www.evil.example https://evil.example',
    '\n\n---\n\n* a\n1. b\n> c',
    '\\',
    '`` ` `',
    '**b** __i__ ~~s~~ $x$ &lt;b&gt;',
    'a\r\n| --- |\r\n',
    '\u202edlrow\u2066\u0000\ud800',
    '&#124;',
  ),
  fc.string({ unit: fc.constantFrom(...'|`\\<>[]()*_~#&$\n\r- a1.') }),
);

const hostilePlayground: fc.Arbitrary<Playground> = fc
  .tuple(anyPlayground, fc.infiniteStream(hostile))
  .map(([playground, stream]) => {
    const next = () => stream.next().value ?? '';
    const names = new Map(playground.indexes.map(({ name }, index) => [name, `${next()}${index}`]));
    return {
      ...playground,
      title: next(),
      indexes: playground.indexes.map(({ name }) => ({ name: names.get(name) ?? '', sql: next() })),
      queries: playground.queries.map((query) => ({ ...query, name: next(), sql: next() })),
      setups: playground.setups.map((setup) => ({
        ...setup,
        name: next(),
        indexes: setup.indexes.map((name) => names.get(name) ?? ''),
      })),
    };
  });

interface Outline {
  /** The lines outside of code, without empty ones. */
  lines: string[];
  codes: string[];
}

/** Reads blocks of code as CommonMark does (section 4.5). */
function outlineOf(markdown: string): Outline {
  const lines: string[] = [];
  const codes: string[] = [];
  let fence = '';
  let code: string[] = [];
  for (const line of markdown.split('\n')) {
    const run = /^ {0,3}(`{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && run !== '') {
      fence = run;
      code = [];
    } else if (fence !== '' && run.length >= fence.length && line.trim() === run) {
      codes.push(code.join('\n'));
      fence = '';
    } else if (fence !== '') {
      code.push(line);
    } else if (line !== '') {
      lines.push(line);
    }
  }
  expect(fence, 'a block of code without end').toBe('');
  return { lines, codes };
}

/** What is left of a line when all that is escaped is gone. */
function bare(line: string): string {
  return line.replace(/\\[!-/:-@[-`{-~]|&(?:amp|lt|gt|#\d+);/g, '');
}

/** Escaped text as its reader sees it. */
function rendered(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>' };
  return text.replace(/\\([!-/:-@[-`{-~])|&(?:(amp|lt|gt)|#(\d+));/g, (_, escaped, name, code) => {
    if (escaped !== undefined) return escaped;
    return name === undefined ? String.fromCharCode(Number(code)) : (named[name] ?? '');
  });
}

describe('a comparison as Markdown', () => {
  it('has the figures, the method, the environment and the statements', () => {
    const text = comparisonMarkdown(sampleReport);
    expect(text.split('\n').slice(0, 8)).toEqual([
      '## Product search',
      '',
      '### expensive in a category',
      '',
      '| Setup | Indexes on | Statistics | Cache | Plan | Median | Samples | Verdict | Rows | VM steps | Full-scan steps | Page misses |',
      '| --- | --- | --- | --- | --- | --: | --: | --- | --: | --: | --: | --: |',
      '| A baseline | none | off | none | SCAN | 11.2 ms | 12 × 3 calls | baseline | 99 | 400,601 | 99,999 | 312 |',
      '| B by category | idx_category | on | none | SEARCH | 1.90 ms | 12 × 3 calls | 5.9× faster (5.6–6.1) | 99 | not counted | not counted | not counted |',
    ]);
    expect(text).toContain(
      'Control (A against A): −2.0 % to +1.0 % time, 95 % interval; ratios within ±5 % count as equal. Rounds: 12, 1 discarded because the page was hidden.',
    );
    expect(outlineOf(text).codes).toEqual([
      'SELECT * FROM products WHERE category = 3;',
      'CREATE INDEX idx_category ON products (category);',
    ]);
    expect(text).toContain(
      'Environment: SQLite 3.54.1 in sql.js (WebAssembly); Chromium 156; 2 cores;',
    );
    expect(text).toContain('rows: products 100,000, orders 0; seed 42');
    expect(text.trimEnd().endsWith('Reproduce: <https://dyno.example/#p=1.6.abcdef.ghijkl>')).toBe(
      true,
    );
    expect(text).not.toContain('never measured');
  });

  it('without counters has no columns of them', () => {
    const text = comparisonMarkdown({ ...sampleReport, counts: {} });
    expect(text).not.toMatch(/VM steps|not counted/);
  });

  it.each<[CellDoubt, RegExp]>([
    ['stale', /5\.9× faster \(5\.6–6\.1\); stale, something/],
    ['other-baseline', /\| withheld: measured against another baseline \|/],
    ['incomplete-baseline', /\| withheld: an index of the baseline/],
    ['incomplete-setup', /\| withheld: an index of this setup/],
  ])('says that a cell is in doubt: %s', (doubt, words) => {
    const text = comparisonMarkdown({ ...sampleReport, doubts: { 'q1/s2': doubt } });
    expect(text).toMatch(words);
    if (doubt !== 'stale') expect(text).not.toContain('faster');
  });

  it('words what ended early, failed or took too long', () => {
    const [result] = sampleReport.results;
    if (!result) throw new Error('the sample has a result');
    const error = { code: 'sql-failed' as const, message: 'no such | column' };
    const limit = { code: 'time-limit' as const, message: 'over' };
    const report: ComparisonReport = {
      ...sampleReport,
      results: [
        {
          ...result,
          status: 'stopped',
          rounds: [],
          firstRuns: [
            { status: 'failed', setupId: 's1', error },
            { status: 'failed', setupId: 's2', error: limit },
          ],
        },
      ],
    };
    const text = comparisonMarkdown(report);
    expect(text).toContain('| failed (no such &#124; column) |');
    expect(text).toContain('| &gt; 20.0 s |');
    expect(text).toContain('Rounds: 0, stopped early, 1 discarded');
  });

  it('ends a statement behind its comment', () => {
    const [query] = sampleReport.playground.queries;
    if (!query) throw new Error('the sample has a query');
    const queries = [{ ...query, sql: 'SELECT 1 -- one' }];
    const text = comparisonMarkdown({
      ...sampleReport,
      playground: { ...sampleReport.playground, queries },
    });
    expect(outlineOf(text).codes[0]).toBe('SELECT 1 -- one\n;');
  });

  it('stays whole whatever names and statements hold', () => {
    fc.assert(
      fc.property(
        hostilePlayground.chain((playground) => anyReport(playground)),
        (report) => {
          const { playground, results, link } = report;
          const { lines, codes } = outlineOf(comparisonMarkdown(report));
          expect(codes).toHaveLength(results.length + (playground.indexes.length > 0 ? 1 : 0));
          const tables = lines.filter((line) => line.startsWith('|'));
          expect(tables).toHaveLength(results.length * (playground.setups.length + 2));
          const unsafe = tables.filter((table) => /[`*<>[\]~$\\]|:\/\//.test(bare(table)));
          expect(unsafe).toEqual([]);
          const columns = new Set(tables.map((table) => bare(table).split('|').length - 1));
          expect([...columns].filter((count) => count !== 10 && count !== 13)).toEqual([]);
          const others = lines.filter((line) => !line.startsWith('|') && !line.startsWith('Repro'));
          for (const line of others) {
            expect(line).toMatch(
              /^(## |### |Environment: |Control |Few long |Rounds: |Times are |Nothing was )/,
            );
            expect(bare(line).replace(/^#+ /, '')).not.toMatch(/[`*<>[\]~$\\|#]|:\/\/|www\./i);
          }
          expect(lines.filter((line) => line.startsWith('Repro'))).toHaveLength(link ? 1 : 0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows names as they are, white space and invisible characters apart', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const report = { ...sampleReport, playground: { ...sampleReport.playground, title } };
        const first = comparisonMarkdown(report).split('\n')[0] ?? '';
        const seen = title
          .replace(/\s+/g, ' ')
          .trim()
          .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '\uFFFD');
        expect(rendered(first)).toBe(`## ${seen || 'Untitled playground'}`);
      }),
    );
  });
});
