// What constraints cost: sentences, the ratios as a picture, the variants as a table.
// The chart loads when first shown.
import { lazy, memo, Suspense } from 'react';
import type { ConstraintCost } from '../../../state/selectors/writes/constraints/constraint-cost.ts';
import { costRows } from '../../../state/selectors/writes/constraints/cost-rows.ts';
import { Spinner } from '../../shared/messages/Spinner.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import { FindingList } from '../results/FindingList.tsx';
import { ResultsHeading } from '../results/ResultsHeading.tsx';
import { RunNotes } from '../results/RunNotes.tsx';
import { RunState } from '../results/RunState.tsx';
import styles from './constraints.module.css';
import { VariantTable } from './VariantTable.tsx';

const IntervalRowsChart = lazy(async () => ({
  default: (await import('../../../charts/price/IntervalRowsChart.tsx')).IntervalRowsChart,
}));

export interface CostResultsProps {
  cost: ConstraintCost;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
}

export function CostResults({ cost, onCopy, onSave }: CostResultsProps) {
  return (
    <>
      <RunState
        isStale={cost.isStale}
        again="Measure the cost"
        problem={cost.problem}
        fraction={cost.fraction}
      />
      <div className={styles.part}>
        <ResultsHeading isEmpty={cost.isEmpty} onCopy={onCopy} onSave={onSave}>
          {cost.heading}
        </ResultsHeading>
        <FindingList findings={cost.sentences} isStale={cost.isStale} />
      </div>
      <Chart cost={cost} />
      {cost.variants.length > 0 && (
        <VariantTable
          label="Cost by constraint"
          heads={['Constraint', 'Insert, time a row', 'Grows by']}
          variants={cost.variants}
          isStale={cost.isStale}
        />
      )}
      {cost.parents && (
        <>
          <div className={styles.part}>
            <h2>What deleting parents costs</h2>
            <FindingList findings={cost.parents.sentences} isStale={cost.isStale} />
          </div>
          <VariantTable
            label="Cost of deleting parents"
            heads={['Foreign key', 'All deletes, time', 'Grows by']}
            variants={cost.parents.variants}
            isStale={cost.isStale}
          />
        </>
      )}
      <RunNotes notes={cost.notes} environment={cost.environment} />
    </>
  );
}

const Chart = memo(function Chart({ cost }: { cost: ConstraintCost }) {
  return (
    <Suspense
      fallback={
        <p className={styles.loading}>
          <Spinner /> Loading the chart
        </p>
      }
    >
      <IntervalRowsChart
        label="Cost of constraints"
        rowsName="Constraint"
        rows={costRows(cost.variants)}
        scale="ratio"
        margin={cost.margin}
        caption="Time of the same load against the table without constraints, from paired rounds; log scale. 1.4× takes 40 % longer."
        isStale={cost.isStale}
        emptyText="No interval to draw yet."
      />
    </Suspense>
  );
});
