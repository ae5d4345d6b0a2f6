// What the Storage lab shows of a reading: facts, setups, trees, trials. Pure.
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { StorageReport } from '../../../engine/model/storage/storage-report.ts';
import type { StorageState } from '../../storage-store.ts';
import { findingsView } from '../schema/findings-view.ts';
import { storageBasis } from './storage-basis.ts';
import { type StorageFact, storageFacts } from './storage-facts.ts';
import { type SetupBytes, storageSetups } from './storage-setups.ts';
import { pagesWords } from './storage-table.ts';
import { type StorageTree, storageTrees } from './storage-trees.ts';
import { storageTrials, type TrialTable } from './storage-trials.ts';

export interface StorageView {
  report: StorageReport;
  trees: StorageTree[];
  facts: StorageFact[];
  setups: SetupBytes[];
  trials: TrialTable | null;
  /** The playground has changed since. */
  isStale: boolean;
  /** How all of it was obtained. */
  environment: string;
}

/** Null before the first reading. */
export function storageView(
  playground: Playground,
  { read, trials }: Pick<StorageState, 'read' | 'trials'>,
  inspection: InspectReport | null,
): StorageView | null {
  if (!read) return null;
  const { report } = read;
  const trees = storageTrees(report, playground);
  const findings = findingsView(inspection?.findings ?? [], playground);
  return {
    report,
    trees,
    facts: storageFacts(report, trees, findings),
    setups: storageSetups(report, trees, playground),
    trials: storageTrials(report, trials),
    isStale: read.basis !== storageBasis(playground),
    environment: `${pagesWords(report.pages, report.pageSizeBytes)}, read with dbstat of SQLite ${report.sqliteVersion} (official build) from a copy of the database.`,
  };
}
