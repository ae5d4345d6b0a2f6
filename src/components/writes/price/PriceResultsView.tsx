// What the price of indexes came out as: the answer, pictures, the sets, the build, the break-even.
// The charts load when first shown. Keeps away from the words: selectors make them.
import { lazy, memo } from 'react';
import type { PriceResults } from '../../../state/selectors/writes/price/price-results.ts';
import { WhileLoading } from '../../shared/messages/WhileLoading.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import { Method } from '../results/Method.tsx';
import { RunResults } from '../results/RunResults.tsx';
import { BreakEvenTable } from './BreakEvenTable.tsx';
import { BuildTimesTable } from './BuildTimesTable.tsx';
import { PriceAnswer } from './PriceAnswer.tsx';
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
  /** Why it cannot be measured again now, as a sentence; null when it can. */
  refusal: string | null;
  /** Why the bench cannot compare now; null when it can. */
  compareRefusal: string | null;
  onCompare: () => void;
  onCount: () => void;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
}

export function PriceResultsView(props: PriceResultsViewProps) {
  const { results, refusal, compareRefusal, onCompare, onCount, onCopy, onSave } = props;
  const { frame, answers, build, breakEven, method } = results;
  return (
    <RunResults
      frame={frame}
      again="Measure the price"
      refusal={refusal}
      onCount={onCount}
      onCopy={onCopy}
      onSave={onSave}
      answer={
        !frame.isEmpty && (
          <PriceAnswer
            answers={answers}
            isStale={frame.isStale}
            compareRefusal={compareRefusal}
            onCompare={onCompare}
          />
        )
      }
    >
      {!frame.isEmpty && (
        <>
          {breakEven?.isCompared && (
            <BreakEvenTable breakEven={breakEven} isStale={frame.isStale} />
          )}
          <Charts results={results} />
          <div className={styles.part}>
            <h3>By set of indexes</h3>
            <PriceTable results={results} />
          </div>
          {build && <BuildTimesTable build={build} isStale={frame.isStale} />}
          <Method sentences={method} />
        </>
      )}
    </RunResults>
  );
}

const Charts = memo(function Charts({ results }: { results: PriceResults }) {
  const { panels, extras, frame } = results;
  return (
    <WhileLoading what="the charts">
      <div className={styles.part}>
        <h3>By number of indexes</h3>
        <PriceChart label="Price of indexes" panels={panels} isStale={frame.isStale} />
      </div>
      <div className={styles.part}>
        <h3>What each index adds by itself</h3>
        <IntervalRowsChart
          label="Price of each index alone"
          rowsName="Index"
          rows={extras}
          scale="extra"
          caption="What one index by itself adds to a row, against no index: differences of times of the same rounds, their middle and interval. Linear."
          isStale={frame.isStale}
          emptyText="Each index alone: no interval yet."
        />
      </div>
    </WhileLoading>
  );
});
