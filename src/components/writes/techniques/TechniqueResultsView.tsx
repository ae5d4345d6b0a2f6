// What a run of techniques found: sentences, the chart of rates, the table, what is not ranked.
// The chart loads when first shown. Keeps away from the words: selectors make them.
import { Calculator } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import { formatDelay } from '../../../state/selectors/writes/techniques/simulated-latency.ts';
import type { TechniqueResults } from '../../../state/selectors/writes/techniques/technique-results.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Spinner } from '../../shared/messages/Spinner.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import { FindingList } from '../results/FindingList.tsx';
import { ResultsHeading } from '../results/ResultsHeading.tsx';
import { RunNotes } from '../results/RunNotes.tsx';
import { RunState } from '../results/RunState.tsx';
import results from '../results/results.module.css';
import { TechniqueTable } from './TechniqueTable.tsx';
import styles from './techniques.module.css';
import { UnrankedList } from './UnrankedList.tsx';

const RatesChart = lazy(async () => ({
  default: (await import('../../../charts/writes/RatesChart.tsx')).RatesChart,
}));

export interface TechniqueResultsViewProps {
  results: TechniqueResults;
  /** Why it cannot be measured again now, as a sentence; null when it can. */
  refusal: string | null;
  onCount: () => void;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
}

export function TechniqueResultsView({
  results: found,
  refusal,
  onCount,
  onCopy,
  onSave,
}: TechniqueResultsViewProps) {
  const { isStale, countRefusal, hasCounts } = found;
  // What failed before its first sample has no figures to draw.
  const isEmpty = found.bars.every(({ lanes }) =>
    lanes.every(({ samplesMs }) => samplesMs.length === 0),
  );
  return (
    <div className={styles.part}>
      <ResultsHeading isEmpty={isEmpty} onCopy={onCopy} onSave={onSave}>
        {found.heading} <small>{found.course}</small>
      </ResultsHeading>
      <RunState
        isStale={isStale}
        again="Run writes"
        refusal={refusal}
        problem={found.problem}
        fraction={found.fraction}
      />
      {found.lackOfFindings && <p className={results.lack}>{found.lackOfFindings}</p>}
      <FindingList findings={found.findings} isStale={isStale} />
      {(!isEmpty || found.status === 'measuring') && <Rates results={found} />}
      <UnrankedList unranked={found.unranked} />
      {!isEmpty && <TechniqueTable rows={found.rows} isStale={isStale} />}
      {!isEmpty && !hasCounts && (
        <Tooltip
          content={
            countRefusal ??
            'Runs each technique once more in SQLite’s official build, which counts: VM steps and pages written.'
          }
          side="right"
        >
          <Button
            className={styles.count}
            icon={<Calculator size={16} aria-hidden="true" />}
            disabled={countRefusal !== null}
            focusableWhenDisabled
            onClick={onCount}
          >
            Count the work
          </Button>
        </Tooltip>
      )}
      <RunNotes notes={found.notes} environment={found.environment} />
    </div>
  );
}

const Rates = memo(function Rates({ results: found }: { results: TechniqueResults }) {
  return (
    <Suspense
      fallback={
        <p className={results.loading}>
          <Spinner /> Loading the chart
        </p>
      }
    >
      <RatesChart
        label="Rows per second by technique"
        groups={found.bars}
        rowsWritten={found.rowsWritten}
        latency={found.latencyMs > 0 ? formatDelay(found.latencyMs) : null}
        isStale={found.isStale}
        emptyText={
          found.status === 'measuring'
            ? 'The first runs are being measured.'
            : 'Nothing was measured. Run writes measures it.'
        }
      />
    </Suspense>
  );
});
