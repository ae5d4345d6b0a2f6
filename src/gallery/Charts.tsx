// The charts: usual, crowded, stale, live, and without data. All figures are invented.
import { useState } from 'react';
import { CountersChart } from '../charts/counters/CountersChart.tsx';
import { DistributionChart } from '../charts/distribution/DistributionChart.tsx';
import { PartsChart } from '../charts/parts/PartsChart.tsx';
import { RatiosChart } from '../charts/ratios/RatiosChart.tsx';
import { RunOrderChart } from '../charts/run-order/RunOrderChart.tsx';
import { ScaleChart } from '../charts/scale/ScaleChart.tsx';
import { TimesChart } from '../charts/times/TimesChart.tsx';
import { Button } from '../components/shared/controls/Button.tsx';
import styles from './gallery.module.css';
import {
  closeRatiosRows,
  countersRows,
  crowdedCountersRows,
  crowdedPartsRows,
  crowdedTimesRows,
  distributionRows,
  partsRows,
  ratiosRows,
  runOrderRows,
  sampleTimes,
  scaleInput,
  selectivityInput,
  timesRows,
} from './invented-figures.ts';
import { Row, Section } from './Section.tsx';

const query = 'expensive in a category';

export function Charts() {
  const [baseline, , covering] = timesRows;
  return (
    <>
      <Section title="Charts of times">
        <div className={styles.charts}>
          <TimesChart
            label={`Times of ${query}`}
            rows={timesRows}
            note="24 samples of 12 to 80 runs; clock tick 5 µs."
          />
          <RatiosChart label={`Ratios of ${query}`} rows={ratiosRows} />
          <TimesChart label="Times of rename one" rows={crowdedTimesRows(40)} />
          <RatiosChart label="Ratios of rename one" rows={closeRatiosRows} />
          <TimesChart label="Times of nothing" rows={[]} />
          <RatiosChart label="Ratios of nothing" rows={[]} />
          {baseline && covering && (
            <TimesChart
              label="Times of one value"
              rows={[
                { ...baseline, samplesMs: [11.2] },
                { ...covering, samplesMs: [0, 0, 0.4] },
              ]}
            />
          )}
        </div>
      </Section>
      <Section title="Charts of rounds and spread">
        <div className={styles.charts}>
          <RunOrderChart
            label={`Run order of ${query}`}
            rows={runOrderRows(timesRows, 24)}
            note="1 round discarded: the page was hidden."
          />
          <DistributionChart
            label={`Distribution of ${query}`}
            rows={distributionRows(timesRows, 1)}
          />
          <RunOrderChart
            label="Run order of rename one"
            rows={runOrderRows(crowdedTimesRows(50), 50)}
          />
          <DistributionChart
            label="Distribution of rename one"
            rows={distributionRows(crowdedTimesRows(120), 480)}
          />
          <RunOrderChart label="Run order of nothing" rows={[]} />
          <DistributionChart label="Distribution of nothing" rows={[]} />
        </div>
      </Section>
      <Section title="Charts of work">
        <CountersChart label={`Counters of ${query}`} rows={countersRows} />
        <CountersChart label="Counters of join" rows={crowdedCountersRows} />
        <div className={styles.charts}>
          <PartsChart label={`Parts of ${query}`} rows={partsRows} />
          <PartsChart label="Parts of rename one" rows={crowdedPartsRows} />
          <CountersChart label="Counters of nothing" rows={[]} />
          <PartsChart label="Parts of nothing" rows={[]} />
        </div>
      </Section>
      <Section title="Charts of scale">
        <ScaleChart label={`Scale of ${query}`} {...scaleInput(7)} />
        <div className={styles.charts}>
          <ScaleChart label="Scale of a share" {...selectivityInput} />
          <ScaleChart label="Scale of nothing" {...scaleInput(0)} />
        </div>
      </Section>
      <LiveCharts />
    </>
  );
}

/** As while a comparison runs: rounds and sizes arrive. */
function LiveCharts() {
  const [count, setCount] = useState(3);
  const live = timesRows.map((row) => ({
    ...row,
    samplesMs: sampleTimes(row.medianMs ?? 1, count),
  }));
  return (
    <Section title="Charts while rounds arrive">
      <Row>
        <Button size="sm" onClick={() => setCount(count + 1)}>
          Add a round
        </Button>
        <span className="num">{count} rounds</span>
      </Row>
      <div className={styles.charts}>
        <TimesChart label="Times while rounds arrive" rows={live} />
        <RunOrderChart label="Run order while rounds arrive" rows={runOrderRows(live, count)} />
        <DistributionChart
          label="Distribution while rounds arrive"
          rows={distributionRows(live, 1)}
        />
        <ScaleChart label="Scale while sizes arrive" {...scaleInput(count - 2)} />
      </div>
    </Section>
  );
}
