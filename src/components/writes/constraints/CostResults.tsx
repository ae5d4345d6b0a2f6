// What constraints cost: sentences, the ratios as a picture, the variants as a table.
// The chart loads when first shown.
import { lazy, memo, Suspense } from 'react';
import type { ConstraintCost } from '../../../state/selectors/writes/constraints/constraint-cost.ts';
import { costRows } from '../../../state/selectors/writes/constraints/cost-rows.ts';
import { Spinner } from '../../shared/messages/Spinner.tsx';
import { FindingList } from '../results/FindingList.tsx';
import { RunNotes } from '../results/RunNotes.tsx';
import { RunState } from '../results/RunState.tsx';
import styles from './constraints.module.css';
import { VariantTable } from './VariantTable.tsx';

const IntervalRowsChart = lazy(async () => ({
  default: (await import('../../../charts/price/IntervalRowsChart.tsx')).IntervalRowsChart,
}));

export function CostResults({ cost }: { cost: ConstraintCost }) {
  return (
    <>
      <RunState
        isStale={cost.isStale}
        again="Measure the cost"
        problem={cost.problem}
        fraction={cost.fraction}
      />
      <div className={styles.part}>
        <h2>{cost.heading}</h2>
        <FindingList findings={cost.sentences} isStale={cost.isStale} />
      </div>
      <Chart cost={cost} />
      {cost.variants.length > 0 && <VariantTable cost={cost} />}
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
