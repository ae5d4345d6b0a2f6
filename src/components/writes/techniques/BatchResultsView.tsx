// What a run of batch sizes found: sentences and the chart of time against rows a statement.
// The chart loads when first shown.
import { lazy, memo } from 'react';
import type { BatchResults } from '../../../state/selectors/writes/techniques/batch-results.ts';
import { formatDelay } from '../../../state/selectors/writes/techniques/simulated-latency.ts';
import { WhileLoading } from '../../shared/messages/WhileLoading.tsx';
import { RunResults, type RunResultsProps } from '../results/RunResults.tsx';
import { UnrankedList } from './UnrankedList.tsx';

const BatchChart = lazy(async () => ({
  default: (await import('../../../charts/writes/BatchChart.tsx')).BatchChart,
}));

export interface BatchResultsViewProps
  extends Omit<RunResultsProps, 'frame' | 'again' | 'children'> {
  results: BatchResults;
  latencyMs: number;
}

export function BatchResultsView({ results, latencyMs, ...run }: BatchResultsViewProps) {
  const { frame, unranked } = results;
  return (
    <RunResults {...run} frame={frame} again="Measure batch sizes">
      {(!frame.isEmpty || frame.isMeasuring) && <Times results={results} latencyMs={latencyMs} />}
      <UnrankedList unranked={unranked} />
    </RunResults>
  );
}

type TimesProps = Pick<BatchResultsViewProps, 'results' | 'latencyMs'>;

const Times = memo(function Times({ results, latencyMs }: TimesProps) {
  const { series, rowsWritten, frame } = results;
  return (
    <WhileLoading what="the chart">
      <BatchChart
        label="Time by batch size"
        series={series}
        rowsWritten={rowsWritten}
        latency={latencyMs > 0 ? formatDelay(latencyMs) : null}
        isStale={frame.isStale}
        emptyText="The first runs are being measured."
      />
    </WhileLoading>
  );
});
