// The comparison on its way out: as Markdown to paste, its raw samples as files; plans as Markdown.
// Gives texts; copying and saving them is the page's.
import { comparisonMarkdown } from '../../../report/comparison-markdown.ts';
import { plansMarkdown } from '../../../report/plans-markdown.ts';
import { samplesCsv } from '../../../report/samples-csv.ts';
import { samplesJson } from '../../../report/samples-json.ts';
import { fileStem } from '../../../share/playground-file.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { ManyRows } from '../../selectors/plan/findings-view.ts';
import { plansReport } from '../../selectors/plan/plans-report.ts';
import { comparisonReport } from '../../selectors/share/comparison-report.ts';
import type { TextFile } from './file-commands.ts';
import type { SharedLink } from './share-commands.ts';

export interface ExportCommands {
  /** The whole comparison with its environment, and a link to reproduce it where there is one. */
  markdown(): Promise<string>;
  /**
   * The plans of a query in all setups, with what differs; null when there is no such query.
   * `manyRows`: from how many rows on a finding weighs much, where the reader has chosen.
   */
  plansMarkdown(queryId: string, manyRows?: ManyRows): Promise<string | null>;
  /** Every sample, a line each. */
  samplesCsv(): TextFile;
  /** Everything that was measured, with the playground. */
  samplesJson(): TextFile;
}

export interface ExportDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  makeLink: () => Promise<SharedLink>;
  /** The time of day as ISO 8601. */
  timestamp: () => string;
}

export function createExportCommands(dependencies: ExportDependencies): ExportCommands {
  const { document, runs, makeLink, timestamp } = dependencies;

  function report(link: string | null) {
    return comparisonReport(document.store.getState().playground, runs.getState(), link);
  }

  /** 'product-search-samples.csv' */
  function fileName(extension: string): string {
    const { title } = document.store.getState().playground;
    return `${fileStem(title, 'playground')}-samples.${extension}`;
  }

  return {
    async markdown() {
      const link = await makeLink();
      return comparisonMarkdown(report(link.kind === 'made' ? link.url : null));
    },
    async plansMarkdown(queryId, manyRows) {
      const link = await makeLink();
      const { playground } = document.store.getState();
      const url = link.kind === 'made' ? link.url : null;
      const options = manyRows ? { manyRows } : {};
      const plans = plansReport(playground, runs.getState(), queryId, url, options);
      return plans && plansMarkdown(plans);
    },
    samplesCsv: () => ({ name: fileName('csv'), text: samplesCsv(report(null)) }),
    samplesJson: () => ({ name: fileName('json'), text: samplesJson(report(null), timestamp()) }),
  };
}
