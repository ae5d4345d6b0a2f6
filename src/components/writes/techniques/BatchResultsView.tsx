// What a run of batch sizes found: sentences and the chart of time against rows a statement.
// The chart loads when first shown.
import { Copy } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { BatchResults } from '../../../state/selectors/writes/techniques/batch-results.ts';
import { formatDelay } from '../../../state/selectors/writes/techniques/simulated-latency.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Spinner } from '../../shared/messages/Spinner.tsx';
import { FindingList } from '../results/FindingList.tsx';
import { RunNotes } from '../results/RunNotes.tsx';
import { RunState } from '../results/RunState.tsx';
import results from '../results/results.module.css';
import type { SamplesFormat } from './export-writes.ts';
import { SaveSamples } from './SaveSamples.tsx';
import styles from './techniques.module.css';
import { UnrankedList } from './UnrankedList.tsx';

const BatchChart = lazy(async () => ({
  default: (await import('../../../charts/writes/BatchChart.tsx')).BatchChart,
}));

export interface BatchResultsViewProps {
  results: BatchResults;
  latencyMs: number;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
}

export function BatchResultsView({
  results: found,
  latencyMs,
  onCopy,
  onSave,
}: BatchResultsViewProps) {
  const { isStale } = found;
  const isEmpty = found.series.every(({ points }) => points.length === 0);
  return (
    <div className={styles.part}>
      <div className={results.heading}>
        <h2>
          {found.heading} <small>{found.course}</small>
        </h2>
        <div>
          <Button
            variant="ghost"
            icon={<Copy size={16} aria-hidden="true" />}
            disabled={isEmpty}
            onClick={onCopy}
          >
            Copy as Markdown
          </Button>
          <SaveSamples isDisabled={isEmpty} onSave={onSave} />
        </div>
      </div>
      <RunState
        isStale={isStale}
        again="Measure batch sizes"
        problem={found.problem}
        fraction={found.fraction}
      />
      <FindingList findings={found.findings} isStale={isStale} />
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
          isStale={isStale}
          emptyText={
            found.status === 'measuring'
              ? 'The first runs are being measured.'
              : 'Nothing was measured. Measure batch sizes measures it.'
          }
        />
      </Suspense>
      <UnrankedList unranked={found.unranked} />
      <RunNotes notes={found.notes} environment={found.environment} />
    </div>
  );
}
