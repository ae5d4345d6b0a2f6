// The charts: usual, crowded, live, and without data. All figures are invented.
import { useState } from 'react';
import { RatiosChart } from '../charts/RatiosChart.tsx';
import type { RatiosRow } from '../charts/ratios-model.ts';
import { TimesChart } from '../charts/TimesChart.tsx';
import type { TimesRow } from '../charts/times-model.ts';
import { Button } from '../components/shared/Button.tsx';
import { setupLetters } from '../engine/model/playground.ts';
import styles from './gallery.module.css';
import { Row, Section } from './Section.tsx';

/** Invented times: a mode with a tail to the right, as real ones have. */
function sampleTimes(centreMs: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const unit = Math.abs(Math.sin(index * 12.9898 + 4.1) * 43_758.5453) % 1;
    return centreMs * (0.95 + 0.08 * unit + 0.2 * unit ** 8);
  });
}

function timesRow(row: Omit<TimesRow, 'samplesMs' | 'isStale'> & { count: number }): TimesRow {
  return { ...row, samplesMs: sampleTimes(row.medianMs ?? 1, row.count), isStale: false };
}

const timesRows: TimesRow[] = [
  timesRow({ letter: 'A', name: 'baseline', firstRunMs: 15.4, medianMs: 11.2, count: 24 }),
  timesRow({ letter: 'B', name: 'by category', firstRunMs: 3.1, medianMs: 1.9, count: 24 }),
  {
    ...timesRow({
      letter: 'C',
      name: 'covering + cache',
      firstRunMs: 0.9,
      medianMs: 0.37,
      count: 24,
    }),
    warmMedianMs: 0.012,
  },
];

const level = 0.975;
const band = { bound: 1.05, reason: 'equal' } as const;
const ratiosRows: RatiosRow[] = [
  { letter: 'A', name: 'baseline', ratio: null, headline: 'baseline', band },
  {
    letter: 'B',
    name: 'by category',
    ratio: { estimate: 0.17, low: 0.164, high: 0.178, level },
    headline: '5.9× faster',
    band,
  },
  {
    letter: 'C',
    name: 'covering + cache',
    ratio: { estimate: 0.033, low: 0.028, high: 0.041, level },
    headline: '30× faster',
    band,
  },
];
const closeRatiosRows: RatiosRow[] = [
  { letter: 'A', name: 'baseline', ratio: null, headline: 'baseline', band },
  {
    letter: 'B',
    name: 'by category',
    ratio: { estimate: 0.99, low: 0.97, high: 1.02, level },
    headline: 'no meaningful difference',
    band,
  },
  {
    letter: 'C',
    name: 'covering',
    ratio: { estimate: 1.4, low: 1.1, high: 1.7, level },
    headline: '1.4× slower',
    band,
    isStale: true,
  },
  { letter: 'D', name: 'wrong', ratio: null, headline: 'different answer', band },
];

export function Charts() {
  const [count, setCount] = useState(3);
  const live = timesRows.map((row) => ({ ...row, samplesMs: row.samplesMs.slice(0, count) }));
  const [baseline, , covering] = timesRows;
  return (
    <Section title="Charts">
      <div className={styles.charts}>
        <TimesChart
          label="Times of expensive in a category"
          rows={timesRows}
          note="24 samples of 12 to 80 runs; clock tick 5 µs."
        />
        <RatiosChart label="Ratios of expensive in a category" rows={ratiosRows} />
        <TimesChart
          label="Times of rename one"
          rows={setupLetters.map((letter, index) => ({
            ...timesRow({
              letter,
              name: 'all six',
              firstRunMs: null,
              medianMs: 0.004 * 1.3 ** index,
              count: 40,
            }),
            isStale: letter === 'E',
          }))}
        />
        <RatiosChart label="Ratios of rename one" rows={closeRatiosRows} />
        <TimesChart label="Times of nothing" rows={[]} />
        <RatiosChart label="Ratios of nothing" rows={[]} />
      </div>
      <Row>
        <Button size="sm" onClick={() => setCount(count + 1)}>
          Add a round
        </Button>
        <span className="num">{count} rounds</span>
      </Row>
      <TimesChart label="Times while rounds arrive" rows={live} />
      {baseline && covering && (
        <TimesChart
          label="Times of one value"
          rows={[
            { ...baseline, samplesMs: [11.2] },
            { ...covering, samplesMs: [0, 0, 0.4] },
          ]}
        />
      )}
    </Section>
  );
}
