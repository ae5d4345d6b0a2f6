import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPlayground } from '../share/playgrounds.testing.ts';
import { anyReport, sampleReport } from './reports.testing.ts';
import { samplesCsv } from './samples-csv.ts';
import { samplesJson } from './samples-json.ts';

/** Reads CSV as RFC 4180 has it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('samples as CSV', () => {
  it('have a row for each sample in the order measured, the control among them', () => {
    const [head, ...rows] = parseCsv(samplesCsv(sampleReport));
    expect(rows).toHaveLength(3);
    const named = rows.map((row) =>
      Object.fromEntries((head ?? []).map((name, index) => [name, row[index]])),
    );
    expect(named[1]).toMatchObject({
      query: 'expensive in a category',
      setup: 'A',
      setup_name: 'baseline',
      round: '1',
      position: '2',
      is_control: 'true',
      per_call_ms: '11.3',
      calls: '3',
      hits: '',
      warm_per_call_ms: '',
      sqlite_version: '3.54.1',
      seed: '42',
      row_counts: 'products=100000; orders=0',
    });
    expect(named.map(({ setup, is_control }) => [setup, is_control])).toEqual([
      ['B', 'false'],
      ['A', 'true'],
      ['A', 'false'],
    ]);
  });

  it('are read back whole, whatever the names, and hold no formula', () => {
    fc.assert(
      fc.property(anyPlayground.chain(anyReport), (report) => {
        const [head, ...rows] = parseCsv(samplesCsv(report));
        const samples = report.results.flatMap(({ rounds }) =>
          rounds.flatMap(({ order, control }) =>
            order.filter((id) => id !== 'control' || control !== null),
          ),
        );
        expect(rows).toHaveLength(samples.length);
        for (const row of rows) {
          expect(row).toHaveLength(head?.length ?? 0);
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('samples as JSON', () => {
  it('hold what was measured, and say when and where', () => {
    const document = JSON.parse(samplesJson(sampleReport, '2026-01-02T03:04:05Z'));
    expect(document).toMatchObject({
      format: 'sql-dyno-samples',
      version: 1,
      exportedAt: '2026-01-02T03:04:05Z',
      environment: { sqliteVersion: '3.54.1', rowCounts: { products: 100_000 } },
      playground: sampleReport.playground,
    });
    expect(document.queries).toHaveLength(1);
    expect(document.queries[0]).toMatchObject({
      name: 'expensive in a category',
      standing: { rounds: 12 },
      counters: { s1: { vmSteps: 400_601 } },
      confirmation: null,
    });
    const [result] = sampleReport.results;
    expect(document.queries[0].rounds[0]).toEqual({
      round: 1,
      order: ['s2', 'control', 's1'],
      samples: result?.rounds[0]?.samples,
      control: result?.rounds[0]?.control,
    });
    expect(document.queries[0].firstRuns[1].plan).toEqual([
      'SEARCH products USING INDEX idx_category (category=?)',
    ]);
  });

  it('say each query its environment when there are several', () => {
    fc.assert(
      fc.property(anyPlayground.chain(anyReport), (report) => {
        const document = JSON.parse(samplesJson(report, '2026-01-02T03:04:05Z'));
        expect(document.queries).toHaveLength(report.results.length);
        for (const [index, query] of document.queries.entries()) {
          expect(document.environment ?? query.environment).toEqual(
            report.results[index]?.environment,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
