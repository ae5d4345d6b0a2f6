import { expect, it } from 'vitest';
import { createDocument } from '../../document-store.ts';
import { createRunsStore } from '../../runs-store.ts';
import { measuredQuery, threeSetups } from '../../selectors/chart/measured-query.testing.ts';
import { createExportCommands } from './export-commands.ts';
import type { SharedLink } from './share-commands.ts';

function exportsWith(link: SharedLink) {
  const document = createDocument(threeSetups, () => 0);
  const runs = createRunsStore();
  runs.setState({ results: { q1: measuredQuery() } });
  const timestamp = () => '2026-01-02T03:04:05.000Z';
  return createExportCommands({ document, runs, makeLink: async () => link, timestamp });
}

const made: SharedLink = {
  kind: 'made',
  url: 'https://example.org/#p=1.x',
  length: 26,
  advice: { level: 'fine' },
};

it('gives the comparison as Markdown, with its link where there is one', async () => {
  const text = await exportsWith(made).markdown();
  expect(text).toContain('## Three setups');
  expect(text).toContain('10× faster');
  expect(text).toContain('https://example.org/#p=1.x');
  const refused = exportsWith({ kind: 'refused', message: 'Too large.' });
  expect(await refused.markdown()).not.toContain('Reproduce');
});

it('gives every sample, in files called like the playground', () => {
  const exports = exportsWith(made);
  const csv = exports.samplesCsv();
  expect(csv.name).toBe('three-setups-samples.csv');
  // Two rounds of A, A′ and B, and the heads.
  expect(csv.text.trim().split('\r\n')).toHaveLength(7);
  const json = exports.samplesJson();
  expect(json.name).toBe('three-setups-samples.json');
  expect(JSON.parse(json.text)).toMatchObject({ exportedAt: '2026-01-02T03:04:05.000Z' });
});
