// What a run of techniques found: sentences, the chart of rates, the table, what is not ranked.
// The chart loads when first shown. Keeps away from the words: selectors make them.
import { lazy, memo } from 'react';
import { formatDelay } from '../../../state/selectors/writes/techniques/simulated-latency.ts';
import type { TechniqueResults } from '../../../state/selectors/writes/techniques/technique-results.ts';
import { WhileLoading } from '../../shared/messages/WhileLoading.tsx';
import { RunResults, type RunResultsProps } from '../results/RunResults.tsx';
import { TechniqueTable } from './TechniqueTable.tsx';
import { UnrankedList } from './UnrankedList.tsx';

const RatesChart = lazy(async () => ({
  default: (await import('../../../charts/writes/RatesChart.tsx')).RatesChart,
}));

export interface TechniqueResultsViewProps
  extends Omit<RunResultsProps, 'frame' | 'again' | 'children'> {
  results: TechniqueResults;
}

export function TechniqueResultsView({ results, ...run }: TechniqueResultsViewProps) {
  const { frame, rows, unranked } = results;
  const { isEmpty, isMeasuring, isStale } = frame;
  return (
    <RunResults {...run} frame={frame} again="Run writes">
      {(!isEmpty || isMeasuring) && <Rates results={results} />}
      <UnrankedList unranked={unranked} />
      {!isEmpty && <TechniqueTable rows={rows} isStale={isStale} />}
    </RunResults>
  );
}

const Rates = memo(function Rates({ results }: { results: TechniqueResults }) {
  const { bars, rowsWritten, latencyMs, frame } = results;
  return (
    <WhileLoading what="the chart">
      <RatesChart
        label="Rows per second by technique"
        groups={bars}
        rowsWritten={rowsWritten}
        latency={latencyMs > 0 ? formatDelay(latencyMs) : null}
        isStale={frame.isStale}
        emptyText="The first runs are being measured."
      />
    </WhileLoading>
  );
});
