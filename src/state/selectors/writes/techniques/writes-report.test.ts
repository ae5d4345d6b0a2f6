import { expect, test } from 'vitest';
import { writesSamplesFile } from '../run/writes-samples-file.ts';
import { writesTechniqueResults } from './technique-results.ts';
import { techniquesMarkdown } from './writes-report.ts';
import { inventedRun, playground, withCounts } from './writes-runs.testing.ts';

const run = inventedRun([
  { technique: 'insert-prepared-autocommit', ms: 300 },
  { technique: 'insert-prepared', ms: 10 },
]);

test('the Markdown holds findings, the table, notes and the machine', () => {
  const results = writesTechniqueResults(playground, run, { latencyMs: 5 });
  const text = results ? techniquesMarkdown('Shop | <b>', results) : '';
  expect(text).toContain('## Shop &#124; &lt;b&gt;');
  expect(text).toContain('### 10,000 inserts into products: 2 measured, 15 runs each');
  expect(text).toContain('- A: One transaction for all rows is 30× faster than');
  expect(text).toContain('| prepared, autocommit (baseline) | A ');
  expect(text).toContain('| Simulated |');
  expect(text).toContain('COMMIT of one transaction took 0.500 ms');
  expect(text).toContain('no fsync');
});

test('the CSV has a line for each sample, with what it was of', () => {
  const { name, text } = writesSamplesFile(run, 'csv');
  const lines = text.trimEnd().split('\r\n');
  expect(name).toBe('writes-techniques.csv');
  expect(lines).toHaveLength(31);
  const [head = '', first = ''] = lines;
  const columns = head.split(',');
  const cells = first.split(',');
  expect(cells[columns.indexOf('technique')]).toBe('insert-prepared-autocommit');
  expect(Number(cells[columns.indexOf('elapsed_ms')])).toBe(run.samples[0]?.elapsedMs);
});

test('the JSON can be read again, and knows no ids of this page alone', () => {
  const { text } = writesSamplesFile(run, 'json');
  const read = JSON.parse(text);
  expect(read.samples).toEqual(run.samples);
  expect(read.request).toEqual(run.subject.request);
  expect(read.subject).toBeUndefined();
});

test('counted work goes into all of them', () => {
  const counted = withCounts(run, [
    [230_000, 20_252],
    [230_000, 130],
  ]);
  const results = writesTechniqueResults(playground, counted, { latencyMs: 0 });
  const markdown = results ? techniquesMarkdown('Shop', results) : '';
  expect(markdown).toContain('Counted: both take 230,000 VM steps;');
  expect(markdown).toMatch(/\| prepared, one transaction \|.*\| 230,000 \(130 pages\) \|/);
  expect(markdown).toContain('official build did the same writes once');
  const [head = '', first = ''] = writesSamplesFile(counted, 'csv').text.split('\r\n');
  const [steps, pages] = ['vm_steps', 'pages_written'].map((name) => head.split(',').indexOf(name));
  expect([first.split(',')[steps ?? 0], first.split(',')[pages ?? 0]]).toEqual(['230000', '20252']);
  expect(JSON.parse(writesSamplesFile(counted, 'json').text).counts).toEqual(counted.counts);
});
