// What the price of indexes came out as: sentences, pictures, the sets, the build, the break-even.
// The charts load when first shown. Keeps away from the words: selectors make them.
import { lazy, memo, Suspense } from 'react';
import type { PriceResults } from '../../../state/selectors/writes/price/price-results.ts';
import { Spinner } from '../../shared/messages/Spinner.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import { FindingList } from '../results/FindingList.tsx';
import { ResultsHeading } from '../results/ResultsHeading.tsx';
import { RunNotes } from '../results/RunNotes.tsx';
import { RunState } from '../results/RunState.tsx';
import { BreakEvenTable } from './BreakEvenTable.tsx';
import { BuildTimesTable } from './BuildTimesTable.tsx';
import { PriceTable } from './PriceTable.tsx';
import styles from './price.module.css';

const PriceChart = lazy(async () => ({
  default: (await import('../../../charts/price/PriceChart.tsx')).PriceChart,
}));
const IntervalRowsChart = lazy(async () => ({
  default: (await import('../../../charts/price/IntervalRowsChart.tsx')).IntervalRowsChart,
}));

export interface PriceResultsViewProps {
  results: PriceResults;
  /** Why the bench cannot compare now; null when it can. */
  compareRefusal: string | null;
  onCompare: () => void;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
}

export function PriceResultsView({
  results,
  compareRefusal,
  onCompare,
  onCopy,
  onSave,
}: PriceResultsViewProps) {
  const { isStale, build, breakEven } = results;
  return (
    <>
      <RunState
        isStale={isStale}
        again="Measure the price"
        problem={results.problem}
        fraction={results.fraction}
      />
      <div className={styles.part}>
        <ResultsHeading isEmpty={results.isEmpty} onCopy={onCopy} onSave={onSave}>
          {results.heading}
        </ResultsHeading>
        <FindingList findings={results.sentences} isStale={isStale} />
      </div>
      <Charts results={results} />
      <div className={styles.part}>
        <h3>By set of indexes</h3>
        <PriceTable results={results} />
      </div>
      {breakEven && (
        <BreakEvenTable
          breakEven={breakEven}
          isStale={isStale}
          compareRefusal={compareRefusal}
          onCompare={onCompare}
        />
      )}
      {build && <BuildTimesTable build={build} isStale={isStale} />}
      <RunNotes notes={results.notes} environment={results.environment} />
    </>
  );
}

const Charts = memo(function Charts({ results }: { results: PriceResults }) {
  const { panels, extras, isStale } = results;
  return (
    <Suspense
      fallback={
        <p className={styles.loading}>
          <Spinner /> Loading the charts
        </p>
      }
    >
      <div className={styles.part}>
        <h3>By number of indexes</h3>
        <PriceChart label="Price of indexes" panels={panels} isStale={isStale} />
      </div>
      <div className={styles.part}>
        <h3>What each index adds by itself</h3>
        <IntervalRowsChart
          label="Price of each index alone"
          rowsName="Index"
          rows={extras}
          scale="extra"
          caption="What one index by itself adds to a row, against no index: differences of times of the same rounds, their middle and interval. Linear."
          isStale={isStale}
          emptyText="Each index alone: no interval yet."
        />
      </div>
    </Suspense>
  );
});
