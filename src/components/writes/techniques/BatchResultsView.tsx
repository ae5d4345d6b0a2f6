// What a run of batch sizes found: sentences and the chart of time against rows a statement.
// The chart loads when first shown.
import { lazy, memo, Suspense } from 'react';
import type { BatchResults } from '../../../state/selectors/writes/techniques/batch-results.ts';
import { formatDelay } from '../../../state/selectors/writes/techniques/simulated-latency.ts';
import { Spinner } from '../../shared/messages/Spinner.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import { FindingList } from '../results/FindingList.tsx';
import { ResultsHeading } from '../results/ResultsHeading.tsx';
import { RunNotes } from '../results/RunNotes.tsx';
import { RunState } from '../results/RunState.tsx';
import results from '../results/results.module.css';
import styles from './techniques.module.css';
import { UnrankedList } from './UnrankedList.tsx';

const BatchChart = lazy(async () => ({
  default: (await import('../../../charts/writes/BatchChart.tsx')).BatchChart,
}));

export interface BatchResultsViewProps {
  results: BatchResults;
  latencyMs: number;
  /** Why it cannot be measured again now, as a sentence; null when it can. */
  refusal: string | null;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
}

export function BatchResultsView({
  results: found,
  latencyMs,
  refusal,
  onCopy,
  onSave,
}: BatchResultsViewProps) {
  const { isStale } = found;
  // What failed before its first sample has no figures to draw.
  const isEmpty = found.series.every(({ points }) =>
    points.every(({ samplesMs }) => samplesMs.length === 0),
  );
  return (
    <div className={styles.part}>
      <ResultsHeading isEmpty={isEmpty} onCopy={onCopy} onSave={onSave}>
        {found.heading} <small>{found.course}</small>
      </ResultsHeading>
      <RunState
        isStale={isStale}
        again="Measure batch sizes"
        refusal={refusal}
        problem={found.problem}
        fraction={found.fraction}
      />
      {found.lack && <p className={results.lack}>{found.lack}</p>}
      <FindingList findings={found.findings} isStale={isStale} />
      {(!isEmpty || found.status === 'measuring') && (
        <Times results={found} latencyMs={latencyMs} />
      )}
      <UnrankedList unranked={found.unranked} />
      <RunNotes notes={found.notes} environment={found.environment} />
    </div>
  );
}

interface TimesProps {
  results: BatchResults;
  latencyMs: number;
}

const Times = memo(function Times({ results: found, latencyMs }: TimesProps) {
  return (
    <Suspense
      fallback={
        <p className={results.loading}>
          <Spinner /> Loading the chart
        </p>
      }
    >
      <BatchChart
        label="Time by batch size"
        series={found.series}
        rowsWritten={found.rowsWritten}
        latency={latencyMs > 0 ? formatDelay(latencyMs) : null}
        isStale={found.isStale}
        emptyText="The first runs are being measured."
      />
    </Suspense>
  );
});
