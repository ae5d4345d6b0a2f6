// The charts of the labs Writes and Storage, with invented figures: usual, simulated, without data.

import { IntervalRowsChart } from '../charts/price/IntervalRowsChart.tsx';
import { PriceChart } from '../charts/price/PriceChart.tsx';
import { StorageMap } from '../charts/storage/StorageMap.tsx';
import { BatchChart } from '../charts/writes/BatchChart.tsx';
import { RatesChart } from '../charts/writes/RatesChart.tsx';
import styles from './gallery.module.css';
import {
  batchSeries,
  constraintRows,
  pricePanels,
  rateGroups,
  storageBlocks,
} from './invented-labs.ts';
import { Section } from './Section.tsx';

const rowsWritten = 10_000;
const emptyText = 'Nothing has been measured yet.';

export function LabCharts() {
  return (
    <>
      <Section title="Charts of writes">
        <div className={styles.charts}>
          <RatesChart
            label="Rows per second by technique"
            groups={rateGroups(null)}
            rowsWritten={rowsWritten}
            latency={null}
            isStale={false}
            emptyText={emptyText}
          />
          <RatesChart
            label="Rows per second over a network"
            groups={rateGroups(5)}
            rowsWritten={rowsWritten}
            latency="5 ms"
            isStale
            emptyText={emptyText}
          />
          <BatchChart
            label="Time by batch size"
            series={batchSeries}
            rowsWritten={rowsWritten}
            latency={null}
            isStale={false}
            emptyText={emptyText}
          />
          <RatesChart
            label="Rows per second of nothing"
            groups={[]}
            rowsWritten={0}
            latency={null}
            isStale={false}
            emptyText={emptyText}
          />
        </div>
      </Section>
      <Section title="Charts of prices and bytes">
        <div className={styles.charts}>
          <PriceChart label="Price of indexes" panels={pricePanels} />
          <IntervalRowsChart
            label="Cost of constraints"
            rowsName="Constraint"
            rows={constraintRows}
            scale="ratio"
            margin={0.06}
            caption="Against the same load without constraints."
            emptyText={emptyText}
          />
          <StorageMap label="Bytes of the database" blocks={storageBlocks} note="Invented." />
          <StorageMap label="Bytes of nothing" blocks={[]} note="" />
        </div>
      </Section>
    </>
  );
}
