// What constraints cost: sentences, the ratios as a picture, the variants as a table.
// The chart loads when first shown.
import { lazy, memo } from 'react';
import type { ConstraintCost } from '../../../state/selectors/writes/constraints/constraint-cost.ts';
import { FindingList } from '../../shared/findings/FindingList.tsx';
import { WhileLoading } from '../../shared/messages/WhileLoading.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import { Method } from '../results/Method.tsx';
import { RunResults } from '../results/RunResults.tsx';
import styles from './constraints.module.css';
import { VariantTable } from './VariantTable.tsx';

const IntervalRowsChart = lazy(async () => ({
  default: (await import('../../../charts/price/IntervalRowsChart.tsx')).IntervalRowsChart,
}));

export interface CostResultsProps {
  cost: ConstraintCost;
  /** Why it cannot be measured again now, as a sentence; null when it can. */
  refusal: string | null;
  onCount: () => void;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
}

export function CostResults({ cost, refusal, onCount, onCopy, onSave }: CostResultsProps) {
  const { frame, parents, method } = cost;
  return (
    <RunResults
      frame={frame}
      again="Measure the cost"
      refusal={refusal}
      onCount={onCount}
      onCopy={onCopy}
      onSave={onSave}
    >
      {/* What failed before its first sample has no figures to draw. */}
      {(!frame.isEmpty || frame.isMeasuring) && <Chart cost={cost} />}
      {!frame.isEmpty && (
        <VariantTable
          label="Cost by constraint"
          heads={['Constraint', 'Insert, time a row', 'Grows by']}
          variants={cost.variants}
          isStale={frame.isStale}
        />
      )}
      {parents && !frame.isEmpty && (
        <>
          <div className={styles.part}>
            <h3>What deleting parents costs</h3>
            <FindingList
              findings={parents.findings}
              isStale={frame.isStale}
              label="Findings on deleting parents"
            />
          </div>
          <VariantTable
            label="Cost of deleting parents"
            heads={['Foreign key', 'All deletes, time', 'Grows by']}
            variants={parents.variants}
            isStale={frame.isStale}
          />
        </>
      )}
      {!frame.isEmpty && <Method sentences={method} />}
    </RunResults>
  );
}

const Chart = memo(function Chart({ cost }: { cost: ConstraintCost }) {
  return (
    <WhileLoading what="the chart">
      <IntervalRowsChart
        label="Cost of constraints"
        rowsName="Constraint"
        rows={cost.rows}
        scale="ratio"
        margin={cost.margin}
        caption="Time of the same load against the table without constraints, from paired rounds; log scale. 1.4× takes 40 % longer."
        isStale={cost.frame.isStale}
        emptyText={
          cost.frame.isMeasuring
            ? 'The first runs are being measured.'
            : 'No interval to draw: too few runs.'
        }
      />
    </WhileLoading>
  );
});
